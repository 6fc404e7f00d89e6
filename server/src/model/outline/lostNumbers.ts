import { isSeries, type Numbering, type NumberingStyle, rankOf } from '../parse/numbering.ts';
import type { Entry, Line } from '../speech.ts';
import type { Span } from '../text/span.ts';
import { titleWords } from './headingLine.ts';
import { isAspectTitle, pureRole, type Role, roleOf } from './role.ts';
import { isBuiltAlike, isTitledAlike, looksAlike, type Placed } from './siblingLooks.ts';

/**
 * Headings and items that have lost their number, with the style of their siblings. The count shows that one is missing
 * (after the last sibling the words show it), and exactly one line there looks like a sibling; where two do, neither is
 * taken.
 */
export function lostNumbers(text: string, entries: readonly Entry[]): ReadonlyMap<Entry, NumberingStyle> {
  const found = new Map<Entry, NumberingStyle>();
  const open = new Map<NumberingStyle, Item>();
  const lastOrdinals = new Map<NumberingStyle, number>();
  let gaps = 0;
  for (const [index, line] of entries.entries()) {
    if (line.kind !== 'line' || !line.numbering || isSeries(line.numbering.style)) continue;
    const { style, ordinal } = line.numbering;
    for (const other of open.keys()) if (rankOf(other) > rankOf(style)) close(other, index);
    if (ordinal === 1) close(style, index);
    const before = open.get(style);
    const item = { index, line, numbering: line.numbering };
    const isGap = before && ordinal === before.numbering.ordinal + 2;
    // Numbers may continue those below the heading before.
    const lacksFirst = !before && ordinal === 2 && lastOrdinals.get(style) !== 1;
    if ((isGap || lacksFirst) && gaps < mostGaps) {
      gaps += 1;
      take(style, before ? between(text, entries, before, item) : ahead(text, entries, outerOf(style), item));
    }
    open.set(style, item);
    lastOrdinals.set(style, ordinal);
  }
  for (const style of open.keys()) close(style, entries.length);
  return found;

  /** The heading whose section contains the items of a style. */
  function outerOf(style: NumberingStyle): number {
    return Math.max(-1, ...[...open].flatMap(([other, { index }]) => (rankOf(other) < rankOf(style) ? [index] : [])));
  }

  function close(style: NumberingStyle, end: number): void {
    const last = open.get(style);
    open.delete(style);
    if (last && last.numbering.ordinal > 1) for (const line of behind(text, entries, last, end)) take(style, line);
  }

  function take(style: NumberingStyle, line: Line | undefined): void {
    if (line) found.set(line, style);
  }
}

/** Each may require a search through the whole text; a text with more of them is not really numbered. */
const mostGaps = 100;

interface Item extends Placed {
  readonly numbering: Numbering;
}

/** Between （一） and （三）. */
function between(text: string, entries: readonly Entry[], before: Item, after: Item): Line | undefined {
  const [start, end] = [before.index + 1, after.index];
  if (isMarkedOtherwise(entries, start, end, before.numbering.ordinal + 1)) return undefined;
  return lostAmong(text, entries, { start, end }, [before, after]);
}

/** Between the heading above and （二）. */
function ahead(text: string, entries: readonly Entry[], outer: number, after: Item): Line | undefined {
  return lostAmong(text, entries, { start: outer + 1, end: after.index }, [after]);
}

/** The one entry from `start` to `end` that looks like a sibling of these. */
function lostAmong(
  text: string,
  entries: readonly Entry[],
  { start, end }: Span,
  siblings: readonly Item[],
): Line | undefined {
  const here = unnumbered(entries, start, end);
  const inDress = here.filter(({ line }) => siblings.some((sibling) => looksAlike(text, line, sibling.line)));
  if (inDress.length > 0) return theOne(inDress);
  const titled = here.filter(({ line }) => siblings.every((sibling) => isTitledAlike(text, line, sibling.line)));
  const built = titled.filter((item) => siblings.every((sibling) => isBuiltAlike(entries, item, sibling)));
  if (built.length > 0) return theOne(built);
  // Or it is the only paragraph there, and every other item is one paragraph.
  return end - start === 1 && areSingle(entries, siblings) ? theOne(titled) : undefined;
}

