/**
 * FNV-1a (Fowler, Noll, Vo) of the characters of a text: 32 bits, unsigned. Stored in comments and
 * indices, so it never changes.
 */
export function fnv1a(text: string): number {
  let hash = 0x811c9dc5;
  for (const char of text) hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 0x01000193);
  return hash >>> 0;
}
