import { fromArabic, fromHan, hanNumeral } from '../text/numeral.ts';
import type { Span } from '../text/span.ts';
import type { Numbering } from './numbering.ts';

/**
 * “第一个方面，”, “第二件事，” or “第三条：” at the very start of `text`, which itself starts at `offset`: how a talk counts what it
 * tells paragraph by paragraph. Whether it is a mark depends on the other paragraphs (`withoutLoneCounts`).
 */
export function countedOpening(text: string, offset: number): Numbering | undefined {
  if (text.charAt(0) !== '第') return undefined;
  const [mark, numeral, after] = counted.exec(text.slice(0, longestMark + 1)) ?? [];
  if (mark === undefined || numeral === undefined || after === undefined) return undefined;
  const span = { start: offset, end: offset + mark.length };
  return { style: 'di', ordinal: fromHan(numeral), text: mark, span, before: '第', after };
}

/** “第一条、第三条都没有做到” and “第一条，第二条……” list and count nothing. */
const counted = new RegExp(
  `^第(${hanNumeral})((?:[个条件点项桩招步])(?:方面|问题|毛病|原因|根子|根源|教训|不足|差距|短板|表现|措施|办法|打算|承诺|事情?)?[ 　]?[，,：:])(?=[^第])`,
);
const longestMark = 10;

/** The counting word of such a mark, as 个方面 or 件事; undefined for 第一， and any other mark. */
export function countingWord({ style, after }: Pick<Numbering, 'style' | 'after'>): string | undefined {
  return style === 'di' ? /^(\p{Script=Han}+)[ 　]?[，,：:]$/u.exec(after)?.[1] : undefined;
}

/**
 * “1.2 ” at the start of a heading, which is not part of its title. It nests nothing, for the `#` do. “1.5 亿元” is an
 * amount.
 */
export function decimalMark(text: string, { start, end }: Span): Numbering | undefined {
  const [mark, before, numeral, after] = decimal.exec(text.slice(start, Math.min(end, start + longestMark))) ?? [];
  if (mark === undefined || before === undefined || numeral === undefined || after === undefined) return undefined;
  const span = { start, end: start + mark.length };
  return { style: 'arabic', ordinal: fromArabic(numeral), text: mark, span, before, after };
}

const decimal =
  /^([1-9][.．])([1-9][0-9]?)([ 　]{1,3})(?=[\p{Script=Han}“《])(?![亿万千百元倍吨米%％]|公[里斤顷分]|平方|小时|个[百多月小])/u;
