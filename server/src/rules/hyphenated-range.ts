import { t } from '@vscode/l10n';
import { matchesInBlock } from '../model/prose.ts';
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
    { bad: '8⟦-⟧10月没有开展一次谈话。\n', good: '8—10月没有开展一次谈话，日期写作2025-8-10。\n' },
  ],
  needs: '-—~',

  *checkBlock(block) {
    for (const { span } of matchesInBlock(block, tildes)) {
      const fix = replacement(span, '～');
      yield { span, message: t('数量起止应当用浪纹线“～”'), fixes: [fix] };
    }
    for (const { span } of matchesInBlock(block, hyphens)) {
      const fix = replacement(span, '—');
      yield { span, message: t('起止之间应当用一字线“—”'), fixes: [fix] };
    }
  },
};

/** Between numbers that count something said in Chinese, as in 15~20人 and 3%~5%。 */
const tildes =
  /(?<=(?<![0-9A-Za-z.~/])[0-9]+(?:\.[0-9]+)?[%％]?)~(?=[0-9]+(?:\.[0-9]+)?[%％]?(?:\p{Script=Han}|[，。；、）]))/gu;

/** Between years, and between months of one year; 2025-8-10月 and M3-5月 are no ranges of months. */
const hyphens =
  /(?<=(?<![0-9])(?:19|20)[0-9]{2}年?)(?:--?|——)(?=(?:19|20)[0-9]{2}年)|(?<=(?<![0-9A-Za-z.-])(?:[1-9]|1[0-2]))--?(?=(?:[1-9]|1[0-2])月)/g;
