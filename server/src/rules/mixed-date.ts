import { t } from '@vscode/l10n';
import { matchesInBlock } from '../model/reading/prose.ts';
import { fromHan } from '../model/text/numeral.ts';
import { replacement } from './replacement.ts';
import type { Rule } from './rule.ts';

export const mixedDate: Rule = {
  id: 'mixed-date',
  category: 'wording',
  severity: 'warning',
  title: '同一个日期里数字写法应当一致',
  why: '“2025年十月15日”半中半西，正式材料里没有这种写法。',
  source: 'GB/T 15835-2011（出版物上数字用法）',
  examples: [
    { bad: '⟦2025年十月15日⟧开会。\n', good: '2025年10月15日开会，二〇二五年十月十五日闭幕，农历十月十五。\n' },
  ],
  needs: '月',

  *checkBlock(block) {
    for (const { match, span } of matchesInBlock(block, mixed)) {
      const newText = match[0].replace(/[一二三四五六七八九十]+/g, (numeral) => String(fromHan(numeral)));
      const fixes = [replacement(span, newText, { safe: true })];
      yield { span, message: t('日期里数字写法不一致，应为“{0}”', newText), fixes };
    }
  },
};

const mixed =
  /(?<![0-9])(?:[0-9]{4}年)?(?:(?<![一二三四五六七八九十个])[一二三四五六七八九十]{1,2}月[0-9]{1,2}日|[0-9]{1,2}月[一二三四五六七八九十]{1,3}日)/g;
