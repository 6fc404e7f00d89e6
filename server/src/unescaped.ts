/** A URI with its percent-escapes decoded; unchanged if they are invalid, as with a lone `%`. Never throws. */
export function unescaped(uri: string): string {
  try {
    return decodeURIComponent(uri);
  } catch {
    return uri;
  }
}
