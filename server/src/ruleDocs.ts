/** The page of a rule on the web, for clients that have none of their own; opened only when the writer asks. */
export function ruleDocs(id: string): string {
  return `https://github.com/fayan-speech/fayan/blob/main/docs/rules.md#${id}`;
}
