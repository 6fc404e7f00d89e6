import type { Edit } from '../model/change/edits.ts';
import type { Context } from '../model/context.ts';
import { type Speech, type Unit, unitsOf } from '../model/speech.ts';
import { type Span, trimSpan } from '../model/text/span.ts';
import { lineEndOf, lineStartOf } from '../model/text/textLines.ts';
import { type Pin, pinsOf, referenceTo } from '../model/trace/pins.ts';
import { problemsOf, trace } from '../model/trace/trace.ts';

/**
 * The edits that pin a unit to exactly these counterparts. Pins stand at the measures, but a problem meant to have none
 * says so itself; with an empty list the measures are for others, and the problem is unmet. Measures that already say
 * what is wanted stay as they are.
 */
export function linkEdits(speech: Speech, unit: Unit, chosen: readonly Unit[] | 'none', context: Context): Edit[] {
  const isExempt = chosen === 'none';
  const wanted = isExempt ? [] : chosen;
  if (unit.kind !== 'problem') return [pinEdit(speech, unit, wanted)];
  const found = trace(speech, context);
  const own = pinAt(speech, unit);
  const atProblem = own !== undefined && !own.none;
  const atMeasures = speech.measures.flatMap((measure) => {
    const linked = problemsOf(measure, found).map(({ from }) => from);
    const others = linked.filter((problem) => problem !== unit);
    const says = pinAt(speech, measure)?.references.some(({ units }) => units[0] === unit) ?? false;
    if (wanted.includes(measure)) return says || atProblem ? [] : [pinEdit(speech, measure, [...others, unit])];
    const isOver = says || (!isExempt && !(wanted.length > 0 && atProblem) && linked.includes(unit));
    return isOver ? [pinEdit(speech, measure, others)] : [];
  });
  if (isExempt) return [...atMeasures, pinEdit(speech, unit, [])];
  if (atProblem && wanted.length > 0) return [...atMeasures, pinEdit(speech, unit, wanted)];
  return own ? [...atMeasures, { span: withLine(speech, own.comment), newText: '' }] : atMeasures;
}

/** The unit with an id; undefined where there is none. */
export function unitById(speech: Speech, id: string): Unit | undefined {
  return unitsOf(speech).find((unit) => unit.id === id);
}

function pinAt(speech: Speech, unit: Unit): Pin | undefined {
  return pinsOf(speech).pins.find(({ owner }) => owner === unit);
}

/** Puts a pin in place of the one that is there, or at the head of the unit. */
function pinEdit(speech: Speech, unit: Unit, others: readonly Unit[]): Edit {
  const references = [...others].sort((a, b) => a.span.start - b.span.start).map((other) => referenceTo(speech, other));
  const pin = `<!-- 对应：${references.length > 0 ? references.join('、') : '无'} -->`;
  const known = pinAt(speech, unit);
  return known ? { span: known.comment, newText: pin } : newPin(speech, unit, pin);
}

/**
 * A table cell ends with its pin. A paragraph without a heading begins with it, and so does a point inside a paragraph,
 * which a pin below its head would part; all other units have it below their head.
 */
function newPin(speech: Speech, unit: Unit, pin: string): Edit {
  const { text } = speech;
  if (!unit.section) {
    if (isTableRow(speech, unit)) return insertion(cellEnd(speech, unit), ` ${pin}`);
    return insertion(unit.span.start, pin);
  }
  const below = placeBelow(speech, unit);
  if (unit.section.heading.inline || !endsLine(text, below)) return insertion(beforeHead(speech, unit), pin);
  const eol = lineEndOf(text);
  return insertion(below, `${eol}${eol}${' '.repeat(indentOf(speech, unit))}${pin}`);
}

/** Before the number, and the asterisks that make it bold. */
function beforeHead({ text }: Speech, { headSpan }: Unit): number {
  let at = headSpan.start;
  while (text.charAt(at - 1) === '*') at -= 1;
  return at;
}

/** Whether nothing but blanks follows in the line. */
function endsLine(text: string, at: number): boolean {
  return /^[ \t]*(?:\r?\n|$)/.test(text.slice(at, at + 200));
}

/** After the paragraph of the head, or at the end of the unit where that paragraph continues on the next line. */
function placeBelow({ text, entries }: Speech, { section, span, headSpan }: Unit): number {
  const { line } = section?.heading ?? {};
  const newline = text.indexOf('\n', Math.max(headSpan.end, line?.span.end ?? 0));
  // A `---` closes what stands above it.
  const last = entries.findLast(({ kind, span: { end } }) => kind !== 'rule' && end > headSpan.end && end <= span.end);
  const end = last?.span.end ?? span.end;
  if (newline < 0 || newline >= end) return end;
  const lineEnd = text.charAt(newline - 1) === '\r' ? newline - 1 : newline;
  const runsOn = !line?.depth && !endsLine(text, newline + 1);
  return runsOn ? end : lineEnd;
}

/** The end of the words in the unit's table cell. */
function cellEnd({ text }: Speech, { titleSpan, span }: Unit): number {
  const bar = /(?<!\\)\|/.exec(text.slice(titleSpan.end, span.end));
  return trimSpan(text, { start: titleSpan.start, end: bar ? titleSpan.end + bar.index : span.end }).end;
}

/** The indent that makes a pin in a list belong to its item. */
function indentOf({ text }: Speech, { headSpan }: Unit): number {
  const lineStart = lineStartOf(text, headSpan.start);
  const start = text.slice(lineStart, headSpan.start + 5);
  return /^[ \t]*(?:[0-9]{1,3}[.)]|[-*+])[ \t]+/.exec(start)?.[0].length ?? 0;
}

/** The pin, with the blank line before it where nothing follows on its own. */
function withLine({ text }: Speech, { start, end }: Span): Span {
  if (!endsLine(text, end)) return { start, end };
  const blank = /(?:\r?\n[ \t]*){1,2}$/.exec(text.slice(Math.max(0, start - 40), start))?.[0] ?? '';
  return { start: start - blank.length, end };
}

function isTableRow(speech: Speech, { span }: Unit): boolean {
  return speech.entries.some(
    (entry) => entry.kind === 'table' && entry.span.start <= span.start && span.end <= entry.span.end,
  );
}

function insertion(at: number, newText: string): Edit {
  return { span: { start: at, end: at }, newText };
}
