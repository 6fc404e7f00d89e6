import { commentsOf, type Instruction, instructionIn } from '../reading/comments.ts';
import type { Section, Speech } from '../speech.ts';
import type { Span } from '../text/span.ts';
import { lineStartOf } from '../text/textLines.ts';

/**
 * The whole lines of a section, with `#` and `**`, without the last line end. Comments with such an instruction right
 * above a heading are for what follows, and belong to the section below them.
 */
export function linesOf(speech: Speech, { heading, span }: Section, forBelow: readonly Instruction[]): Span {
  const { text } = speech;
  const start = aboveComments(speech, lineStartOf(text, heading.span.start), forBelow);
  const next = text.indexOf('\n', span.end);
  return { start, end: textEnd(speech, next < 0 ? text.length : next, forBelow) };
}

/** Where the text ends that reaches to an offset, without the comments there that are for what follows. */
export function textEnd(speech: Speech, at: number, forBelow: readonly Instruction[]): number {
  const { text } = speech;
  const end = aboveComments(speech, at, forBelow);
  if (end < at) return text.slice(0, end).trimEnd().length;
  return text.charAt(end - 1) === '\r' ? end - 1 : end;
}

/** Where the comments with such an instruction begin that stand right above an offset, alone in their lines. */
export function aboveComments(speech: Speech, at: number, wanted: readonly Instruction[]): number {
  const { text } = speech;
  let top = at;
  for (const { start, end } of commentsOf(speech).toReversed()) {
    if (end > top) continue;
    const lineStart = lineStartOf(text, start);
    const isAlone = isBlank(text, lineStart, start) && isBlank(text, end, top);
    const instruction = isAlone && instructionIn(text.slice(start, end));
    if (!instruction || !wanted.includes(instruction)) break;
    top = lineStart;
  }
  return top;
}

/** Whether the words right before an offset are a comment for the line behind it. */
export function isSpokenFor(speech: Speech, at: number): boolean {
  const last = commentsOf(speech).findLast(({ end }) => end <= at);
  if (!last || !isBlank(speech.text, last.end, at)) return false;
  return instructionIn(speech.text.slice(last.start, last.end)) === 'disable-next-line';
}

/** Whether what is switched off in a span is switched on again in it, and nothing else is switched on. */
export function switchesNothing(speech: Speech, { start, end }: Span): boolean {
  let depth = 0;
  for (const comment of commentsOf(speech)) {
    if (comment.start < start || comment.end > end) continue;
    const instruction = instructionIn(speech.text.slice(comment.start, comment.end));
    if (instruction === 'disable') depth += 1;
    if (instruction === 'enable') depth -= 1;
    if (depth < 0) return false;
  }
  return depth === 0;
}

function isBlank(text: string, start: number, end: number): boolean {
  return text.slice(start, end).trim() === '';
}
