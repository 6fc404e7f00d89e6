import type { Numbering } from '../parse/numbering.ts';
import type { Section, Speech } from '../speech.ts';
import { countedItems } from './countedMarks.ts';
import { type CountedItem, sequencesOf } from './sequences.ts';

/**
 * The mark of a section if exactly one number is missing before it, and no sibling there has lost it; undefined for any
 * other section.
 */
export function gapBefore(speech: Speech, section: Section | undefined): Numbering | undefined {
  if (!section) return undefined;
  for (const { items, first } of sequencesOf(speech)) {
    const at = items.findIndex((item) => item.section === section);
    if (at >= 0) return gapAt(items, at, first);
  }
  const { start } = section.heading.titleSpan;
  for (const items of countedItems(speech)) {
    const at = items.findIndex(({ numbering }) => numbering.span.start === start);
    if (at >= 0) return gapAt(items, at, 1);
  }
  return undefined;
}

function gapAt(items: readonly CountedItem[], at: number, first: number): Numbering | undefined {
  const item = items[at];
  const expected = at > 0 ? (items[at - 1]?.ordinal ?? 0) + 1 : first;
  return item?.ordinal === expected + 1 && !item.unnumbered?.heading.lostNumber ? item.numbering : undefined;
}
