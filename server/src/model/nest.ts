import { type Draft, draftOf, inlineDraft, isMarkStyle, isSeriesStyle, type Opening, type WordStyle } from './draft.ts';
import { aspectHeadsIn, boldHeadsIn, type HeadingKind, headingKind, leadParent, termHeadsIn } from './headingKind.ts';
import { isAlone, titleWords } from './headingLine.ts';
import { lostNumbers } from './lostNumbers.ts';
import { misleveledFirst, misleveledStyle } from './misleveled.ts';
import { type Numbering, type NumberingStyle, rankOf } from './numbering.ts';
import { raisedStyle } from './raised.ts';
import { isReason, recurringParts } from './recurring.ts';
import { isAspectTitle, listRole, pureRole, type Role, sideRole } from './role.ts';
import type { Entry, Line } from './speech.ts';
import { wordedParts } from './wordedParts.ts';

/**
 * Nests headings and points. One in a style that is already open becomes the next sibling at its level; one in a new style goes below
 * whatever outranks the style.
 * Markdown depth decides only among headings without numbering, for drafts get it wrong more often than the marks.
 */
export function nest(
  text: string,
  all: readonly Entry[],
  leads: ReadonlyMap<Entry, Role | undefined>,
): { preamble: Entry[]; sections: Draft[] } {
  const preamble: Entry[] = [];
  const sections: Draft[] = [];
  const open: Draft[] = [];
  // Comments must not influence how the rest is read, so they are put back at the end.
  const entries = all.filter(({ kind }) => kind !== 'comment');
  const heads = {
    bold: boldHeadsIn(text, entries),
    aspects: aspectHeadsIn(text, entries),
    terms: termHeadsIn(text, entries),
  };
  const recurring = recurringParts(text, entries);
  const worded = wordedParts(text, entries);
  const lost = lostNumbers(text, entries);
  const comments: Array<{ readonly comment: Entry; readonly body: Entry[] }> = [];
  const bodyHere = () => open.at(-1)?.body ?? preamble;

  let index = -1;
  for (const entry of all) {
    if (entry.kind === 'comment') {
      comments.push({ comment: entry, body: bodyHere() });
      continue;
    }
    index += 1;
    const opening = entry.kind === 'line' ? openingOf(entry) : undefined;
    if (entry.kind === 'line' && opening) addHeading(entry, opening);
    else {
      bodyHere().push(entry);
      if (entry.kind === 'line' && open.length > 0) addSeries(entry, entry.series);
    }
  }
  for (const { comment, body } of comments) {
    const behind = body.findIndex(({ span }) => span.start > comment.span.start);
    body.splice(behind < 0 ? body.length : behind, 0, comment);
  }
  return { preamble, sections };

  /** What a line opens here; undefined where it is only text. */
  function openingOf(line: Line): KindOfOpening | undefined {
    const place = { text, line, entries, index, open, root: sections };
    const part = leads.get(line) ?? partOf(line);
    const kind = leads.has(line) ? 'lead' : (lost.get(line) ?? headingKind(place, heads, part));
    if (kind === undefined) return undefined;
    const misleveled = misleveledStyle(place) ?? misleveledFirst(place) ?? raisedStyle(place);
    const style = misleveled ?? (kind === 'bare' || kind === 'depth' || kind === 'lead' ? undefined : kind);
    return { kind, style, part, misleveled: misleveled !== undefined, lostNumber: lost.has(line) };
  }

  function partOf(line: Line): Role | undefined {
    const title = titleWords(text, line.title);
    if (recurring.has(line)) return recurring.get(line);
    const named =
      worded.get(line) ??
      (isReason(text, line) ? undefined : pureRole(title)) ??
      (line.depth === 0 ? listRole(title) : undefined);
    return named ?? (answersCauses(title, open) ? 'measures' : undefined);
  }

  function addHeading(line: Line, opening: KindOfOpening): void {
    closeFor(line, opening);
    const draft = draftOf(text, line, opening);
    (open.at(-1)?.sections ?? sections).push(draft);
    open.push(draft);
    if (line.series.some((mark) => mark.style === opening.style)) {
      // 一是…二是… in one paragraph: all of them are siblings, and none of them continues in the next paragraph.
      open.pop();
      addSeries(line, line.series, draft);
    } else addSeries(line, line.series);
  }

  /** Closes the open sections that cannot hold what the line opens. */
  function closeFor(line: Line, { kind, style, part }: KindOfOpening): void {
    if (style !== undefined && open.some((draft) => draft.style === style)) {
      while (open.at(-1)?.style !== style) open.pop();
      open.pop();
    } else if (kind === 'lead') open.length = 0;
    else if (kind === 'bare' && !part) open.length = 0;
    else if (kind === 'bare') {
      open.length = Math.min(bareLevel(open, sections, part), levelAbove(open, entries[index + 1]));
    } else if (kind === 'bold' || kind === 'aspect')
      while (open.length > 0 && isSeriesStyle(open.at(-1)?.style)) open.pop();
    else if (style === undefined) {
      // A Markdown heading without numbering.
      while (open.some((draft) => draft.depth >= line.depth) || open.at(-1)?.depth === 0) open.pop();
    } else {
      // “上年度整改情况” holds neither “一、存在的问题” nor “一、理论学习方面” of the same depth, nor one with a # where it has none.
      const [first, below] = open;
      const isRightBelow = first?.style === undefined && (first?.depth === line.depth || first?.depth === 0) && !below;
      if (isRightBelow && sideRole(first.heading.title) && (part || isAspectTitle(titleWords(text, line.title))))
        open.length = 0;
      if (line.depth > 0) while (open.some((draft) => draft.depth >= line.depth && !outranks(draft, style))) open.pop();
      while (open.length > 0 && !outranks(open.at(-1), style)) open.pop();
    }
  }

  /** Points inside a line become sections below the innermost open one, or beside `first`. */
  function addSeries(line: Line, series: readonly Numbering[], first?: Draft): void {
    const levels: Array<{ style: NumberingStyle; parent: Draft[] }> = [];
    const root = open.at(-1)?.sections ?? sections;
    if (first?.heading.numbering) levels.push({ style: first.heading.numbering.style, parent: root });
    let previous = first;
    for (const [at, mark] of series.entries()) {
      const known = levels.findIndex(({ style }) => style === mark.style);
      // “第一，…二是…”: the second continues the first in another style.
      const goesOn = known < 0 && mark.ordinal > 1 && previous?.heading.numbering?.ordinal === mark.ordinal - 1;
      if (known >= 0) levels.length = known + 1;
      else if (!goesOn)
        levels.push({ style: mark.style, parent: previous && levels.length > 0 ? previous.sections : root });
      const next = series[at + 1];
      const end = next ? next.span.start : line.span.end;
      const draft = inlineDraft(text, line, { numbering: mark, end, misleveled: goesOn });
      levels.at(-1)?.parent.push(draft);
      previous = draft;
    }
    clipEnds(first, series, line);
  }
}

