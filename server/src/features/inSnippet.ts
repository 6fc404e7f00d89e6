/** Text that a snippet shows as it is. */
export function inSnippet(text: string): string {
  return text.replaceAll(/[\\$}]/g, '\\$&');
}
