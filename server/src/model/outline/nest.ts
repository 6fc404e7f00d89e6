import { blankCommentsAmong } from '../reading/comments.ts';
import type { Entry, Line } from '../speech.ts';
import { type Draft, draftOf, type Place } from './draft.ts';
import { aspectHeadsIn, boldHeadsIn, headingKind, termHeadsIn } from './headingKind.ts';
import { titleWords } from './headingLine.ts';
import type { InnerLead } from './innerLeads.ts';
import { leadsInside, leaveInnerPart, opensInside, tellsParts } from './insideLine.ts';
import { labelledItems } from './labelledItems.ts';
import { lostNumbers } from './lostNumbers.ts';
import { misleveledFirst, misleveledStyle } from './misleveled.ts';
import { type KindOfOpening, nestingLevel } from './nestingLevel.ts';
import { nestSeries } from './nestSeries.ts';
import { plainTitlesIn } from './plainTitles.ts';
import { raisedStyle } from './raised.ts';
import { isReason, recurringParts } from './recurring.ts';
import { listRole, pureRole, type Role, roleOf } from './role.ts';
import { sidesIn } from './sides.ts';
import { toldItems } from './toldItems.ts';
import { wordedParts } from './wordedParts.ts';

/**
 * Nests headings and points. One in a style that is already open becomes the next sibling at its level; one in a new
 * style goes below whatever outranks the style.
 * Markdown depth decides only among headings without numbering, for drafts get it wrong more often than the marks.
 */
export function nest(
  text: string,
  all: readonly Entry[],
  leads: ReadonlyMap<Entry, Role | undefined>,
  together: Together,
): { preamble: Entry[]; sections: Draft[] } {
  const preamble: Entry[] = [];
  const sections: Draft[] = [];
  const open: Draft[] = [];
  // Comments must not influence how the rest is read, so they are put back at the end.
  const comments: Array<{ readonly comment: Entry; readonly body: Entry[] }> = [];
  const { entries } = together;
  const whole = { leads, ...together };

  let index = -1;
  for (const entry of all) {
    const body = open.at(-1)?.body ?? preamble;
    if (entry.kind === 'comment') {
      comments.push({ comment: entry, body });
      continue;
    }
    index += 1;
    const place = { text, entries, index, open, root: sections };
    const opening = entry.kind === 'line' ? openingOf({ ...place, line: entry }, whole) : undefined;
    if (entry.kind === 'line' && opening) addHeading(entry, opening);
    else if (entry.kind === 'line' && open.length > 0) addText(entry);
    else body.push(entry);
  }
  for (const { comment, body } of comments) {
    const behind = body.findIndex(({ span }) => span.start > comment.span.start);
    body.splice(behind < 0 ? body.length : behind, 0, comment);
  }
  return { preamble, sections };

  function addText(line: Line): void {
    if (tellsParts(line, open[0], whole)) leaveInnerPart(open);
    const leads = leadsInside({ line, open }, whole);
    open.at(-1)?.body.push(line);
    nestSeries(text, { line, span: line.span }, innermost(), { leads });
    enterInnerPart(leads);
  }

  function addHeading(line: Line, opening: KindOfOpening): void {
    if (opening.kind !== 'bare' && opening.kind !== 'bullet') leaveInnerPart(open, opening.style);
    open.length = nestingLevel(line, opening, open, { text, entries, index, root: sections });
    const siblings = innermost();
    const draft = draftOf(text, line, opening);
    siblings.push(draft);
    // 一是…二是… in one paragraph: all of them are siblings, and none of them continues in the next paragraph.
    const isFirstOfSeries = line.series.some((mark) => mark.style === opening.style);
    if (!isFirstOfSeries) open.push(draft);
    const leads = isFirstOfSeries ? [] : leadsInside({ line, open }, whole);
    nestSeries(text, { line, span: line.span }, innermost(), { first: isFirstOfSeries ? draft : undefined, leads });
    enterInnerPart(leads);
  }

  /** What stands below the line belongs to the last part in it. */
  function enterInnerPart(leads: readonly InnerLead[]): void {
    const part = leads.at(-1)?.part && innermost().at(-1);
    if (part) open.push(part);
  }

  /** The sections inside the innermost open one. */
  function innermost(): Draft[] {
    return open.at(-1)?.sections ?? sections;
  }
}

/** What only all entries together tell of a line. */
export type Together = ReturnType<typeof readTogether>;

/** The same, and the sentences that lead in to parts. */
type Whole = Together & { readonly leads: ReadonlyMap<Entry, Role | undefined> };

/** Reads the lines together, whatever leads in to the parts. */
export function readTogether(text: string, all: readonly Entry[]) {
  const entries = all.filter(({ kind }) => kind !== 'comment');
  const words = blankCommentsAmong(text, all);
  return {
    entries,
    words,
    heads: {
      bold: boldHeadsIn(text, entries),
      aspects: aspectHeadsIn(text, entries),
      terms: termHeadsIn(text, entries),
      plain: plainTitlesIn(text, entries),
    },
    recurring: recurringParts(text, entries),
    worded: wordedParts(text, entries),
    lost: lostNumbers(text, entries),
    items: labelledItems(text, entries),
    told: toldItems(words, entries),
    sides: sidesIn(words, entries),
  };
}

/** What a line opens at its place; undefined where it is only text. */
function openingOf(place: Place, whole: Whole): KindOfOpening | undefined {
  const { line, open } = place;
  const { leads, lost, heads, items } = whole;
  const isItem = items.has(line) || (whole.told.items.has(line) && tellsParts(line, open[0], whole));
  if (isItem && !line.numbering)
    return { kind: 'aspect', style: 'aspect', part: undefined, misleveled: false, lostNumber: false };
  if (!leads.has(line) && opensInside(place, whole)) return undefined;
  const part = leads.get(line) ?? partOf(place, whole);
  const kind = leads.has(line) ? 'lead' : (lost.get(line) ?? headingKind(place, heads, part));
  if (kind === undefined) return undefined;
  const misleveled = misleveledStyle(place) ?? misleveledFirst(place) ?? raisedStyle(place);
  const style = misleveled ?? (kind === 'bare' || kind === 'depth' || kind === 'lead' ? undefined : kind);
  return { kind, style, part, misleveled: misleveled !== undefined, lostNumber: lost.has(line) };
}

/** The part that a line names, if it opens anything. */
function partOf({ text, line, open }: Place, { recurring, worded }: Whole): Role | undefined {
  const title = titleWords(text, line.title);
  if (recurring.has(line)) return recurring.get(line);
  const named =
    worded.get(line) ??
    (isReason(text, line) ? undefined : pureRole(title)) ??
    (line.depth === 0 ? listRole(title) : undefined);
  return named ?? (namesAnswer(title, open) ? 'measures' : undefined);
}

/**
 * “措施：” names a part after “原因：” under the same aspect, and in a part that says it has both, “存在的问题和整改措施”. Elsewhere it
 * does not: below “目标：” it belongs to a measure.
 */
function namesAnswer(title: string, open: readonly Draft[]): boolean {
  if (!/^(?:具体)?(?:措施|举措|办法)$/.test(title)) return false;
  const last = open.findLast(({ heading }) => heading.part);
  return (last?.style === undefined && last?.heading.part === 'causes') || hasBoth(open[0]?.heading.title ?? '');
}

function hasBoth(title: string): boolean {
  return roleOf(title) === 'problems' && /(?:措施|举措|办法|打算)$/.test(title);
}
