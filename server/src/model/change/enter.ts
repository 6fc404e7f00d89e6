import { renumbered } from '../parse/numbering.ts';
import { type Opening, openingOf } from '../parse/opening.ts';
import { parseSpeech } from '../parse/parse.ts';
import type { Section, Speech } from '../speech.ts';
import { lineEndOf } from '../text/textLines.ts';
import { applyEdits } from './edits.ts';
import {
  blankAfter,
  filler,
  finished,
  type Line,
  lineAt,
  lineSection,
  outerModel,
  pathTo,
  type Typed,
} from './typed.ts';

/**
 * Enter at the end of a numbered line begins the next number. On a line with only a number it moves that out by a
 * level, and at the outermost level removes it. Undefined where Enter has its ordinary meaning.
 */
export function enter(speech: Speech, offset: number): Typed | undefined {
  const { text } = speech;
  const line = lineAt(text, offset);
  // The cursor may be before the ** that close the line.
  const rest = text.slice(offset, line.end).trim();
  if (rest !== '' && rest !== '**') return undefined;
  const opening = openingOf(text, line);
  if (!opening) return undefined;
  if (text.slice(opening.numbering.span.end, line.end).replaceAll('*', '').trim() === '')
    return stepOut(speech, line, opening);
  const section = lineSection(speech, line);
  if (!section || hasContent(speech, section, line.end)) return undefined;
  const { numbering } = section.heading;
  if (!numbering) return undefined;
  const eol = lineEndOf(text);
  const gap = isTight(text, line) ? eol : eol + eol;
  const stars = opening.dress.includes('**') && text.slice(line.start, line.end).trimEnd().endsWith('**');
  const dress = stars ? opening.dress : opening.dress.replaceAll('*', '');
  // “一是……二是……” in one paragraph goes on after its last mark.
  const last = section.heading.line.series.findLast(({ style }) => style === numbering.style) ?? numbering;
  const head = rest + gap + dress + renumbered(numbering, last.ordinal + 1) + blankAfter(text, numbering);
  const edit = { span: { start: offset, end: line.end }, newText: `${head}${filler}${stars ? '**' : ''}` };
  return finished(speech, [edit], offset + head.length);
}

/**
 * What `enter` does, in a text where the key has already broken the line and the cursor is after the break. So a writer
 * who types on at once keeps the plain break, and no letter can get before it.
 */
export function afterEnter(speech: Speech, offset: number): Typed | undefined {
  const { text } = speech;
  const broken = /\r?\n$/.exec(text.slice(Math.max(0, offset - 2), offset))?.[0];
  if (!broken) return undefined;
  const at = offset - broken.length;
  const whole = parseSpeech(applyEdits(text, [{ span: { start: at, end: offset }, newText: '' }]), speech);
  const typed = enter(whole, at);
  if (!typed) return undefined;
  const edits = typed.edits.map(({ span: { start, end }, newText }) => ({
    span: { start: start > at ? start + broken.length : start, end: end >= at ? end + broken.length : end },
    newText,
  }));
  return { edits, cursor: typed.cursor };
}

/** Moves a line with only a number out by a level, or removes the number at the outermost level. */
function stepOut(speech: Speech, line: Line, { numbering }: Opening): Typed {
  const { text } = speech;
  const probe = { span: { start: numbering.span.end, end: numbering.span.end }, newText: filler };
  const read = parseSpeech(applyEdits(text, [probe]), speech);
  const section = lineSection(read, line);
  const path = section ? pathTo(read, section) : [];
  const model = outerModel(read, path.at(-2));
  const span = { start: line.start, end: line.end };
  if (!model) return finished(speech, [{ span, newText: '' }], line.start);
  const head = model.dress + model.mark;
  const stars = model.dress.includes('**') ? '**' : '';
  return finished(speech, [{ span, newText: head + filler + stars }], line.start + head.length);
}

/** Whether anything below the line belongs to its heading. */
function hasContent({ text }: Speech, { span }: Section, lineEnd: number): boolean {
  return span.end > lineEnd && text.slice(lineEnd, span.end).trim() !== '';
}

/** Whether the line follows another numbered one without a blank line between. */
function isTight(text: string, { start, end }: Line): boolean {
  const above = text.slice(text.lastIndexOf('\n', start - 2) + 1, Math.max(0, start - 1));
  const below = text.slice(end).replace(/^\r?\n/, '');
  return (
    /\S/.test(above) &&
    !/^#/.test(above) &&
    (openingOf(above, { start: 0, end: above.length }) !== undefined || /^[^\S\n]*\S/.test(below))
  );
}
