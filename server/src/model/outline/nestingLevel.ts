import { type NumberingStyle, rankOf } from '../parse/numbering.ts';
import type { Line } from '../speech.ts';
import { type Draft, isMarkStyle, isSeriesStyle, type Opening, type Place, type WordStyle } from './draft.ts';
import { type HeadingKind, leadParent } from './headingKind.ts';
import { isAlone, titleWords } from './headingLine.ts';
import { isAspectTitle, type Role, sideRole } from './role.ts';

/** What a line opens, and by what it is known. */
export interface KindOfOpening extends Opening {
  readonly kind: HeadingKind;
}

/** Where a heading is met. */
type Around = Pick<Place, 'text' | 'entries' | 'index' | 'root'>;

/**
 * How many of the open sections stay open for what a line opens; it becomes the next section inside the innermost of
 * them.
 */
export function nestingLevel(line: Line, opening: KindOfOpening, open: readonly Draft[], around: Around): number {
  const { kind, style, part } = opening;
  if (style !== undefined) {
    const sibling = siblingIn(line, style, open);
    if (sibling >= 0) return sibling;
  }
  if (kind === 'lead') return 0;
  if (kind === 'bare') return part ? Math.min(bareLevel(open, part, around), levelAbove(open, around)) : 0;
  if (kind === 'bold' || kind === 'aspect') return levelWhere(open, (draft) => !isSeriesStyle(draft.style));
  if (style === undefined) {
    // A Markdown heading without numbering.
    return levelWhere(
      open.slice(
        0,
        levelBefore(open, (draft) => draft.depth >= line.depth),
      ),
      ({ depth }) => depth > 0,
    );
  }
  if (followsSidePart(line, opening, open, around) || continuesParts(line, style, open, around)) return 0;
  const isDeeper = (draft: Draft) => draft.depth >= line.depth && !outranks(draft, style);
  const outer = line.depth > 0 ? open.slice(0, levelBefore(open, isDeeper)) : open;
  return levelWhere(outer, (draft) => outranks(draft, style));
}

/**
 * The innermost open section in the same style; −1 where none is. “**思想上，先固基。**正文” stands below “**立行立改**”, a part in
 * bold words on a line of its own, and not beside it.
 */
function siblingIn(line: Line, style: Draft['style'], open: readonly Draft[]): number {
  const last = open.findLastIndex((draft) => draft.style === style);
  const { heading } = open[last] ?? {};
  if (style !== 'bold' || !heading || isAlone(heading.line) === isAlone(line)) return last;
  if (!isAlone(line)) return last === 0 && !isAspectTitle(heading.title) ? -1 : last;
  const alone = open.findLastIndex((draft) => draft.style === style && isAlone(draft.heading.line));
  return alone === 0 ? 0 : last;
}

/** Up to the innermost open section that may hold it. */
function levelWhere(open: readonly Draft[], mayHold: (draft: Draft) => boolean): number {
  return open.findLastIndex(mayHold) + 1;
}

/** Up to the outermost open section that must be closed. */
function levelBefore(open: readonly Draft[], mustClose: (draft: Draft) => boolean): number {
  const first = open.findIndex(mustClose);
  return first < 0 ? open.length : first;
}

/** “上年度整改情况” holds neither “一、存在的问题” nor “一、理论学习方面” of the same depth, nor one with a # where it has none. */
function followsSidePart(line: Line, { part }: Opening, [first, below]: readonly Draft[], { text }: Around): boolean {
  const isRightBelow = first?.style === undefined && (first?.depth === line.depth || first?.depth === 0) && !below;
  if (!isRightBelow || !sideRole(first.heading.title)) return false;
  return part !== undefined || isAspectTitle(titleWords(text, line.title));
}

