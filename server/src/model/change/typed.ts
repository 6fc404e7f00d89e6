import { type Numbering, renumbered } from '../parse/numbering.ts';
import { allSections, type Section, type Speech, sectionsAt } from '../speech.ts';
import { lineStartOf } from '../text/textLines.ts';
import { type Edit, followedBy, movedOffset } from './edits.ts';
import { withPins } from './pinRepair.ts';
import { markEdits } from './renumber.ts';

/** The edits of a key, and the place of the cursor in the text that they make. */
export interface Typed {
  readonly edits: readonly Edit[];
  readonly cursor: number;
}

/** The filler for the words of a new heading; a text has this character nowhere else. */
export const filler = '\uE000';

/** What a key does in the end: renumbers what the edits have moved, updates the comments, and removes the filler. */
export function finished(speech: Speech, edits: readonly Edit[], cursor: number): Typed {
  const at = Math.max(0, cursor - 1);
  const numbered = followedBy(speech, edits, (after) => {
    const path = sectionsAt(after, at).filter(({ heading }) => !heading.inline);
    const own = path.at(-1);
    const outer = path.at(-2);
    const siblings = outer?.sections ?? after.sections;
    const before = own && siblings[siblings.indexOf(own) - 1];
    const parents = new Set<Section | undefined>([own, outer, path.at(-3), before]);
    return markEdits(
      after,
      ({ parent, items }) => parents.has(parent) && items.every(({ section }) => !section.heading.inline),
    );
  });
  const whole = withPins(speech, numbered).map(({ span, newText }) => ({
    span,
    newText: newText.replaceAll(filler, ''),
  }));
  return { edits: whole, cursor: cursorIn(whole, edits, cursor) };
}

/**
 * Where a cursor in the text that `first` makes is in the text that all edits make. In the words that an edit writes,
 * the mark before it may have become longer or shorter.
 */
function cursorIn(whole: readonly Edit[], first: readonly Edit[], cursor: number): number {
  let by = 0;
  for (const { span, newText } of [...first].sort((a, b) => a.span.start - b.span.start)) {
    const start = span.start + by;
    if (cursor < start) break;
    if (cursor <= start + newText.length) {
      const words = newText.replaceAll(filler, '').length;
      const final = whole.find((edit) => edit.span.start === span.start && edit.span.end === span.end);
      const before = whole.filter((edit) => edit !== final && edit.span.start < span.start);
      const grown = (final?.newText.length ?? words) - words;
      return movedOffset(before, span.start) + Math.min(cursor - start, words) + grown;
    }
    by += newText.length - (span.end - span.start);
  }
  return movedOffset(whole, cursor - by);
}

/** A line of the text, without its line end. */
export interface Line {
  readonly start: number;
  readonly end: number;
}

/** The line that holds the offset, which may be anywhere from its start to its end. */
export function lineAt(text: string, offset: number): Line {
  const start = lineStartOf(text, offset);
  const next = text.indexOf('\n', offset);
  const end = next < 0 ? text.length : next;
  return { start, end: text.charAt(end - 1) === '\r' ? end - 1 : end };
}

/** The section whose heading stands on a line. */
export function lineSection(speech: Speech, { start, end }: Line): Section | undefined {
  for (const section of allSections(speech)) {
    const { span, inline } = section.heading;
    if (!inline && start <= span.start && span.start <= end) return section;
  }
  return undefined;
}

/** The sections around a section, outermost first, itself last. */
export function pathTo(speech: Speech, section: Section): Section[] {
  const path = sectionsAt(speech, section.heading.span.start);
  return path.slice(0, path.indexOf(section) + 1);
}

/** How a new heading is written. */
export interface Model {
  readonly dress: string;
  readonly mark: string;
}

/** How a heading that moves out is written: as the next sibling of its parent. */
export function outerModel({ text }: Speech, parent: Section | undefined): Model | undefined {
  const numbering = parent?.heading.numbering;
  if (!parent || !numbering || parent.heading.inline) return undefined;
  return {
    dress: dressOf(text, parent),
    mark: renumbered(numbering, numbering.ordinal + 1) + blankAfter(text, numbering),
  };
}

/** What stands before the mark of a heading: `#`, blanks and `**`, but no comment. */
export function dressOf(text: string, { heading }: Section): string {
  const end = heading.numbering?.span.start ?? heading.span.start;
  const lineStart = lineStartOf(text, heading.span.start);
  let start = end;
  while (start > lineStart && /[#\s　*]/.test(text.charAt(start - 1))) start -= 1;
  return text.slice(start, end);
}

/** The blank after the mark, which is part of the writer's style: `1. ` or `1.`. */
export function blankAfter(text: string, { span }: Numbering): string {
  return /[ \t]/.test(text.charAt(span.end)) ? ' ' : '';
}
