import { config as configureLanguage } from '@vscode/l10n';

/** English where the terminal is English: by the first of the usual variables that is set, as other programs decide. */
export const isEnglish = /^en/i.test(process.env.LC_ALL || process.env.LC_MESSAGES || process.env.LANG || '');

/** Before anything is said; on every thread. */
export async function setLanguage(): Promise<void> {
  if (isEnglish) configureLanguage({ contents: (await import('../english.ts')).english });
}
