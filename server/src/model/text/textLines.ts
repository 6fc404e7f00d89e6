/** The offset where the line of an offset begins. */
export function lineStartOf(text: string, offset: number): number {
  // `lastIndexOf` takes -1 for 0.
  return offset === 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1;
}

/** The line end of a text; CRLF where it has both. */
export function lineEndOf(text: string): '\n' | '\r\n' {
  return text.includes('\r\n') ? '\r\n' : '\n';
}
