import { memoised } from '../memory/memoised.ts';
import { decimalMark } from '../parse/countedOpening.ts';
import type { Numbering } from '../parse/numbering.ts';
import type { Line, Section, Speech } from '../speech.ts';
import { fromHan, hanNumeral } from '../text/numeral.ts';
import type { CountedItem } from './sequences.ts';

/**
 * “第一部分”, “第二方面：”, “第三个问题，” — counting words at the start of headings and paragraphs, which nest nothing,
 * and “1.2 ” in headings. Each result is the marks with the same word below one heading, in reading order, where the
 * first is 第一 and there is a second.
 */
export const countedItems: (speech: Speech) => ReadonlyArray<readonly CountedItem[]> = memoised((speech: Speech) => {
  const found = new Map<string, Numbering[]>();
  for (const entry of speech.entries) {
    const numbering = entry.kind === 'line' && !entry.numbering ? markOf(speech.text, entry) : undefined;
    if (!numbering) continue;
    const parent = parentOf(speech, numbering);
    if (parent?.role === 'previous') continue;
    const key = `${parent?.span.start ?? -1} ${numbering.before}${numbering.after}`;
    found.set(key, [...(found.get(key) ?? []), numbering]);
  }
  return [...found.values()]
    .filter((marks) => marks.length > 1 && marks[0]?.ordinal === 1)
    .map((marks) => marks.map(toItem));
});

/** “第一方面” or, before the title of a heading, “1.2 ”. */
function markOf(text: string, { span, title }: Line): Numbering | undefined {
  const decimal = span.start < title.start ? decimalMark(text, span) : undefined;
  return decimal?.span.end === title.start ? decimal : countedMark(text, title.start);
}

function toItem(numbering: Numbering): CountedItem {
  return { numbering, ordinal: numbering.ordinal, like: numbering, unnumbered: undefined };
}

/** The mark at the start of a line's words. */
export function countedMark(text: string, offset: number): Numbering | undefined {
  if (text.charAt(offset) !== '第') return undefined;
  const [mark, numeral = '', after = ''] = pattern.exec(text.slice(offset, offset + 12)) ?? [];
  if (mark === undefined) return undefined;
  const span = { start: offset, end: offset + mark.length };
  return { style: 'han', ordinal: fromHan(numeral), text: mark, span, before: '第', after };
}

/** The number of a heading, or the words that count it: 第一部分. */
export function headingMark(text: string, { heading }: Section): Numbering | undefined {
  return heading.numbering ?? countedMark(text, heading.titleSpan.start);
}

/** “第一章、第三章都讲到” lists two chapters and counts nothing. */
const pattern = new RegExp(`^第(${hanNumeral})(部分|章|编|节|方面|个方面|个问题)(?=[ 　、，：:]+[^第 　、，：:])`);

/** The innermost section around a mark that is not counted by the same word itself. */
function parentOf({ text, sections }: Speech, { span, after }: Numbering): Section | undefined {
  let parent: Section | undefined;
  for (let inner = sections; ; ) {
    const around = inner.find((section) => section.span.start <= span.start && span.end <= section.span.end);
    if (!around || countedMark(text, around.heading.titleSpan.start)?.after === after) return parent;
    parent = around;
    inner = around.sections;
  }
}
