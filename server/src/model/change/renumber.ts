import { formatNumbering, type Numbering, officialMarks, renumbered } from '../parse/numbering.ts';
import { countedItems } from '../reading/countedMarks.ts';
import { ordinalsFrom, type Sequence, type SequenceItem, sequencesOf } from '../reading/sequences.ts';
import { allSections, type Section, type Speech } from '../speech.ts';
import { type Edit, followedBy } from './edits.ts';
import { withPins } from './pinRepair.ts';

/**
 * 重排序号: numbers siblings from one up, each with the kind of mark that it has. Numbers that run on from one
 * parent to the next still do. `对应` comments name the new numbers. Nothing else changes; empty for a speech
 * whose numbers are right.
 */
export function renumberEdits(speech: Speech): Edit[] {
  return inRounds(speech, renumberOnce);
}

/** Corrects again until nothing is left: in a muddled text one corrected mark may show where another belongs. */
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

/** More are never needed; a limit in case two corrections undo each other. */
const mostRounds = 4;

function renumberOnce(speech: Speech): Edit[] {
  return withPins(speech, [...markEdits(speech, () => true), ...countedEdits(speech)]);
}

/** For headings that count in words: “第一方面”, “第三方面”. */
function countedEdits(speech: Speech): Edit[] {
  return countedItems(speech).flatMap((items) =>
    items.flatMap((item, index) => markEdit(speech, item, renumbered(item.like, index + 1))),
  );
}

/** The same only for the sequences that are `wanted`, and without the comments. */
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

/** 统一序号样式: writes every mark as the standard has it for its style. The numbers stay. */
export function unifyMarksEdits(speech: Speech): Edit[] {
  return inRounds(speech, unifyOnce);
}

function unifyOnce(speech: Speech): Edit[] {
  const counted = sequencesOf(speech).flatMap(({ items }) =>
    items.flatMap((item) => {
      const { style } = item.like;
      // “第一是”, “第一件事，” and “一来” are fixed ways to speak.
      if (style === 'di' && /^\p{Script=Han}/u.test(item.numbering.after)) return [];
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

/** Whether nobody would see a mark any more: “1、2021年” may not become “1.2021年”. */
function isReadOtherwise(text: string, { span }: Numbering, newText: string): boolean {
  return /[.．]$/.test(newText) && /[0-9０-９]/.test(text.charAt(span.end));
}

/** The first number of each sequence. One that runs on starts after its cousins, as these are renumbered themselves. */
function runningStarts(speech: Speech): Map<Sequence, number> {
  const depths = depthsOf(speech);
  const last = new Map<string, number>();
  const starts = new Map<Sequence, number>();
  for (const sequence of sequencesOf(speech)) {
    const { parent, style, items, first, trailing } = sequence;
    const key = `${parent ? depths.get(parent) : -1} ${style}`;
    const start = first > 1 ? (last.get(key) ?? first - 1) + 1 : 1;
    starts.set(sequence, start);
    last.set(key, (ordinalsFrom(items, start).at(-1) ?? start) + trailing.length);
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
