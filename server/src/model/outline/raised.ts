import { isSeries, type Numbering, type NumberingStyle, rankOf } from '../parse/numbering.ts';
import type { Entry, Line } from '../speech.ts';
import { type Draft, isMarkStyle, ordinalOf, type Place } from './draft.ts';
import { isAlone, titleWords } from './headingLine.ts';
import { isClosingTitle, pureRole } from './role.ts';

/**
 * The style of the items that a line belongs to, where its mark is of the level above theirs; undefined where the mark
 * is right. The numbers around it tell:
 * - `二、` between （一） and （三） is （二）, and so is `一、` right below 一、 and before （二）: if it opened a part of its own, （…）
 *   would begin anew below it.
 * - `三、` after （二） and before 二、, or at the end of what 三、 holds, is （三）.
 */
export function raisedStyle({ text, line, entries, index, open, root }: Place): NumberingStyle | undefined {
  const { numbering } = line;
  if (!numbering || isSeries(numbering.style) || line.bullet) return undefined;
  const { style, ordinal } = numbering;
  const below = rankOf(style) + 1;
  const parent = open.findLast((draft) => draft.style === style);
  const before = parent ? parent.sections.at(-1) : open.findLast((draft) => rank(draft) === below);
  const [after, afterNext] = numberedAfter(entries, index, rankOf(style));
  // If the next heading of its level is written like the items too, the look tells nothing: the parent may have been
  // pasted in.
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
    // With neither a parent nor an item before it, （一） and 2. may as well be a heading and its item.
    const isThird = second?.numbering.style === inner && second.numbering.ordinal === 3;
    return isThird && isLike(line, next) && after?.numbering.style !== style ? inner : undefined;
  }
  if (!before || !isMarkStyle(before.style) || rank(before) !== below) return undefined;
  // The line has items of its own on that level.
  if (next?.numbering.ordinal === 1 && rankOf(next.numbering.style) === below) return undefined;
  if (ordinal === 1 || ordinalOf(before) !== ordinal - 1 || before.heading.misleveled || before.heading.inline)
    return undefined;
  if (!isItem && isClosingTitle(titleWords(text, line.title))) return undefined;
  if (!parent) return after?.numbering.style === style ? undefined : before.style;
  const siblings = open[open.indexOf(parent) - 1]?.sections ?? root;
  const isTaken = siblings.some((draft) => draft.style === style && ordinalOf(draft) === ordinal);
  // （一）（三）（二）（四）: two headings have changed places.
  const isMoved = ordinal > ordinalOf(parent) + 1 && afterNext?.numbering.ordinal === ordinal + 1;
  if (isMoved) return undefined;
  return endsItems(numbering, ordinalOf(parent), after, { isTaken, isItem: isItem ?? false })
    ? before.style
    : undefined;
}

/**
 * Whether a line whose number continues the items must be the last of them, and cannot be the next heading after their
 * parent, whose ordinal is `own`. `after` is the next heading of its level or above; `isTaken`: another heading of that
 * level has the line's number; `isItem`: the line is written as the items are.
 */
function endsItems(
  { style, ordinal }: Numbering,
  own: number,
  after: NumberedLine | undefined,
  { isTaken, isItem }: { readonly isTaken: boolean; readonly isItem: boolean },
): boolean {
  const next = after?.numbering.style === style ? after.numbering.ordinal : undefined;
  if (next !== undefined && next !== own + 1) return false;
  // （三） after （四） has changed places with it, unless there is a （三） already.
  if (ordinal < own) return isTaken || isItem;
  if (ordinal > own + 1 && next !== undefined) return true;
  // A repeated or skipped number may be just that, unless the line looks like the items and unlike its own level.
  return isItem && (ordinal !== own + 1 || next !== undefined);
}

/** Whether two lines look alike: both alone or both run in with their text, with as many `#`. */
export function isLike(line: Line, other: Line): boolean {
  return isAlone(line) === isAlone(other) && line.depth === other.depth;
}

type NumberedLine = Line & { readonly numbering: Numbering };

/** The next two numbered lines of that rank or above; fewer where there are none within reach. */
export function numberedAfter(entries: readonly Entry[], index: number, rank: number): NumberedLine[] {
  const found: NumberedLine[] = [];
  const end = Math.min(entries.length, index + 1 + farthest);
  for (let at = index + 1; at < end && found.length < 2; at += 1) {
    const entry = entries[at];
    if (entry?.kind === 'line' && isNumbered(entry) && rankOf(entry.numbering.style) <= rank) found.push(entry);
  }
  return found;
}

/** In entries. An item that holds more is left as it is, so that no text takes long. */
const farthest = 60;

function isNumbered(line: Line): line is NumberedLine {
  return line.numbering !== undefined;
}

function rank({ style }: Draft): number | undefined {
  return isMarkStyle(style) ? rankOf(style) : undefined;
}
