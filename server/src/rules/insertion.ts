import type { Edit } from '../model/change/edits.ts';
import { aboveComments, textEnd } from '../model/change/sectionLines.ts';
import { type Numbering, renumbered } from '../model/parse/numbering.ts';
import { headingMark } from '../model/reading/countedMarks.ts';
import type { Section, Speech } from '../model/speech.ts';
import { lineEndOf, lineStartOf } from '../model/text/textLines.ts';

/** What a new section says; its paragraphs stand below the heading, or go on in its line where its siblings' do. */
export interface NewSection {
  readonly title: string;
  readonly paragraphs: readonly string[];
}

/**
 * The edits that put a section at `index` among its siblings: formatted, numbered and spaced as they are, with the
 * siblings after it renumbered. The rest of the text stays as it is.
 */
export function insertionEdits(
  speech: Speech,
  siblings: readonly Section[],
  index: number,
  section: NewSection,
): Edit[] {
  const { text } = speech;
  const before = siblings[index - 1];
  const after = siblings[index];
  const model = before ?? after;
  if (!model) return [];
  const eol = lineEndOf(text);
  const gap = gapOf(text, siblings, eol);
  const numbering = usualNumbering(text, siblings, model);
  const own = headingMark(text, model)?.ordinal ?? 1;
  // A first item that was left out has left its number free.
  const ordinal = before && numbering ? own + 1 : Math.max(1, own - 1);
  const mark = numbering ? renumbered(numbering, ordinal) : '';
  const newText = sectionText(text, model, section, { mark, gap });
  // Comments that are for the next section stay above it.
  const at = before
    ? textEnd(speech, before.span.end, forBelow)
    : aboveComments(speech, lineStart(text, model), forBelow);
  const edit: Edit = { span: { start: at, end: at }, newText: before ? gap + newText : newText + gap };
  const [next, ...rest] = movedOn(text, siblings.slice(index), model, ordinal);
  if (next?.span.start !== edit.span.end) return next ? [edit, next, ...rest] : [edit];
  // Two edits at one place are one.
  return [{ span: next.span, newText: edit.newText + next.newText }, ...rest];
}

const forBelow = ['disable-next-line', 'disable'] as const;

/** The mark that most siblings of its style have, so that one wrong mark is not copied. */
function usualNumbering(text: string, siblings: readonly Section[], model: Section): Numbering | undefined {
  const own = headingMark(text, model);
  if (!own) return undefined;
  const marks = siblings.flatMap((sibling) => {
    const mark = headingMark(text, sibling);
    return mark?.style === own.style ? [mark] : [];
  });
  const count = ({ before, after }: Numbering) =>
    marks.filter((other) => other.before === before && other.after === after).length;
  return marks.reduce((best, mark) => (count(mark) > count(best) ? mark : best), own);
}

/** Where the line of a heading starts, with its `#` and `**`. */
export function lineStart(text: string, { heading }: Section): number {
  return lineStartOf(text, heading.line.span.start);
}

/**
 * The blanks that the line of a heading begins with: text pasted from Word has its first-line indents as characters.
 */
export function indentOf(text: string, section: Section): string {
  const before = text.slice(lineStart(text, section), section.heading.line.span.start);
  return /^[ \u3000\u00a0]+$/.exec(before)?.[0] ?? '';
}

/** The new section as text, in the dress of `model`; `gap` stands between its paragraphs. */
function sectionText(
  text: string,
  model: Section,
  { title, paragraphs }: NewSection,
  { mark, gap }: { readonly mark: string; readonly gap: string },
): string {
  const { heading } = model;
  const indent = indentOf(text, model);
  const alone = heading.body.start === heading.body.end;
  const head = headLike(text, model, mark, title + (alone ? '' : heading.titleEnd || '。'));
  // Without the blank between a bold heading and its text the asterisks would stay asterisks.
  const between = /[ \t　]/.exec(text.charAt(heading.body.start - 1))?.[0] ?? '';
  return alone
    ? [head, ...paragraphs.map((paragraph) => indent + paragraph)].join(gap)
    : head + between + paragraphs.join(gap);
}

/**
 * The words as a heading in the dress of `model`, with its indent, its `#`, its `**`, its 【】 and what stands between
 * its mark and its words.
 */
export function headLike(text: string, model: Section, mark: string, words: string): string {
  const { line, span } = model.heading;
  const hashes = line.depth > 0 ? `${'#'.repeat(line.depth)} ` : '';
  const stars = text.charAt(line.span.start) === '*' ? '**' : '';
  const marked = mark === '' ? words : mark + behindMark(text, model) + words;
  // Between asterisks the brackets are read as words.
  const isBracketed = text.slice(span.start - 1, span.start + 1).includes('【');
  const whole = isBracketed ? `【${marked.replace(/】$/, '')}】` : marked;
  return `${indentOf(text, model)}${hashes}${stars}${whole}${stars}`;
}

/** The blank of `1. `, which is part of what is typed, and the colon of “第一部分：”. */
function behindMark(text: string, model: Section): string {
  const { numbering } = model.heading;
  if (numbering) return /[ \t]/.test(text.charAt(numbering.span.end)) ? ' ' : '';
  const end = headingMark(text, model)?.span.end;
  return end === undefined ? '' : (/^[ 　、，：:]{1,4}/.exec(text.slice(end, end + 4))?.[0] ?? '');
}

/** The line ends between two siblings, or the usual blank line. */
export function gapOf(text: string, siblings: readonly Section[], eol: string): string {
  const [first, second] = siblings;
  if (!first || !second) return eol + eol;
  const between = text.slice(first.span.end, lineStart(text, second));
  return /^[ \t]*\r?\n$/.test(between) ? eol : eol + eol;
}

/** The numbers after the new section, one higher, up to the first gap. */
function movedOn(text: string, following: readonly Section[], model: Section, ordinal: number): Edit[] {
  const edits: Edit[] = [];
  const own = headingMark(text, model);
  let taken = ordinal;
  for (const section of following) {
    const numbering = headingMark(text, section);
    // A mark of the wrong level counts with its siblings and is written as theirs.
    const like = section.heading.misleveled ? own : numbering;
    if (!numbering || !own || like?.style !== own.style || numbering.ordinal !== taken) break;
    taken += 1;
    edits.push({ span: numbering.span, newText: renumbered(like, taken) });
  }
  return edits;
}
