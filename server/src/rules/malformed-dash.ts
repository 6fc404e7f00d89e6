import { t } from '@vscode/l10n';
import { isChinese, isHan, matchesInBlock } from '../model/reading/prose.ts';
import { replacement } from './replacement.ts';
import type { Rule } from './rule.ts';

/** A single 一字线 joins in Chinese (京—沪); before words that explain it cannot be meant. */
const dash = /-{2,3}|[－─―]{2,}|—{3}|(?<!—)—(?=特别是|尤其是|也就是|这就是|那就是|这是|那是|这不是|而是)/g;

export const malformedDash: Rule = {
  id: 'malformed-dash',
  category: 'punctuation',
  severity: 'warning',
  title: '破折号是“——”，占两个字',
  why: '“--”是减号，不是破折号；念稿的人看不出这里要停顿。',
  source: 'GB/T 15834-2011 4.10（破折号）',
  examples: [
    { bad: '守住一条底线⟦--⟧公私分明。\n', good: '守住一条底线——公私分明。2013—2015年，沿京—沪线走访。\n' },
    { bad: '管住“关键少数”⟦—⟧特别是“一把手”。\n', good: '管住“关键少数”——特别是“一把手”。\n' },
    { bad: '守住一条底线⟦———⟧公私分明。\n', good: '守住一条底线——公私分明，运行 npm test -- --watch 即可。\n' },
  ],
  needs: '-－─―—',

  *checkBlock(block) {
    const { text } = block;
    for (const { span } of matchesInBlock(block, dash)) {
      const before = text.charAt(span.start - 1);
      const after = text.charAt(span.end);
      if (!isChinese(before) || !(isHan(after) || /[“《‘]/.test(after))) continue;
      if (/[-－─―—]/.test(before)) continue;
      const fix = replacement(span, '——', { safe: true });
      yield { span, message: t('破折号应为“——”'), fixes: [fix] };
    }
  },
};
