/** Where the line of an offset begins. */
export function lineStartOf(text: string, offset: number): number {
  // From -1 `lastIndexOf` would look at 0.
  return offset === 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1;
}

/** How the lines of a text end; of one that ends them in both ways, as Windows does. */
export function lineEndOf(text: string): '\n' | '\r\n' {
  return text.includes('\r\n') ? '\r\n' : '\n';
}
