import type { NumberingStyle } from '../parse/numbering.ts';
import type { Entry, Line } from '../speech.ts';
import { isAlone, longestTitle, startsBold, titleWords } from './headingLine.ts';
import { isAspectTitle } from './role.ts';

/** A line and its place among the entries. */
export interface Placed {
  readonly index: number;
  readonly line: Line;
}

/**
 * Two headings on lines of their own, in the same dress; or two items run in with their text that both name an aspect,
 * or begin bold.
 */
export function looksAlike(text: string, line: Line, sibling: Line): boolean {
  if (line.depth !== sibling.depth || line.bold !== sibling.bold || isAlone(line) !== isAlone(sibling)) return false;
  const title = titleWords(text, line.title);
  if (isAlone(line)) {
    const isHeading = line.titleEnd === '' && title.length <= longestTitle && !/[。；！？]/.test(title);
    return isHeading && sibling.titleEnd === '';
  }
  if (startsBold(text, line) && text.startsWith('**', sibling.span.start)) return true;
  return isAspectTitle(title) && isAspectTitle(titleWords(text, sibling.title));
}

/** Two items that hold a list in the same manner: below them, or 一是…二是… inside. */
export function isBuiltAlike(entries: readonly Entry[], item: Placed, sibling: Placed): boolean {
  const own = firstBelow(entries, item);
  return own !== undefined && own === firstBelow(entries, sibling);
}

/** The style of the list that an item holds: in its own line, or right below it. */
function firstBelow(entries: readonly Entry[], { index, line }: Placed): NumberingStyle | undefined {
  const next = entries[index + 1];
  const first = line.series[0] ?? (next?.kind === 'line' ? next.numbering : undefined);
  return first?.ordinal === 1 ? first.style : undefined;
}

/** Two items run in with their text whose titles are much of a length and end in the same mark. */
export function isTitledAlike(text: string, line: Line, sibling: Line): boolean {
  if (isAlone(line) || isAlone(sibling) || line.depth !== sibling.depth || line.titleEnd !== sibling.titleEnd)
    return false;
  const [title, other] = [titleWords(text, line.title), titleWords(text, sibling.title)];
  const isShort = title.length <= Math.min(longestTitle, Math.max(2 * other.length, other.length + 4));
  return isShort && isAspectTitle(title) === isAspectTitle(other) && !goesOn.test(title);
}

/** How a paragraph begins that belongs to the one before. */
const goesOn = /^(?:这|那|同时|另外|此外|还有|总之|因此|所以|为此|对此|针对|以上|上述|但|而|比如|例如|如|其中)/;
