/** A word of a table: an expression, which has an example where it does not read as a word itself. */
export type Word = string | { readonly pattern: string };

/**
 * An expression for any of the words of a table, the first of which decides. It has no effect: marked `@__PURE__`, a
 * call of it is left out of the bundles that do not use what it makes.
 */
export function anyOf(words: readonly Word[], flags?: string): RegExp {
  return new RegExp(words.map((word) => (typeof word === 'string' ? word : word.pattern)).join('|'), flags);
}
