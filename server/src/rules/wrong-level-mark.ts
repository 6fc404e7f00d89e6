import { t } from '@vscode/l10n';
import { type Numbering, rankOf, renumbered } from '../model/parse/numbering.ts';
import { allSequencesOf, type SequenceItem } from '../model/reading/sequences.ts';
import { replacement } from './replacement.ts';
import type { Rule } from './rule.ts';

export const wrongLevelMark: Rule = {
  id: 'wrong-level-mark',
  category: 'numbering',
  severity: 'warning',
  title: '同级各项应当用同一级的序号',
  why: '（一）和（三）之间冒出一个“2.”，读的人会以为它是（一）的下一层。',
  source: 'GB/T 9704-2012 7.3.3（结构层次序数依次用“一、”“（一）”“1.”“（1）”）',
  examples: [
    {
      bad: '一、存在的问题\n\n（一）学习方面。不够深入。\n\n⟦2.⟧作风方面。不够扎实。\n\n（三）廉洁方面。要求不严。\n',
      good: '一、存在的问题\n\n（一）学习方面。不够深入。\n\n（二）作风方面。不够扎实。\n\n（三）廉洁方面。要求不严。\n',
    },
    {
      bad: '一、存在的问题\n\n（一）学习方面。第一，自学少。⟦二是⟧笔记少。\n',
      good: '一、存在的问题\n\n（一）学习方面。第一，自学少。第二，笔记少。\n',
    },
  ],

  *checkOutline(outline) {
    for (const { items } of allSequencesOf(outline)) {
      for (const { numbering, like, inline } of misfits(items)) {
        const right = renumbered(like, numbering.ordinal);
        yield {
          span: numbering.span,
          message: inline
            ? t('同一组列举的说法不一，应为“{0}”', right)
            : rankOf(numbering.style) < rankOf(like.style)
              ? t('“{0}”是上一级的序号，应为“{1}”', numbering.text, right)
              : t('“{0}”是下一级的序号，应为“{1}”', numbering.text, right),
          fixes: [replacement(numbering.span, right, { safe: true })],
        };
      }
    }
  },
};

interface Misfit {
  readonly numbering: Numbering;
  /** The mark in whose form it should be written. */
  readonly like: Numbering;
  readonly inline: boolean;
}

/** The marks that do not fit; of “第一，…二是…三是…” only the first, because the others agree. */
function misfits(items: readonly SequenceItem[]): Misfit[] {
  const [first, second, ...rest] = items;
  const isOther = ({ section, numbering }: SequenceItem) =>
    section.heading.misleveled && section.heading.inline && numbering.style === second?.numbering.style;
  if (first && second && rest.length > 0 && items.slice(1).every(isOther))
    return [{ numbering: first.numbering, like: second.numbering, inline: true }];
  return items
    .filter(({ section }) => section.heading.misleveled)
    .map(({ numbering, like, section }) => ({ numbering, like, inline: section.heading.inline }));
}
