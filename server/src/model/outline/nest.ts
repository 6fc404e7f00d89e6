import { rankOf } from '../parse/numbering.ts';
import type { Entry, Heading, Line } from '../speech.ts';
import { type Draft, draftOf, isMarkStyle, type Place } from './draft.ts';
import { aspectHeadsIn, boldHeadsIn, headingKind, termHeadsIn } from './headingKind.ts';
import { isAlone, titleWords } from './headingLine.ts';
import type { InnerLead } from './innerLeads.ts';
import { labelledItems } from './labelledItems.ts';
import { lostNumbers } from './lostNumbers.ts';
import { misleveledFirst, misleveledStyle } from './misleveled.ts';
import { type KindOfOpening, nestingLevel } from './nestingLevel.ts';
import { nestSeries } from './nestSeries.ts';
import { raisedStyle } from './raised.ts';
import { isReason, recurringParts } from './recurring.ts';
import { isAspectTitle, listRole, plainWords, pureRole, type Role, roleOf, sideRole } from './role.ts';
import { sidesIn } from './sides.ts';
import { opensWith, toldItems } from './toldItems.ts';
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
  const comments: Array<{ readonly comment: Entry; readonly body: Entry[] }> = [];
  const entries = all.filter(({ kind }) => kind !== 'comment');
  const whole = { leads, ...readTogether(text, entries) };

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
    if (opensParts({ line, open }, whole)) leaveInnerPart(open);
    const leads = leadsInside({ text, line, open }, whole);
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
    const leads = isFirstOfSeries ? [] : leadsInside({ text, line, open }, whole);
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
type Whole = ReturnType<typeof readTogether> & { readonly leads: ReadonlyMap<Entry, Role | undefined> };

function readTogether(text: string, entries: readonly Entry[]) {
  return {
    heads: {
      bold: boldHeadsIn(text, entries),
      aspects: aspectHeadsIn(text, entries),
      terms: termHeadsIn(text, entries),
    },
    recurring: recurringParts(text, entries),
    worded: wordedParts(text, entries),
    lost: lostNumbers(text, entries),
    items: labelledItems(text, entries),
    told: toldItems(text, entries),
    sides: sidesIn(text, entries),
  };
}

/** Whether a line tells several parts, and stands where a part may be told. */
function opensParts({ line, open }: Omit<Inside, 'text'>, { told }: Whole): boolean {
  return told.leads.has(line) && !isBeside(open[0]);
}

/** What opens parts or items inside a line; `open` are the sections around what it opens, the one of its own heading among them. */
function leadsInside({ text, line, open }: Inside, whole: Whole): readonly InnerLead[] {
  if (opensParts({ line, open }, whole)) {
    const leads = whole.told.leads.get(line) ?? [];
    // “问题：……” at the start of an item names no part of it, but the item.
    const isItem = open.at(-1)?.heading.line === line;
    return isItem && leads[0]?.part === 'problems' && opensWith(text, line, leads[0]) ? leads.slice(1) : leads;
  }
  const around = open.at(-1);
  const { views, aspects } = whole.sides;
  if (!around || around.heading.inline) return [];
  const role = partIn(around.heading);
  const mayAsk = role === 'causes' || (role === undefined && open.length === 1 && isAlone(around.heading.line));
  if (mayAsk && views.has(line)) return views.get(line) ?? [];
  return (role && aspects.get(line)) || [];
}

type Inside = Pick<Place, 'text' | 'line' | 'open'>;

/** The part that a heading opens; undefined where it names an aspect, or a part that no items are expected in. */
function partIn({ title, part }: Heading): Role | undefined {
  if (part !== undefined || isAspectTitle(title)) return part;
  const role = roleOf(title);
  return role === 'problems' || role === 'causes' || role === 'measures' ? role : undefined;
}

/** Whether a section tells of last year, or of a case. */
function isBeside(draft: Draft | undefined): boolean {
  const title = draft?.heading.title ?? '';
  return sideRole(title) !== undefined || (roleOf(title) === undefined && plainWords.previous.test(title));
}

/** What begins behind a part inside a line, in a style that may not stand in it. */
function leaveInnerPart(open: Draft[], style?: Draft['style']): void {
  const mayHold = style !== undefined && isMarkStyle(style) && rankOf(style) > rankOf('hanParen');
  while (!mayHold && open.at(-1)?.heading.inline && open.at(-1)?.heading.part) open.pop();
}

/** What a line opens at its place; undefined where it is only text. */
function openingOf(place: Place, whole: Whole): KindOfOpening | undefined {
  const { text, line, open } = place;
  const { leads, lost, heads, items, told } = whole;
  const isItem = items.has(line) || (told.items.has(line) && !isBeside(open[0]));
  if (isItem && !line.numbering)
    return { kind: 'aspect', style: 'aspect', part: undefined, misleveled: false, lostNumber: false };
  const own = told.leads.get(line);
  if (own && !line.numbering && !line.bullet && open.length > 0 && !isBeside(open[0]) && opensWith(text, line, own[0]))
    return undefined;
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
  return named ?? (answersCauses(title, open) ? 'measures' : undefined);
}

/** “措施：” names a part after “原因：” under the same aspect. Elsewhere it does not: below “目标：” it belongs to a measure. */
function answersCauses(title: string, open: readonly Draft[]): boolean {
  const last = open.findLast(({ heading }) => heading.part);
  return last?.style === undefined && last?.heading.part === 'causes' && /^(?:具体)?(?:措施|举措|办法)$/.test(title);
}
