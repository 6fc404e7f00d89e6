import { linesOf, type PageLine } from './lines.ts';
import type { Paragraph } from './paragraph.ts';
import type { PageStyle } from './style.ts';

/** Of the last layout in each style. */
const known = new WeakMap<PageStyle, ReadonlyMap<string, readonly PageLine[]>>();

/**
 * The lines of each paragraph. One that reads and looks as a paragraph of the last layout did, wherever it stood, has
 * the very same lines: an edit breaks only the paragraph that it is in.
 */
export function knownLines(paragraphs: readonly Paragraph[], style: PageStyle): Array<readonly PageLine[]> {
  const before = known.get(style);
  const now = new Map<string, readonly PageLine[]>();
  known.set(style, now);
  return paragraphs.map((paragraph) => {
    const key = keyOf(paragraph);
    const lines = (key !== undefined && (now.get(key) ?? before?.get(key))) || linesOf(paragraph, style);
    if (key !== undefined) now.set(key, lines);
    return lines;
  });
}

/**
 * What its lines and their HTML hang on; none for a paragraph with notes, whose numbers hang on the speech, or
 * with any other dressing.
 */
function keyOf({ role, level, runs, spaceAfter, rightIndent, span }: Paragraph): string | undefined {
  let key = `${role} ${level} ${spaceAfter} ${rightIndent}`;
  for (const { text, from, head, ...dressing } of runs) {
    for (const _any in dressing) return undefined;
    key += ` ${head ? 'head' : ''} ${from - span.start} ${text.length} ${text}`;
  }
  return key;
}
