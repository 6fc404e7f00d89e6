import { memoised } from '../memory/memoised.ts';
import type { Numbering, NumberingStyle } from '../parse/numbering.ts';
import type { Line, Section, Speech } from '../speech.ts';

/** 同级序号 — sibling headings or points that are counted together. */
export interface Sequence {
  readonly parent: Section | undefined;
  readonly style: NumberingStyle;
  readonly items: readonly SequenceItem[];
  /**
   * The number that the first item should have: 1, unless the numbers run on from the items below the previous parent.
   */
  readonly first: number;
  /** The siblings after the last item that have lost their numbers. */
  readonly trailing: readonly Section[];
}

/** A section of a sequence. */
export interface SequenceItem extends CountedItem {
  readonly section: Section;
}

/** What is needed to count an item, and to write its mark. */
export interface CountedItem {
  readonly numbering: Numbering;
  readonly ordinal: number;
  /**
   * The mark after which the item's own should be formed: itself, or a sibling's if the item's belongs to another
   * level.
   */
  readonly like: Numbering;
  /** The sibling directly before it, if that has no number. */
  readonly unnumbered: Section | undefined;
}

/**
 * All sequences whose numbers matter, outermost first. Of last year's part, which quotes an old text, only 一是…二是… in
 * one paragraph; not 首先, 其次, 最后.
 */
export function sequencesOf({ sections }: Pick<Speech, 'sections'>): readonly Sequence[] {
  return counted(sections);
}

/** The same with 首先, 其次, 最后, which only name an order. */
export function allSequencesOf({ sections }: Pick<Speech, 'sections'>): readonly Sequence[] {
  return sequencesIn(sections);
}

const counted = memoised((sections: readonly Section[]) =>
  sequencesIn(sections).filter(({ style }) => style !== 'shou'),
);

/** The numbers of the items when they are counted from `first`. Each sibling that has lost its number takes one too. */
export function ordinalsFrom(items: readonly CountedItem[], first: number): number[] {
  let next = first;
  return items.map(({ unnumbered }) => {
    if (unnumbered?.heading.lostNumber) next += 1;
    next += 1;
    return next - 1;
  });
}

const sequencesIn = memoised((sections: readonly Section[]): readonly Sequence[] => {
  const found: Sequence[] = [];
  const lastOrdinals = new Map<string, number>();
  collect(sections, undefined, 0);
  return found;

  function collect(siblings: readonly Section[], parent: Section | undefined, depth: number, inOld = false): void {
    const isOld = parent?.role === 'previous' || inOld;
    for (const { style, items, trailing } of byStyle(siblings)) {
      if (style === 'bullet' || (isOld && !isOwnSeries(style, items))) continue;
      const key = `${depth} ${style}`;
      const start = items[0]?.ordinal ?? 1;
      const runsOn = parent !== undefined && start > 1 && lastOrdinals.get(key) === start - 1;
      lastOrdinals.set(key, items.at(-1)?.ordinal ?? 0);
      found.push({ parent, style, items, first: runsOn ? start : 1, trailing });
    }
    for (const section of siblings) collect(section.sections, section, depth + 1, isOld);
  }
});

/**
 * Whether items are counted in this very text, though in last year's part: 一是…二是… in one paragraph, which nobody quotes
 * with gaps.
 */
function isOwnSeries(style: NumberingStyle, items: readonly SequenceItem[]): boolean {
  const line = items[0]?.section.heading.line;
  return (
    style === 'shi' &&
    items.every(
      ({ ordinal, section: { heading } }, at) => (at > 0 || ordinal === 1) && heading.inline && heading.line === line,
    )
  );
}

interface Group {
  readonly style: NumberingStyle;
  readonly items: SequenceItem[];
  trailing: Section[];
}

function byStyle(siblings: readonly Section[]): Group[] {
  const groups: Group[] = [];
  // The model for a first item whose mark belongs to another level.
  const second = siblings.find(({ heading }) => heading.numbering && !heading.misleveled)?.heading.numbering;
  let last: SequenceItem | undefined;
  let before: Section | undefined;
  for (const section of siblings) {
    const { numbering, misleveled } = section.heading;
    if (numbering) {
      const like: Numbering = (misleveled && (last?.like ?? second)) || numbering;
      const unnumbered = before?.heading.numbering ? undefined : before;
      const item = { section, numbering, ordinal: numbering.ordinal, like, unnumbered };
      const group = groups.findLast(({ style }) => style === like.style);
      const isNew = !group || (numbering.ordinal === 1 && before !== undefined && beginsList(section, before));
      if (isNew) groups.push({ style: like.style, items: [item], trailing: [] });
      else {
        group.items.push(item);
        group.trailing = [];
      }
      last = item;
    } else if (section.heading.lostNumber) {
      const group = groups.findLast(({ style }) => style === last?.like.style);
      group?.trailing.push(section);
    }
    before = section;
  }
  return groups;
}

/**
 * Whether a first item begins another list, and does not repeat a number: inside a later paragraph, or after words that
 * lead in to it.
 */
function beginsList({ heading }: Section, before: Section): boolean {
  return (heading.inline && heading.line !== before.heading.line) || endsInLeadIn(before);
}

/** Whether the last paragraph of a section leads in to what follows, as “今后我这样改：” does. Its heading does not count. */
function endsInLeadIn(section: Section): boolean {
  const line = section.body.findLast((entry): entry is Line => entry.kind === 'line');
  const inner = section.sections.at(-1);
  if (inner && !(line && line.span.start > inner.span.start)) return endsInLeadIn(inner);
  return line?.leadsIn ?? false;
}
