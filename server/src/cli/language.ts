import { config as configureLanguage } from '@vscode/l10n';

/**
 * Whether to speak English: decided like in other programs, by the first of the usual
 * environment variables that is set.
 */
export const isEnglish = /^en/i.test(process.env.LC_ALL || process.env.LC_MESSAGES || process.env.LANG || '');

/** Sets the language of `t`; to be called on every thread before any message. */
export async function setLanguage(): Promise<void> {
  if (isEnglish) configureLanguage({ contents: (await import('../english.ts')).english });
}
