import { t } from '@vscode/l10n';

/**
 * Shows control characters as symbols (␛), so that no speech and no file name can control a terminal and, say, erase
 * findings. Tabs and line ends stay.
 */
export function visible(text: string): string {
  return text.replace(/(?![\t\n]|\r\n)\p{Cc}/gu, (character) => {
    const code = character.charCodeAt(0);
    return code < 0x20 ? String.fromCharCode(0x2400 + code) : code === 0x7f ? '␡' : '�';
  });
}

/** Writes a line to the standard error. */
export function complain(text: string): void {
  console.error(visible(text));
}

/** Says there what is wrong with a file. */
export function complainOf(file: string, why: string): void {
  complain(t('{0}：{1}', file, why));
}
