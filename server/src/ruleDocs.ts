/** The page of a rule; on the web because clients open it as a link, and only when the writer asks. */
export function ruleDocs(id: string): string {
  return `https://github.com/fayan-speech/fayan/blob/main/docs/rules.md#${id}`;
}
