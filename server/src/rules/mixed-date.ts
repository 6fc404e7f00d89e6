import { t } from '@vscode/l10n';
import { type Calendar, calendarOf } from '../model/reading/calendar.ts';
import { matchesInBlock } from '../model/reading/prose.ts';
import { fromNumeral, toHan } from '../model/text/numeral.ts';
import { replacement } from './replacement.ts';
import type { Rule } from './rule.ts';

export const mixedDate: Rule = {
  id: 'mixed-date',
  category: 'wording',
  severity: 'warning',
  title: '同一个日期里数字写法应当一致',
  why: '“2025年十月15日”半中半西，正式材料里没有这种写法；农历的日期用汉字。',
  source: 'GB/T 15835-2011（出版物上数字用法）',
  examples: [
    { bad: '⟦2025年十月15日⟧开会。\n', good: '2025年10月15日开会，二〇二五年十月十五日闭幕，农历十月十五。\n' },
    { bad: '农历⟦八月15日⟧走访。\n', good: '农历八月十五日走访。\n' },
  ],
  needs: '月',

  *checkBlock(block) {
    for (const { match, span } of matchesInBlock(block, mixed)) {
      const [, year = '', month = match[4] ?? '', day = match[5] ?? ''] = match;
      const before = block.text.slice(Math.max(0, span.start - 5), span.start);
      const calendar = calendarOf(block.text, span);
      const right = uniform({ year, month, day, calendar, isHan: year === '' && hanYear.test(before) });
      const message = !right
        ? t('日期里数字写法不一致')
        : calendar === 'lunar'
          ? t('农历的日期用汉字，应为“{0}”', right.text)
          : t('日期里数字写法不一致，应为“{0}”', right.text);
      const fixes = right ? [replacement(span, right.text, { safe: right.isSure })] : [];
      yield { span, message, fixes };
    }
    for (const { match, span } of matchesInBlock(block, hanYearMonth)) {
      const [, year = '', month = ''] = match;
      if (!isWithin(Number(month), 12)) continue;
      const right = `${year}年${toHan(Number(month))}月`;
      yield { span, message: t('日期里数字写法不一致，应为“{0}”', right), fixes: [replacement(span, right)] };
    }
  },
};

const mixed =
  /(?<![0-9])([0-9]{4}年)?(?:((?<![一二三四五六七八九十个])[一二三四五六七八九十]{1,2}|(?<![修校纠改矫订更反])正|腊)月([0-9]{1,2})日|([0-9]{1,2})月([一二三四五六七八九十]{1,3})日)/g;

/** 二〇二五年3月; in 2025年三月底 the month may well be in 汉字. */
const hanYearMonth =
  /(?<![〇○零一二三四五六七八九])([〇○零一二三四五六七八九]{4})年([0-9]{1,2})月(?![一二三四五六七八九十0-9])/g;

/** 二〇二五年, after which the rest is in 汉字 as well. */
const hanYear = /[〇○零一二三四五六七八九]{4}年$/;

/** The parts as they are written: `year` with 年, or nothing. */
interface MixedDate {
  readonly year: string;
  readonly month: string;
  readonly day: string;
  readonly calendar: Calendar;
  /** A year in 汉字 stands before it. */
  readonly isHan: boolean;
}

/** The date in one way of writing; nothing where more than one may be meant. */
function uniform(date: MixedDate): { text: string; isSure: boolean } | undefined {
  const { year, month, calendar, isHan } = date;
  if (calendar === 'lunar') return lunar(date);
  const days = fromNumeral(date.day);
  const months = fromNumeral(month);
  if ((calendar === 'unknown' && year === '') || !isWithin(months, 12) || !isWithin(days, 31)) return undefined;
  const write = isHan ? toHan : String;
  return { text: `${year}${write(months)}月${write(days)}日`, isSure: true };
}

/** 八月十五日 of 农历, and 八月初五; its first month is 正月, and which year “2025年” is, is not said. */
function lunar({ year, month, day }: MixedDate): { text: string; isSure: boolean } | undefined {
  const isNamed = /^[正腊]/.test(month);
  const days = fromNumeral(day);
  const months = isNamed ? 1 : fromNumeral(month);
  if ((year !== '' && !isNamed) || !isWithin(months, 12) || !isWithin(days, 30) || month === '1') return undefined;
  const hanMonth = isNamed ? month : toHan(months);
  const isEarly = days <= 10 && /[0-9]/.test(day);
  return { text: `${year}${hanMonth}月${isEarly ? '初' : ''}${toHan(days)}${isEarly ? '' : '日'}`, isSure: !isEarly };
}

function isWithin(number: number, most: number): boolean {
  return number >= 1 && number <= most;
}
