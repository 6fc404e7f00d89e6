import { allSections, type Section, type Speech } from '../speech.ts';
import type { Span } from '../text/span.ts';
import { hasPart } from './sectionsByRole.ts';

/** Whether words end as a sentence does; where they do not, more may be on its way. */
export function endsSentence(words: string): boolean {
  return /[。！？；…—!?][”’）》*_\s]*$/.test(words);
}

/**
 * Whether a paragraph breaks off in the clause that begins at a mark, behind other clauses: the mark's other half may
 * be on its way. A paragraph that stays like this is told to lack its end. So with a number that is being typed.
 */
export function breaksOffIn(text: string, { start, end }: Span, mark: number): boolean {
  const [before, after] = [text.slice(start, mark), text.slice(mark, end)];
  if (before.trim() === '') return /^（[一二三四五六七八九十0-9]{0,3}\s*$/.test(after);
  return /[，。；：]/.test(before) && !/[，。；：！？]/.test(after);
}

/** Whether a section is where the speech ends, so that it may just be being written. */
export function isAtEnd(outline: Speech, section: Section): boolean {
  const last = allSections(outline).at(-1);
  return last !== undefined && last.span.start >= section.span.start && last.span.end <= section.span.end;
}

/** Whether a speech has not come to its measures, or to its last words. */
export function isBegun(outline: Speech): boolean {
  const said = outline.closing.some(({ span }) => endsSentence(outline.text.slice(span.start, span.end)));
  const isClosed = said || outline.sections.some(({ role }) => role === 'closing');
  return !hasPart(outline, 'measures') && !isClosed;
}
