/** The characters after which an editor asks for completions by itself if it does not do so after every letter. */
export const triggerCharacters = ['：', '（', '“', '、', '是', '对', '题'];
