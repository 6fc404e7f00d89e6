import { t } from '@vscode/l10n';
import { calendarOf } from '../model/reading/calendar.ts';
import { matchesInBlock } from '../model/reading/prose.ts';
import type { Rule } from './rule.ts';

export const impossibleDate: Rule = {
  id: 'impossible-date',
  category: 'wording',
  severity: 'warning',
  title: '日期应当是日历上有的',
  why: '“6月31日前完成”没有这一天，验收的人头一个看到；多半是改月份时忘了改日子。',
  source: '历法',
  examples: [
    {
      bad: '⟦6月31日⟧前完成，⟦13月1日⟧验收，⟦2025年2月29日⟧通报，⟦2025年13月⟧复查。\n',
      good: '6月30日前完成，2024年2月29日通报，二月二十九日复查，3月45日龄的猪苗。\n',
    },
  ],

  *checkBlock(block) {
    const { text } = block;
    if (!text.includes('月')) return;
    for (const { match, span } of matchesInBlock(block, date)) {
      const [, year, month, day] = match.map(Number);
      if (month === undefined || day === undefined || exists(year, month, day)) continue;
      // Any month of 农历 may have thirty days.
      if (month === 2 && day === 30 && calendarOf(text, span) === 'lunar') continue;
      yield { span, message: t('没有“{0}”这一天', match[0]) };
    }
    for (const { match, span } of matchesInBlock(block, thirteenth))
      yield { span, message: t('没有“{0}”这个月', match[0]) };
  },
};

const date = /(?<![0-9.])(?:((?:19|20)[0-9]{2})年)?([0-9]{1,2})月([0-9]{1,2})日(?!龄)/g;

/** 2025年13月 without a day; `date` finds the others. */
const thirteenth = /(?<![0-9.])(?:19|20)[0-9]{2}年(?:0|00|1[3-9]|[2-9][0-9])月(?![0-9]{1,2}日)/g;

/** Without a year, 2月29日 exists. */
function exists(year: number | undefined, month: number, day: number): boolean {
  const last = new Date(Date.UTC(year || 2024, month, 0)).getUTCDate();
  return month >= 1 && month <= 12 && day >= 1 && day <= last;
}
