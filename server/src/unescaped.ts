/** An address of any client, or of a picture, without its escapes, even one with a lone `%`, which then stays as it is. */
export function unescaped(uri: string): string {
  try {
    return decodeURIComponent(uri);
  } catch {
    return uri;
  }
}
