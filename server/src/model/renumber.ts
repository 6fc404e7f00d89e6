import { countedItems } from './countedMarks.ts';
import { type Edit, followedBy } from './edits.ts';
import { formatNumbering, type Numbering, officialMarks, renumbered } from './numbering.ts';
import { withPins } from './pinRepair.ts';
import { ordinalsFrom, type Sequence, type SequenceItem, sequencesOf } from './sequences.ts';
import { allSections, type Section, type Speech } from './speech.ts';

/**
 * 重排序号: siblings from one up, each in the style of mark it has; where numbers run on across their parents they run on. What
 * `对应` comments name goes along. Nothing else changes, and of a speech that is right nothing at all.
 */
export function renumberEdits(speech: Speech): Edit[] {
  return inRounds(speech, renumberOnce);
}

/** In a text without order a mark put right may show where another belongs: again, until nothing is left to change. */
function inRounds(speech: Speech, once: (speech: Speech) => Edit[]): Edit[] {
  let edits = once(speech);
  for (let round = 1; round < mostRounds && edits.length > 0; round += 1) {
    let more: Edit[] = [];
    const both = followedBy(speech, edits, (after) => {
      more = once(after);
      return more;
    });
    if (more.length === 0) break;
    edits = both.filter(({ span, newText }) => speech.text.slice(span.start, span.end) !== newText);
  }
  return edits;
}

const mostRounds = 4;

function renumberOnce(speech: Speech): Edit[] {
  return withPins(speech, [...markEdits(speech, () => true), ...countedEdits(speech)]);
}

/** “第一方面”, “第三方面”. */
function countedEdits(speech: Speech): Edit[] {
  return countedItems(speech).flatMap((items) =>
    items.flatMap((item, index) => markEdit(speech, item, renumbered(item.like, index + 1))),
  );
}

/** The same for the sequences in which `wanted` finds something, without the comments. */
export function markEdits(speech: Speech, wanted: (sequence: Sequence) => boolean): Edit[] {
  const runs = runningStarts(speech);
  return sequencesOf(speech)
    .filter(wanted)
    .flatMap((sequence) => {
      const first = runs.get(sequence) ?? sequence.first;
      const ordinals = ordinalsFrom(sequence.items, first);
      return sequence.items.flatMap((item, index) =>
        markEdit(speech, item, renumbered(item.like, ordinals[index] ?? first)),
      );
    });
}

/** 统一序号样式: every mark as the standard writes it at its level; the numbers stay. */
export function unifyMarksEdits(speech: Speech): Edit[] {
  return inRounds(speech, unifyOnce);
}

function unifyOnce(speech: Speech): Edit[] {
  const counted = sequencesOf(speech).flatMap(({ items }) =>
    items.flatMap((item) => {
      const { style } = item.like;
      // “第一是” and “一来” are ways of their own to say it.
      if (style === 'di' && item.numbering.after.startsWith('是')) return [];
      if (style === 'qi' && item.numbering.after === '来') return [];
      return markEdit(speech, item, formatNumbering(style, item.numbering.ordinal));
    }),
  );
  const spoken = allSections(speech).flatMap(({ heading: { numbering } }) =>
    numbering?.style === 'shou' && numbering.after === '、'
      ? [{ span: numbering.span, newText: numbering.text.replace('、', officialMarks.shou[1]) }]
      : [],
  );
  return withPins(speech, [...counted, ...spoken]);
}

function markEdit({ text }: Speech, { numbering }: Pick<SequenceItem, 'numbering'>, newText: string): Edit[] {
  if (newText === numbering.text || isReadOtherwise(text, numbering, newText)) return [];
  return [{ span: numbering.span, newText }];
}

/** “1、2021年” may not become “1.2021年”, in which nobody sees a mark any more. */
function isReadOtherwise(text: string, { span }: Numbering, newText: string): boolean {
  return /[.．]$/.test(newText) && /[0-9０-９]/.test(text.charAt(span.end));
}

/** First numbers of the sequences that run on from their cousins, as these will be when they are renumbered themselves. */
function runningStarts(speech: Speech): Map<Sequence, number> {
  const depths = depthsOf(speech);
  const last = new Map<string, number>();
  const starts = new Map<Sequence, number>();
  for (const sequence of sequencesOf(speech)) {
    const { parent, style, items, first, trailing } = sequence;
    const key = `${parent ? depths.get(parent) : -1} ${style}`;
    const start = first > 1 ? (last.get(key) ?? first - 1) + 1 : 1;
    starts.set(sequence, start);
    last.set(key, (ordinalsFrom(items, start).at(-1) ?? start) + (trailing ? 1 : 0));
  }
  return starts;
}

function depthsOf({ sections }: Speech): Map<Section, number> {
  const depths = new Map<Section, number>();
  const visit = (some: readonly Section[], depth: number) => {
    for (const section of some) {
      depths.set(section, depth);
      visit(section.sections, depth + 1);
    }
  };
  visit(sections, 0);
  return depths;
}
