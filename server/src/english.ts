import contents from '../../l10n/bundle.l10n.en.json' with { type: 'json' };

/** English for the Chinese strings: a chunk of its own, loaded only where the editor is not Chinese. */
export const english: Record<string, string> = contents;
