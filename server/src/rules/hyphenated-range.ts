import { t } from '@vscode/l10n';
import { matchesInBlock } from '../model/reading/prose.ts';
import { spanAt } from '../model/text/span.ts';
import { replacement } from './replacement.ts';
import type { Rule } from './rule.ts';

export const hyphenatedRange: Rule = {
  id: 'hyphenated-range',
  category: 'punctuation',
  severity: 'hint',
  title: '年月起止用一字线“—”，数量起止用浪纹线“～”',
  why: '“2013-2015年”用的是短横线，短横线只用于编号和型号；“3~5人”用的是半角的键盘符号。',
  source: 'GB/T 15834-2011 4.13（连接号）',
  examples: [
    { bad: '2013⟦-⟧2015年在乡镇工作。\n', good: '2013—2015年在乡镇工作，电话 010-2015 号。\n' },
    { bad: '每月安排15⟦~⟧20人。\n', good: '每月安排15～20人，路径写作 ~/2025。\n' },
    { bad: '每周2⟦-⟧3次，占5%⟦-⟧10%。\n', good: '每周2～3次，比分3-1，住3-1号楼，按第1-3条。\n' },
    { bad: '2019⟦~⟧2021年，7月15日⟦-⟧18日。\n', good: '2019—2021年，7月15日—18日。\n' },
    { bad: '8⟦-⟧10月没有开展一次谈话。\n', good: '8—10月没有开展一次谈话，日期写作2025-8-10。\n' },
  ],
  needs: '-—~',

  *checkBlock(block) {
    const joins = matchesInBlock(block, times);
    for (const { span } of matchesInBlock(block, tildes)) {
      if (joins.some((join) => join.span.start === span.start)) continue;
      const fix = replacement(span, '～');
      yield { span, message: t('数量起止应当用浪纹线“～”'), fixes: [fix] };
    }
    for (const { match, span } of matchesInBlock(block, counts)) {
      const [, from = '', , to = ''] = match;
      if (Number.parseFloat(from) >= Number.parseFloat(to)) continue;
      const at = span.start + from.length;
      const hyphen = spanAt(at);
      yield { span: hyphen, message: t('数量起止应当用浪纹线“～”'), fixes: [replacement(hyphen, '～')] };
    }
    for (const { span } of joins) {
      const fix = replacement(span, '—');
      yield { span, message: t('起止之间应当用一字线“—”'), fixes: [fix] };
    }
  },
};

/** Between numbers that count something said in Chinese, as in 15~20人 and 3%~5%。 */
const tildes =
  /(?<=(?<![0-9A-Za-z.~/])[0-9]+(?:\.[0-9]+)?[%％]?)~(?=[0-9]+(?:\.[0-9]+)?[%％]?(?:\p{Script=Han}|[，。；、）]))/gu;

/** Between years, months and days; 2025-8-10月 and M3-5月 are no ranges of months. */
const times = new RegExp(
  [
    '(?<=(?<![0-9])(?:19|20)[0-9]{2}年?)(?:--?|——|~)(?=(?:19|20)[0-9]{2}年)',
    '(?<=(?<![0-9A-Za-z./~-])(?:[1-9]|1[0-2])月?)(?:--?|~)(?=(?:[1-9]|1[0-2])月(?!龄))',
    '(?<=年(?:[1-9]|1[0-2])月)(?:--?|~)(?=(?:19|20)[0-9]{2}年(?:[1-9]|1[0-2])月)',
    '(?<=(?<![0-9])[0-9]{1,2}日|月[0-9]{1,2})(?:--?|~)(?=(?:(?:19|20)[0-9]{2}年)?(?:[0-9]{1,2}月)?[0-9]{1,2}日(?!龄))',
  ].join('|'),
  'g',
);

/** Of two numbers that count: 2-3次, 5%-10%. No score, building, telephone or ordinal: 3-1, 3-1号楼, 0551-6, 第1-3项. */
const counts =
  /(?<![0-9A-Za-z.~/第—-])([1-9][0-9]{0,4}(?:\.[0-9]+)?[%％]?)(-)([0-9]{1,5}(?:\.[0-9]+)?)(?:[%％]|(?:[多余]|[十百千万亿]+)?(?:[次人名个件天户篇场遍份元家倍岁亩吨周]|小时|分钟|公里)(?!民))/g;
