/**
 * Control characters as pictures (␛), so that no speech and no file name can speak to a terminal, as to wipe the findings from it.
 * Tabs and line ends stay.
 */
export function visible(text: string): string {
  return text.replace(/(?![\t\n]|\r\n)\p{Cc}/gu, (character) => {
    const code = character.charCodeAt(0);
    return code < 0x20 ? String.fromCharCode(0x2400 + code) : code === 0x7f ? '␡' : '�';
  });
}

/** A line on the standard error. */
export function complain(text: string): void {
  console.error(visible(text));
}
