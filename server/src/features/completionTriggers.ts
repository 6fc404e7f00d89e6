/** After these the editor asks by itself, where it does not at every letter. */
export const triggerCharacters = ['：', '（', '“', '、', '是', '对', '题'];
