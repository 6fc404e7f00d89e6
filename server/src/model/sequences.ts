import { memoised } from './memoised.ts';
import type { Numbering, NumberingStyle } from './numbering.ts';
import type { Section, Speech } from './speech.ts';

/** 同级序号 — sibling items that count together. */
export interface Sequence {
  readonly parent: Section | undefined;
  readonly style: NumberingStyle;
  readonly items: readonly SequenceItem[];
  /** The number the first item should have: 1, or the next after the cousins where numbers run on across their parents. */
  readonly first: number;
}

export interface SequenceItem {
  readonly section: Section;
  readonly numbering: Numbering;
  readonly ordinal: number;
  /** The mark by whose form the item should be written: its own, or its siblings' where its own belongs to a deeper level. */
  readonly like: Numbering;
}

/** Every sequence of a speech but those of the last year's part, which quotes what was; outermost first. */
export const sequencesOf: (speech: Speech) => readonly Sequence[] = memoised((speech: Speech) => {
  const found: Sequence[] = [];
  const lastOrdinals = new Map<string, number>();
  collect(speech.sections, undefined, 0);
  return found;

  function collect(siblings: readonly Section[], parent: Section | undefined, depth: number): void {
    for (const [style, items] of byStyle(siblings)) {
      if (style === 'bullet' || style === 'shou') continue;
      const key = `${depth} ${style}`;
      const start = items[0]?.ordinal ?? 1;
      const runsOn = parent !== undefined && start > 1 && lastOrdinals.get(key) === start - 1;
      lastOrdinals.set(key, items.at(-1)?.ordinal ?? 0);
      found.push({ parent, style, items, first: runsOn ? start : 1 });
    }
    for (const section of siblings) if (section.role !== 'previous') collect(section.sections, section, depth + 1);
  }
});

function byStyle(siblings: readonly Section[]): Map<NumberingStyle, SequenceItem[]> {
  const groups = new Map<NumberingStyle, SequenceItem[]>();
  let last: SequenceItem | undefined;
  for (const section of siblings) {
    const { numbering, misleveled } = section.heading;
    if (!numbering) continue;
    const like: Numbering = misleveled && last ? last.like : numbering;
    const item = { section, numbering, ordinal: numbering.ordinal, like };
    const group = groups.get(like.style);
    if (group) group.push(item);
    else groups.set(like.style, [item]);
    last = item;
  }
  return groups;
}
