import { t } from '@vscode/l10n';
import { matchesInBlock } from '../model/reading/prose.ts';
import { replacement } from './replacement.ts';
import type { Rule } from './rule.ts';

export const doubledPunctuation: Rule = {
  id: 'doubled-punctuation',
  category: 'punctuation',
  severity: 'warning',
  title: '标点不应当重复',
  why: '删改以后留下的“。。”“，。”是没有通读一遍的证据。',
  source: 'GB/T 15834-2011 5.1（标点的位置）；其余由本扩展自定',
  examples: [
    { bad: '抓得不紧⟦。。⟧学得不深⟦，。⟧\n', good: '抓得不紧。学得不深！！！逗号、句号（，。）都是点号……。\n' },
    { bad: '理论学习⟦、、⟧调查研究。\n', good: '理论学习、调查研究。\n' },
  ],

  *checkBlock(block) {
    const { text } = block;
    for (const { span } of matchesInBlock(block, /[，。；：、]{2,}/g)) {
      const marks = text.slice(span.start, span.end);
      // Three or more are a list of marks, a makeshift ellipsis or a joke, except ，，。 where one key was pressed twice.
      const slipped = marks.length === 3 && new Set(marks).size === 2;
      if ((marks.length > 2 && !slipped) || /[“‘（(「`]/.test(text.charAt(span.start - 1))) continue;
      const same = new Set(marks).size === 1;
      const newText = same ? marks.charAt(0) : strongest(marks);
      const fix = replacement(span, newText, { safe: same });
      yield {
        span,
        message: same ? t('“{0}”重复了', marks.charAt(0)) : t('“{0}”连用，应当只留一个', marks),
        fixes: [fix],
      };
    }
  },
};

function strongest(marks: string): string {
  return ['。', '；', '：', '，', '、'].find((mark) => marks.includes(mark)) ?? marks.charAt(0);
}
