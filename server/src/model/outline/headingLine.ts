import { withoutComments } from '../reading/comments.ts';
import type { Heading, Line } from '../speech.ts';
import type { Span } from '../text/span.ts';
import { pureRole } from './role.ts';

/** The words of a title, without comments, asterisks and line ends. */
export function titleWords(text: string, { start, end }: Span): string {
  return withoutComments(text.slice(start, end))
    .replaceAll(/\*\*|\r?\n/g, '')
    .trim();
}

/** Whether no text follows the title in its line. */
export function isAlone({ body }: Line): boolean {
  return body.start === body.end;
}

/** Whether a line has no number, no `#`, and is not bold. */
export function isPlain({ numbering, depth, bold }: Pick<Line, 'numbering' | 'depth' | 'bold'>): boolean {
  return numbering === undefined && depth === 0 && !bold;
}

/** Whether a heading is a sentence that leads in to a part, as in a talk without headings. */
export function isLead({ line, titleEnd, part }: Heading): boolean {
  return part !== undefined && isPlain(line) && /[。？！…]/.test(titleEnd);
}

/** `**政治纪律方面。**正文`: a paragraph without numbering that begins with a few bold words. */
export function startsBold(text: string, line: Line): boolean {
  if (line.numbering || line.bullet || line.bold || isAlone(line) || !text.startsWith('**', line.span.start))
    return false;
  const { start, end } = line.title;
  const length = end - start;
  const closes = /^[。；：？！]?\*\*|^\*\*/.test(text.slice(end, end + 3));
  return closes && length > 0 && length <= longestTitle && pureRole(titleWords(text, line.title)) === undefined;
}

/** In characters: a longer line is a heading run in with its text, even with a number or `#`. */
export const longestHeading = 48;

/** In characters: a longer line is a sentence, unless a number or `#` says otherwise. */
export const longestTitle = 40;