interface KindOfOpening extends Opening {
  readonly kind: HeadingKind;
}

/** “措施：” names a part after “原因：” under the same aspect. Elsewhere it does not: below “目标：” it belongs to a measure. */
function answersCauses(title: string, open: readonly Draft[]): boolean {
  const last = open.findLast(({ heading }) => heading.part);
  return last?.style === undefined && last?.heading.part === 'causes' && /^(?:具体)?(?:措施|举措|办法)$/.test(title);
}

/** The first point of a line ends where the second begins. */
function clipEnds(first: Draft | undefined, series: readonly Numbering[], line: Line): void {
  const next = series.find((mark) => mark.style === first?.heading.numbering?.style);
  if (first && next && first.end === line.span.end) first.end = next.span.start;
}

/** How many open sections stay open for a heading of bare role words. */
function bareLevel(open: readonly Draft[], root: readonly Draft[], role: Role | undefined): number {
  const sibling = open.findIndex(({ heading, style, depth }) => style === undefined && depth === 0 && heading.part);
  if (sibling >= 0) return sibling;
  const parent = leadParent(open);
  if (parent < 0) return 0;
  // Where no unit has parts of its own, the heading opens a part of the speech; “存在的问题” always belongs to its unit.
  const siblings = parent > 0 ? (open[parent - 1]?.sections ?? []) : root;
  const hasParts = siblings.some(({ sections }) => sections.some(({ heading }) => heading.part));
  return siblings.length > 1 && !hasParts && role !== 'problems' ? 0 : parent + 1;
}

/** “整改措施” directly above a new （一） belongs beside the part that contains the （一） before; below an item of that part, it would be empty. */
function levelAbove(open: readonly Draft[], next: Entry | undefined): number {
  const numbering = next?.kind === 'line' ? next.numbering : undefined;
  const item = numbering?.ordinal === 1 ? open.findIndex(({ style }) => style === numbering.style) : -1;
  if (item < 0) return open.length;
  return open[item - 1]?.heading.part ? item - 1 : item;
}

/** Whether an open section stays open for a heading of this style. */
function outranks(draft: Draft | undefined, style: NumberingStyle | WordStyle): boolean {
  if (!draft) return true;
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
