/**
 * The same words in memory of their own, for what outlives the text they stand in: a slice keeps the whole document alive that it
 * is cut from, and after a day of typing that is one document a keystroke.
 */
export function ownText(text: string): string {
  const middle = text.length >> 1;
  return text.slice(0, middle) + text.slice(middle);
}
