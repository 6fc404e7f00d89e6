import { isPromise, mayClose } from '../outline/closing.ts';
import { isLead, longestTitle, titleWords } from '../outline/headingLine.ts';
import { keepsLeads } from '../outline/innerLeads.ts';
import { isAspectTitle, pureRole } from '../outline/role.ts';
import { mayLeadIn, shortestUnit } from '../outline/unitParagraphs.ts';
import { countedMark } from '../reading/countedMarks.ts';
import type { Entry, Line, Section, Speech, Unit } from '../speech.ts';
import { moveSpan, type Span } from '../text/span.ts';

/**
 * One replacement, which makes `before` read `text`: what stood in `replaced` is now `by` characters longer (or
 * shorter, below 0).
 */
export interface Replacement {
  readonly before: Speech;
  readonly text: string;
  readonly replaced: Span;
  readonly by: number;
}

/**
 * Whether an edit within one line cannot have changed the outline: it lies inside a paragraph, or inside the text run
 * in with a heading, but neither at its start nor in a title, and the words that make a paragraph something else are
 * the same before and after. In doubt false: then the outline is read anew.
 */
export function isBodyEdit(edit: Replacement): boolean {
  const { before, text, replaced, by } = edit;
  const section = pathTo(before.sections, replaced).at(-1);
  if (!section) return isInPreamble(edit);
  const { heading } = section;
  const isRunIn = holds(heading.body, replaced);
  const line = isRunIn ? heading.line : section.body.find(({ span }) => holds(span, replaced));
  if (line?.kind !== 'line' || line === firstBelowTitle(before) || before.text.startsWith('附', line.span.start))
    return false;
  // Blanks and asterisks at the end of a point are not part of it.
  if (replaced.end === heading.body.end && /[\s　*]/.test(text.charAt(replaced.end + by - 1))) return false;
  // The first characters behind a title may be what closes it.
  const isText = () => isParagraph(line, edit, section.sections.length > 0 || isLead(heading));
  if (!keepsOwnLeads(line, edit) || mayAnnounce(line, edit)) return false;
  if (isRunIn ? replaced.start < line.title.end + 3 : !isText()) return false;
  return unitsAround(before, replaced).every(
    ({ titleSpan, headSpan }) => titleSpan.end < replaced.start && headSpan.end < replaced.start,
  );
}

/** Whether it lies in a paragraph between the title and the first section. */
function isInPreamble(edit: Replacement): boolean {
  const { before, replaced } = edit;
  const { preamble, sections, titleBlock } = before;
  const line = preamble.find(({ span }) => holds(span, replaced));
  if (line?.kind !== 'line' || sections.length === 0 || titleBlock.lines.length === 0) return false;
  return isParagraph(line, edit, true) && keepsOwnLeads(line, edit);
}

/**
 * Whether it lies right before the first point inside a line, where “主要有以下三个方面：” may stand, or makes or unmakes words
 * like 三是, which may count on without being a point.
 */
function mayAnnounce({ series: [first] }: Line, { before, text, replaced: { start, end }, by }: Replacement): boolean {
  if (!first) return false;
  if (start < first.span.start && first.span.start - end < longestAnnouncement) return true;
  const [from, behind] = [Math.max(0, start - 2), end + 2];
  return countsOn.test(before.text.slice(from, behind)) || countsOn.test(text.slice(from, behind + by));
}

/** In characters. */
export const longestAnnouncement = 40;

const countsOn = /[一二三四五六七八九十]是/;

/** Whether the words inside a line that may open something are the same before and after. */
function keepsOwnLeads({ span }: Line, { before, text, replaced, by }: Replacement): boolean {
  return keepsLeads(
    textOf(before.text, span),
    textOf(text, mover(replaced, by)(span)),
    moveSpan(replaced, -span.start),
  );
}

/**
 * Whether a line is only a paragraph, before and after. Where it `mayAnnounce` items, only a long one is sure to be.
 */
function isParagraph(line: Line, { before, text, replaced, by }: Replacement, mayAnnounce: boolean): boolean {
  const { span, title } = line;
  const isMarked = line.numbering || line.depth > 0 || line.bold || line.bullet || line.leadsIn;
  if (isMarked || /^[*—]/.test(before.text.charAt(span.start))) return false;
  const move = mover(replaced, by);
  const [oldWords, oldTitle] = [textOf(before.text, span), titleWords(before.text, title)];
  const [newWords, newTitle] = [textOf(text, move(span)), titleWords(text, move(title))];
  const isPlain = (own: string) =>
    own.length >= shortestParagraph || (!mayAnnounce && own.length >= shortestUnit && !mayLeadIn(own));
  if (!isPlain(oldWords) || !isPlain(newWords) || mayClose(oldWords) || mayClose(newWords)) return false;
  if (isPromise(oldWords) !== isPromise(newWords)) return false;
  if (countedMark(oldWords, 0)?.text !== countedMark(newWords, 0)?.text) return false;
  if (oldTitle === newTitle) return true;
  const isSentence = (own: string) => own.length > longestTitle && !pureRole(own) && !isAspectTitle(own);
  return isSentence(oldTitle) && isSentence(newTitle);
}

/** In characters. A shorter paragraph may say how many items follow. */
export const shortestParagraph = 64;

function textOf(text: string, { start, end }: Span): string {
  return text.slice(start, end);
}

/** Whether one span lies within another, and not at its start. */
function holds(outer: Span, inner: Span): boolean {
  return outer.start < inner.start && inner.end <= outer.end;
}

/** The sections around a span, outermost first. */
function pathTo(sections: readonly Section[], span: Span): Section[] {
  const path: Section[] = [];
  for (let inner: readonly Section[] | undefined = sections; inner; ) {
    const around: Section | undefined = inner.find((section) => section.span.end >= span.end);
    if (!around || !holds(around.span, span)) break;
    path.push(around);
    inner = around.sections;
  }
  return path;
}

/** The first line below the title, whose words decide where the search for title and author ends. */
function firstBelowTitle({ entries, titleBlock }: Speech): Entry | undefined {
  return entries.find((entry) => entry.kind === 'line' && !titleBlock.lines.includes(entry));
}

/** The units and points that a span touches. */
function unitsAround({ problems, causes, measures }: Speech, span: Span): Unit[] {
  const around: Unit[] = [];
  const add = (units: readonly Unit[]) => {
    for (const unit of units) {
      if (unit.span.end < span.start || unit.span.start >= span.end) continue;
      around.push(unit);
      add(unit.points);
    }
  };
  add(problems);
  add(causes);
  add(measures);
  return around;
}

/** Where a span of `before` stands after the replacement. */
export function mover({ end }: Span, by: number): (span: Span) => Span {
  const offset = (at: number) => (at >= end ? at + by : at);
  return (span) => (span.end < end || by === 0 ? span : { start: offset(span.start), end: offset(span.end) });
}
