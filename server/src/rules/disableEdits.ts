import { applyEdits, type Edit, movedOffset } from '../model/change/edits.ts';
import { frontMatterLength } from '../model/parse/blocks.ts';
import { parseSpeech } from '../model/parse/parse.ts';
import type { Speech } from '../model/speech.ts';
import { lineEndOf, lineStartOf } from '../model/text/textLines.ts';
import { type Directive, directivesOf, isDisabled } from './disable.ts';

/**
 * Switches a rule off for the line that an offset stands in, by a comment above it, or by its name in the one that is
 * there; undefined where a comment would tear something apart (a table, a paragraph of several lines) or would be none
 * (in front matter, in code).
 */
export function disableOnLine(speech: Speech, rule: string, offset: number): Edit | undefined {
  const { text } = speech;
  const above = directivesOf(speech).find(
    ({ verb, scope }) => verb === 'disable-next-line' && scope.start <= offset && offset < scope.end,
  );
  const start = Math.max(lineStartOf(text, offset), bomLength(text));
  const indent = /^[ \t]*/.exec(text.slice(start, offset))?.[0] ?? '';
  const eol = lineEndOf(text);
  // Where blank lines separate paragraphs, one goes below the comment as well: headings want one above them.
  const gap = /(?:^|\n)[ \t]*\r?\n$|^\uFEFF?$/.test(text.slice(Math.max(0, start - 99), start)) ? eol : '';
  const comment = `${indent}<!-- fayan-disable-next-line ${rule} -->${eol}${gap}`;
  return sound(speech, rule, offset, above ? alsoNamed(above, rule) : insertion(start, comment));
}

/**
 * Switches it off in the whole speech, by a comment above the title; undefined where nothing
 * stands below the front matter.
 */
export function disableInFile(speech: Speech, rule: string, offset: number): Edit | undefined {
  const { text } = speech;
  const known = directivesOf(speech).find(({ verb }) => verb === 'disable-file');
  const top = frontMatterLength(text) || bomLength(text);
  const blank = /^(?:[ \t]*\r?\n)*/.exec(text.slice(top))?.[0].length ?? 0;
  const eol = lineEndOf(text);
  const comment = `<!-- fayan-disable-file ${rule} -->${eol}${eol}`;
  return sound(speech, rule, offset, known ? alsoNamed(known, rule) : insertion(top + blank, comment));
}

function alsoNamed({ names }: Directive, rule: string): Edit | undefined {
  const last = names.at(-1);
  return last && insertion(last.span.end, ` ${rule}`);
}

function insertion(at: number, newText: string): Edit {
  return { span: { start: at, end: at }, newText };
}

function bomLength(text: string): number {
  return text.startsWith('\uFEFF') ? 1 : 0;
}

/** The edit, if it switches the rule off and changes nothing else in how the text is read. */
function sound(speech: Speech, rule: string, offset: number, edit: Edit | undefined): Edit | undefined {
  if (!edit) return undefined;
  const after = parseSpeech(applyEdits(speech.text, [edit]), speech);
  const isOff = isDisabled(directivesOf(after), rule, movedOffset([edit], offset));
  const moved = shapeOf(speech, (at) => movedOffset([edit], at));
  return isOff && moved === shapeOf(after, (at) => at) ? edit : undefined;
}

/** What the text is read as, comments left out. */
function shapeOf({ entries }: Speech, moved: (offset: number) => number): string {
  return entries
    .filter(({ kind }) => kind !== 'comment')
    .map((entry) => {
      const { start, end } = entry.span;
      const line = entry.kind === 'line' ? [entry.depth, entry.bullet, entry.opensParagraph] : [];
      return [entry.kind, moved(start), moved(end), ...line].join(' ');
    })
    .join('\n');
}