/** After the last sibling, where no count tells: aspects after an aspect, or the next part of the speech. */
function behind(text: string, entries: readonly Entry[], last: Item, end: number): Line[] {
  const title = titleWords(text, last.line.title);
  const isAspect = isAspectTitle(title);
  const likely = unnumbered(entries, last.index + 1, end).filter(({ line }) => {
    if (!looksAlike(text, line, last.line)) return false;
    const words = titleWords(text, line.title);
    if (isAspectTitle(words)) return isAspect;
    return isNextPart(title, words, line.depth > 0 || line.bold) || isNextItem(title, words, line.depth);
  });
  const aspects = likely.filter(({ line }) => isAspectTitle(titleWords(text, line.title)));
  return (aspects.length === likely.length || likely.length === 1 ? likely : []).map(({ line }) => line);
}

const parts: readonly Role[] = ['previous', 'problems', 'causes', 'measures'];

function isNextPart(title: string, next: string, dressed: boolean): boolean {
  const [role, nextRole] = [roleOf(title), dressed ? roleOf(next) : pureRole(next)];
  return !!role && !!nextRole && !isAspectTitle(title) && parts.indexOf(role) < parts.indexOf(nextRole);
}

/** Headings with `#` below the first level that name no part: “### 小结” is too short to be one of them. */
function isNextItem(title: string, next: string, depth: number): boolean {
  return depth > 2 && next.length > 4 && roleOf(title) === undefined && roleOf(next) === undefined;
}

function unnumbered(entries: readonly Entry[], start: number, end: number): Placed[] {
  const found: Placed[] = [];
  for (let index = start; index < end; index += 1) {
    const line = entries[index];
    if (line?.kind !== 'line' || line.numbering || !line.opensParagraph || line.bullet) continue;
    found.push({ index, line });
  }
  return found;
}

function theOne(lines: readonly Placed[]): Line | undefined {
  return lines.length === 1 ? lines[0]?.line : undefined;
}

/** “2.” between （一） and （三） without a “1.” before it is （二） itself. */
function isMarkedOtherwise(entries: readonly Entry[], start: number, end: number, missing: number): boolean {
  const seen = new Set<NumberingStyle>();
  for (const entry of entries.slice(start, end)) {
    if (entry.kind !== 'line' || !entry.numbering) continue;
    const { style, ordinal } = entry.numbering;
    if (ordinal === missing && !seen.has(style)) return true;
    seen.add(style);
  }
  return false;
}

/**
 * Whether siblings are one paragraph each, as far as the next one tells by following: these, or the last of them, or
 * all of their style.
 */
function areSingle(entries: readonly Entry[], siblings: readonly Item[]): boolean {
  const last = siblings.at(-1);
  if (!last) return false;
  const { style } = last.numbering;
  const opensPart = (entry: Entry) =>
    entry.kind === 'line' && entry.numbering && rankOf(entry.numbering.style) < rankOf(style);
  const start = entries.slice(0, last.index).findLastIndex(opensPart) + 1;
  const length = entries.slice(last.index + 1).findIndex(opensPart);
  const end = length < 0 ? entries.length : last.index + 1 + length;
  const own = pairsIn(entries, style, start, end);
  if (own.total > 0) return own.close === own.total;
  const all = pairsIn(entries, style, 0, entries.length);
  return (siblings.length > 1 && end === last.index + 1) || (all.total >= fewestPairs && all.close === all.total);
}

/** Items numbered one after the other, and how many of them follow directly. */
function pairsIn(
  entries: readonly Entry[],
  style: NumberingStyle,
  start: number,
  end: number,
): { total: number; close: number } {
  let [total, close] = [0, 0];
  let last: Placed | undefined;
  for (let index = start; index < end; index += 1) {
    const line = entries[index];
    if (line?.kind !== 'line' || line.numbering?.style !== style) continue;
    if (last && line.numbering.ordinal === (last.line.numbering?.ordinal ?? 0) + 1) {
      total += 1;
      if (index === last.index + 1) close += 1;
    }
    last = { index, line };
  }
  return { total, close };
}

const fewestPairs = 2;