/** “四、下一步打算” goes on behind “三、存在的不足及原因”, though “原因剖析：” without a number stands between them. */
function continuesParts(line: Line, style: Draft['style'], [first]: readonly Draft[], { root }: Around): boolean {
  if (first?.style !== undefined || first?.heading.part === undefined) return false;
  const last = root.findLast((draft) => draft.style === style)?.heading.numbering;
  return last !== undefined && last.ordinal + 1 === line.numbering?.ordinal;
}

/** How many open sections stay open for a heading of bare role words. */
function bareLevel(open: readonly Draft[], role: Role, around: Around): number {
  const { root } = around;
  const sibling = open.findIndex(({ heading, style, depth }) => style === undefined && depth === 0 && heading.part);
  if (sibling >= 0) return sibling;
  const parent = leadParent(open);
  if (parent < 0) return 0;
  const item = itemOfOwn(open, parent, around);
  if (item >= 0) return item + 1;
  // Where no unit has parts of its own, the heading opens a part of the speech; “存在的问题” always belongs to its unit.
  const siblings = parent > 0 ? (open[parent - 1]?.sections ?? []) : root;
  const hasParts = siblings.some(({ sections }) => sections.some(({ heading }) => heading.part));
  return siblings.length > 1 && !hasParts && role !== 'problems' ? 0 : parent + 1;
}

/**
 * The index of an item below the aspect that has 原因 and 整改 of its own: where the next item goes on counting behind
 * them, or where the one before has them as well; -1 where none is.
 */
function itemOfOwn(open: readonly Draft[], parent: number, { entries, index }: Around): number {
  const at = open.findLastIndex(({ style }, place) => place > parent && isMarkStyle(style) && !isSeriesStyle(style));
  const item = open[at];
  if (!item) return -1;
  const siblings = open[at - 1]?.sections ?? [];
  if (siblings.some(({ sections }) => sections.some(({ heading }) => heading.part))) return at;
  const next = endOfItem(item, entries, index + 1)?.numbering;
  const goesOn = next?.style === item.style && next?.ordinal === (item.heading.numbering?.ordinal ?? 0) + 1;
  return goesOn ? at : -1;
}

/** The first line from an index on that ends an item. */
function endOfItem(item: Draft, entries: Place['entries'], from: number): Line | undefined {
  for (let at = from; at < entries.length; at += 1) {
    const entry = entries[at];
    if (entry?.kind === 'line' && endsItem(item, entry)) return entry;
  }
  return undefined;
}

/** Whether a line opens a sibling of an item, or something that may hold it. */
function endsItem({ style, depth }: Draft, line: Line): boolean {
  if (line.numbering && isMarkStyle(style)) return rankOf(line.numbering.style) <= rankOf(style);
  return line.depth > 0 && line.depth <= Math.max(depth, 1);
}

/**
 * “整改措施” directly above a new （一） belongs beside the part that contains the （一） before; below an item of that part, it
 * would be empty.
 */
function levelAbove(open: readonly Draft[], { entries, index }: Around): number {
  const next = entries[index + 1];
  const numbering = next?.kind === 'line' ? next.numbering : undefined;
  const item = numbering?.ordinal === 1 ? open.findIndex(({ style }) => style === numbering.style) : -1;
  if (item < 0) return open.length;
  return open[item - 1]?.heading.part ? item - 1 : item;
}

/** Whether an open section stays open for a heading of this style. */
function outranks(draft: Draft, style: NumberingStyle | WordStyle): boolean {
  if (draft.style === undefined) return true;
  if (draft.style === 'di' && opensLevel(draft)) return isMarkStyle(style) && rankOf(style) > rankOf('hanParen');
  return rank(draft.style) < rank(style);
}

/** “第一、理论学习方面” at the start of a paragraph, with 1. or 一是 below it. */
function opensLevel({ heading }: Draft): boolean {
  return !heading.inline && (isAlone(heading.line) || isAspectTitle(heading.title));
}

function rank(style: NumberingStyle | WordStyle): number {
  return isMarkStyle(style) ? rankOf(style) : 0.5;
}
