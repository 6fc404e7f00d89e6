/**
 * Cuts a speech into blocks that parse alone exactly as they parse in the whole, so that an edit costs one block.
 * Where single lines cannot tell where to cut, the whole text is one block, which is slower but never wrong.
 * `text` begins after the front matter.
 */
export function cutBlocks(text: string): string[] {
  return reachesFar.test(text) ? [text] : text.split(safeCut);
}

/** Whether a block is still one block after something has been typed into it. */
export function isOneBlock(text: string): boolean {
  return !reachesFar.test(text) && text.split(safeCut, 2).length === 1;
}

/**
 * Code and HTML, in a list or not, run on across blank lines; definitions act at a distance; a BOM counts only at the
 * start; a lone CR ends a line for Markdown only. A comment that opens and closes on one line reaches no further than
 * that line.
 */
const reachesFar =
  /^(?:[ \t>*+.)\d-]*(?:```|~~~|<(?!!--(?!-?>)[^\r\n]*-->[ \t]*\r?$))| {4}| {0,3}\t|[ \t>*+.)\d-]+<)|\]:|\uFEFF|\r(?!\n)/m;

/**
 * Where to cut: after a blank line, before a line that is not blank, not indented and not a list item, and so cannot
 * continue a list.
 */
const safeCut = /(?<=\n[ \t]*\r?\n)(?![ \t\r\n]|(?:[-*+]|\d{1,9}[.)])(?:[ \t\r\n]|$))/;

/**
 * The length of the front matter between `---` lines at the very start, in UTF-16 units with its line end; 0 without
 * front matter.
 */
export function frontMatterLength(text: string): number {
  if (!/^\uFEFF?---[ \t]*\r?\n/.test(text)) return 0;
  const end = /\n---[ \t]*(?:\r?\n|$)/.exec(text);
  return end ? end.index + end[0].length : 0;
}
