/** The web page of a rule, for clients without pages of their own; opened only at the writer's request. */
export function ruleDocs(id: string): string {
  return `https://github.com/fayan-speech/fayan/blob/main/docs/rules.md#${id}`;
}
