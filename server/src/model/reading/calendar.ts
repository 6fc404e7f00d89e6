import type { Span } from '../text/span.ts';

/** By which calendar a date counts: 农历, 公历, or it cannot be told. */
export type Calendar = 'lunar' | 'solar' | 'unknown';

/** The calendar of a date, by the words around it in its sentence; 公历 where nothing speaks against it. */
export function calendarOf(text: string, { start, end }: Span): Calendar {
  const before =
    text
      .slice(Math.max(0, start - reach), start)
      .split(ends)
      .at(-1) ?? '';
  const after = text.slice(end, end + reach).split(ends)[0] ?? '';
  if (lunarBefore.test(before) || lunarAfter.test(after) || /[正腊]月/.test(text.slice(start, end))) return 'lunar';
  if (solarBefore.test(before)) return 'solar';
  return elsewhere.test(before) || elsewhere.test(after) || foreignYear.test(before) ? 'unknown' : 'solar';
}

/** A sentence is not looked through any farther. */
const reach = 40;

const ends = /[。！？；\n]/;
const lunarBefore = /(?:[农阴夏旧古老]历(?:[（()）：:的]|[今去前明每当次]年){0,3}|闰)$/;
const lunarAfter = /^[（(]?[农阴夏旧古老]历[）)]/;
const solarBefore = /[公阳新西]历(?:[（()）：:的]|[今去前明每当次]年){0,3}$/;
/** Of the date itself, or of another one beside it. */
const elsewhere = /[农阴夏旧古老藏傣彝回]历|伊斯兰历|正月|腊月|中秋|端午|重阳|除夕|元宵|七夕|腊八/;
/** 乙巳年, 光绪三十年; 二〇二五年 is 公历. */
const foreignYear =
  /(?:[甲乙丙丁戊己庚辛壬癸][子丑寅卯辰巳午未申酉戌亥]|(?<![〇○零一二三四五六七八九]{3})[元一二三四五六七八九十])年$/;
