import { t } from '@vscode/l10n';
import { formatNumbering, isSeries, type Numbering, officialMarks, renumbered } from '../model/parse/numbering.ts';
import { sequencesOf } from '../model/reading/sequences.ts';
import { replacement } from './replacement.ts';
import type { Rule } from './rule.ts';

export const inconsistentMark: Rule = {
  id: 'inconsistent-mark',
  category: 'numbering',
  severity: 'warning',
  title: '同级序号的写法应当一致',
  why: '（二)、三.、（四）、混在一起，一看就是几份材料拼的。全文一贯的写法不算错。',
  source: 'GB/T 9704-2012 7.3.3；GB/T 15834-2011 附录 B（序次语之后的标点）',
  examples: [
    {
      bad: '一、存在的问题\n\n（一）学习方面。不够深入。\n\n⟦（二)⟧作风方面。不够扎实。\n\n⟦（三）、⟧廉洁方面。要求不严。\n\n（四）纪律方面。抓得不紧。\n',
      good: '一、存在的问题\n\n(一)学习方面。不够深入。\n\n(二)作风方面。不够扎实。\n\n(三)廉洁方面。要求不严。\n',
    },
  ],

  *checkOutline(outline) {
    const sequences = sequencesOf(outline);
    const inSpeech = tally(sequences.flatMap(({ items }) => items.map(({ numbering }) => formOf(numbering))));
    for (const { items } of sequences) {
      const own = items
        .filter(({ section }) => !section.heading.misleveled)
        .map(({ numbering }): Mark => ({ numbering, form: formOf(numbering) }));
      const usual = usualMark(own, inSpeech);
      for (const { numbering, form } of own) {
        if (!usual || form === usual.form) continue;
        const right = renumbered(usual.numbering, numbering.ordinal);
        // “第二,”: the comma is told of by another rule.
        if (numbering.text.replace(',', '，') === right) continue;
        yield {
          span: numbering.span,
          message: t('序号“{0}”与同级写法不一，应为“{1}”', numbering.text, right),
          fixes: [replacement(numbering.span, right, { safe: true })],
        };
      }
    }
  },
};

interface Mark {
  readonly numbering: Numbering;
  readonly form: string;
}

/** How a mark is written, whatever its number. */
function formOf({ style, before, after, text }: Numbering): string {
  const digits = /[０-９]/.test(text) || (isSeries(style) && /[0-9]/.test(text)) ? ' ０' : '';
  return `${style} ${before}#${after}${digits}${/[壹贰叁肆伍陆柒捌玖拾]/.test(text) ? ' 壹' : ''}`;
}

function tally(forms: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const form of forms) counts.set(form, (counts.get(form) ?? 0) + 1);
  return counts;
}

/**
 * A mark in the form that most siblings have; if tied, in the form most common in the speech, then the official one.
 */
function usualMark(marks: readonly Mark[], inSpeech: ReadonlyMap<string, number>): Mark | undefined {
  const own = tally(marks.map(({ form }) => form));
  const weight = ({ numbering, form }: Mark) => {
    const count = isWrongByItself(numbering) ? 0 : (own.get(form) ?? 0);
    return count * 10_000 + Math.min(inSpeech.get(form) ?? 0, 999) * 10 + (isOfficial(numbering) ? 1 : 0);
  };
  let [best, most] = [marks[0], -1];
  for (const mark of marks) {
    const own = weight(mark);
    if (own > most) [best, most] = [mark, own];
  }
  return best;
}

/** `第一、` and `一是、` are wrong in themselves and set no example. */
function isWrongByItself({ style, after }: Numbering): boolean {
  return isSeries(style) && after.endsWith('、');
}

function isOfficial({ style, before, after, ordinal, text }: Numbering): boolean {
  const [left, right] = officialMarks[style];
  return before === left && after === right && formatNumbering(style, ordinal) === text;
}
