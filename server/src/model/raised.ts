import { type Draft, isMarkStyle, ordinalOf, type Place } from './draft.ts';
import { isAlone, titleWords } from './headingLine.ts';
import { isSeries, type Numbering, type NumberingStyle, rankOf } from './numbering.ts';
import { isClosingTitle, pureRole } from './role.ts';
import type { Entry, Line } from './speech.ts';

/**
 * A mark of the level above that goes on with the items of its place. `二、` between （一） and （三）, or `一、` right below 一、 and before
 * （二）: the next item of the level below, counted with it, shows that it belongs there; below a part of its own that level would begin
 * anew. `三、` behind （二） and before 二、, or at the end of what 三、 holds, is the last of them.
 */
export function raisedStyle({ text, line, entries, index, open, root }: Place): NumberingStyle | undefined {
  const { numbering } = line;
  if (!numbering || isSeries(numbering.style) || line.bullet) return undefined;
  const { style, ordinal } = numbering;
  const below = rankOf(style) + 1;
  const parent = open.findLast((draft) => draft.style === style);
  const before = parent ? parent.sections.at(-1) : open.findLast((draft) => rank(draft) === below);
  const [after, afterNext] = numberedAfter(entries, index, rankOf(style));
  // Where the next of the level is written so too, the manner of writing tells nothing: the parent may have been pasted in.
  const isItem =
    before &&
    parent &&
    isLike(line, before.heading.line) &&
    !isLike(line, parent.heading.line) &&
    !(after?.numbering.style === style && isLike(line, after));
  if (!isItem && pureRole(titleWords(text, line.title))) return undefined;
  const [next, second] = numberedAfter(entries, index, below);
  if (next?.numbering.ordinal === ordinal + 1 && rankOf(next.numbering.style) === below) {
    const inner = next.numbering.style;
    if (before ? before.style !== inner || ordinalOf(before) !== ordinal - 1 : ordinal !== 1) return undefined;
    if (parent || before) return inner;
    // Where nothing has the level, （一） and 2. may as well be two items of its own.
    const isThird = second?.numbering.style === inner && second.numbering.ordinal === 3;
    return isThird && isLike(line, next) && after?.numbering.style !== style ? inner : undefined;
  }
  if (!before || !isMarkStyle(before.style) || rank(before) !== below) return undefined;
  // It has items of its own on that level.
  if (next?.numbering.ordinal === 1 && rankOf(next.numbering.style) === below) return undefined;
  if (ordinal === 1 || ordinalOf(before) !== ordinal - 1 || before.heading.misleveled || before.heading.inline)
    return undefined;
  if (!isItem && isClosingTitle(titleWords(text, line.title))) return undefined;
  if (!parent) return after?.numbering.style === style ? undefined : before.style;
  const siblings = open[open.indexOf(parent) - 1]?.sections ?? root;
  const isTaken = siblings.some((draft) => draft.style === style && ordinalOf(draft) === ordinal);
  // （一）（三）（二）（四）: two that changed places.
  const isMoved = ordinal > ordinalOf(parent) + 1 && afterNext?.numbering.ordinal === ordinal + 1;
  if (isMoved) return undefined;
  return endsItems(numbering, ordinalOf(parent), after, { isTaken, isItem: isItem ?? false })
    ? before.style
    : undefined;
}

/**
 * Whether a line that goes on with the items before it cannot be the heading after their parent, whose ordinal is `own`. `isTaken` where
 * the parent has a sibling with the line's number, `isItem` where the line is written as the items are.
 */
function endsItems(
  { style, ordinal }: Numbering,
  own: number,
  after: NumberedLine | undefined,
  { isTaken, isItem }: { readonly isTaken: boolean; readonly isItem: boolean },
): boolean {
  const next = after?.numbering.style === style ? after.numbering.ordinal : undefined;
  if (next !== undefined && next !== own + 1) return false;
  // （三） behind （四） has changed places with it, unless there is one before.
  if (ordinal < own) return isTaken || isItem;
  if (ordinal > own + 1 && next !== undefined) return true;
  // A number twice or one skipped may as well be what it seems to be, unless the line is written as the items are and not as 一、 is.
  return isItem && (ordinal !== own + 1 || next !== undefined);
}

/** Whether two lines are written in one manner: on a line of their own or run in with the text, with as many `#`. */
export function isLike(line: Line, other: Line): boolean {
  return isAlone(line) === isAlone(other) && line.depth === other.depth;
}

type NumberedLine = Line & { readonly numbering: Numbering };

/** The next two lines with a number of at most that rank. */
export function numberedAfter(entries: readonly Entry[], index: number, rank: number): NumberedLine[] {
  const found: NumberedLine[] = [];
  const end = Math.min(entries.length, index + 1 + farthest);
  for (let at = index + 1; at < end && found.length < 2; at += 1) {
    const entry = entries[at];
    if (entry?.kind === 'line' && isNumbered(entry) && rankOf(entry.numbering.style) <= rank) found.push(entry);
  }
  return found;
}

/** Entries to look through; an item that holds more is left as it is. */
const farthest = 60;

function isNumbered(line: Line): line is NumberedLine {
  return line.numbering !== undefined;
}

function rank({ style }: Draft): number | undefined {
  return isMarkStyle(style) ? rankOf(style) : undefined;
}
