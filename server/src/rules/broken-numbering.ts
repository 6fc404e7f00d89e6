import { t } from '@vscode/l10n';
import type { Edit } from '../model/change/edits.ts';
import { type Numbering, renumbered } from '../model/parse/numbering.ts';
import { countedItems } from '../model/reading/countedMarks.ts';
import { type CountedItem, ordinalsFrom, type Sequence, sequencesOf } from '../model/reading/sequences.ts';
import type { Section } from '../model/speech.ts';
import type { Finding, Rule } from './rule.ts';

export const brokenNumbering: Rule = {
  id: 'broken-numbering',
  category: 'numbering',
  severity: 'warning',
  title: '同级序号应当从一开始、逐个递增',
  why: '听众靠序号记住层次，跳号、重号会让人以为漏听了一点；删去一段后忘记顺改，是退稿最常见的硬伤。',
  source: 'GB/T 9704-2012 7.3.3；序号跳号、重号为文秘实务公认差错',
  examples: [
    {
      bad: '一、存在的问题\n\n（一）学习方面。不够深入。\n\n⟦（三）⟧作风方面。不够扎实。\n',
      good: '一、存在的问题\n\n（一）学习方面。不够深入。\n\n（二）作风方面。不够扎实。\n',
    },
    {
      bad: '一、存在的问题\n\n（一）学习方面。一是自学少。二是笔记少。⟦四是⟧心得少。\n',
      good: '一、存在的问题\n\n（一）学习方面。一是自学少。二是笔记少。三是心得少。\n',
    },
  ],

  *checkOutline(outline) {
    for (const sequence of sequencesOf(outline)) yield* mistakes(sequence);
    for (const items of countedItems(outline)) yield* mistakes({ items, first: 1, trailing: [] });
  },
};

/** Items that count together, by numbering or by “第一方面”. */
interface Counted extends Pick<Sequence, 'first' | 'trailing'> {
  readonly items: readonly CountedItem[];
}

/** One finding per mistake: where the count simply goes on from a wrong number, what follows is not reported again. */
function* mistakes({ items, first, trailing }: Counted): Iterable<Finding> {
  let expected = first;
  let count = 0;
  for (let at = 0; at < items.length && count < mostMistakes; at += 1) {
    const item = items[at] as CountedItem;
    const { ordinal, unnumbered } = item;
    if (ordinal === expected) {
      expected += 1;
      continue;
    }
    if (unnumbered && ordinal === expected + 1 && (at > 0 || unnumbered.heading.lostNumber)) {
      yield numberless([unnumbered], item.like, expected);
      expected += 2;
      continue;
    }
    count += 1;
    const next = items[at + 1]?.ordinal;
    const swapped = ordinal === expected + 1 && next === expected;
    yield misnumbered(items, at, expected, swapped);
    if (swapped) at += 1;
    // The count goes on from what is written, or the next item is right again.
    const goesOn = next !== expected + 1 && next === ordinal + 1;
    expected = swapped ? expected + 2 : goesOn ? ordinal + 1 : expected + 1;
  }
  const last = items.at(-1);
  const [lost, ...more] = trailing;
  if (last && lost) yield numberless([lost, ...more], last.like, last.ordinal + 1);
}

function misnumbered(items: readonly CountedItem[], at: number, expected: number, swapped: boolean): Finding {
  const { numbering, like } = items[at] as CountedItem;
  const right = renumbered(like, expected);
  const fix = () => {
    const edits = renumberFrom(items.slice(at), expected);
    const title = edits.length > 1 ? t('改为“{0}”，后面顺改', right) : t('改为“{0}”', right);
    return { title, edits, safe: true };
  };
  return {
    span: numbering.span,
    message: swapped
      ? t('序号与下一项颠倒，应为“{0}”', right)
      : describe(numbering, items[at - 1]?.numbering, expected, right),
    related: items
      .slice(at + 1, at + 1 + (swapped ? 1 : 0))
      .map((other) => ({ span: other.numbering.span, message: t('与这一处颠倒') })),
    // A number alone may be a quotation, or the start of a list that is still being written.
    fixes: items.length > mostItems || items.length === 1 ? [] : [fix()],
  };
}

/**
 * Headings stand where the missing numbers belong: they have lost their own, and nothing is skipped.
 * Told at the first of them.
 */
function numberless([heading, ...others]: readonly [Section, ...Section[]], like: Numbering, first: number): Finding {
  const marks = [heading, ...others].map((_, at) => renumbered(like, first + at)).join('');
  const edits = [heading, ...others].map(({ heading: { titleSpan } }, at) => ({
    span: { start: titleSpan.start, end: titleSpan.start },
    newText: renumbered(like, first + at),
  }));
  return {
    span: heading.heading.span,
    message: others.length > 0 ? t('从这里起缺少序号，应为“{0}”', marks) : t('缺少序号“{0}”', marks),
    fixes: [{ title: t('加上“{0}”', marks), edits }],
  };
}

/** Beyond these a list is no numbering; the limits matter because each fix renumbers everything after it. */
const mostMistakes = 100;
const mostItems = 1000;

function describe(found: Numbering, previous: Numbering | undefined, expected: number, right: string): string {
  if (!previous) return t('序号应从“{0}”编起', right);
  if (found.ordinal === previous.ordinal) return t('序号“{0}”重复，应为“{1}”', found.text, right);
  if (found.ordinal === 1) return t('序号又从头编起，应为“{0}”', right);
  return found.ordinal > expected
    ? t('序号跳到“{0}”，应为“{1}”', found.text, right)
    : t('序号退回“{0}”，应为“{1}”', found.text, right);
}

/** Edits that number the items from `first` up. */
function renumberFrom(items: readonly CountedItem[], first: number): Edit[] {
  const ordinals = ordinalsFrom(items, first);
  return items.flatMap(({ numbering, like }, index) => {
    const newText = renumbered(like, ordinals[index] ?? first);
    return newText === numbering.text ? [] : [{ span: numbering.span, newText }];
  });
}
