import { formalNumeral, fromArabic, fromHan, hanNumeral, toFormal, toHan } from '../text/numeral.ts';
import type { Span } from '../text/span.ts';

/**
 * 序号样式, outermost first: `一、` `（一）` `1.` `（1）` `①`, then the spoken series `一是` `第一，` `其一，` `首先，`, then a list bullet.
 * The first four are the levels of GB/T 9704-2012 7.3.3; ① comes from the appendix of GB/T 15834-2011,
 * where `a.` stands at the same level.
 */
export const numberingStyles = [
  'han',
  'hanParen',
  'arabic',
  'arabicParen',
  'circled',
  'shi',
  'di',
  'qi',
  'shou',
  'bullet',
] as const;
/** One of the styles. */
export type NumberingStyle = (typeof numberingStyles)[number];

/** 序号 — the ordinal that opens a heading or a point, as it is written. */
export interface Numbering {
  readonly style: NumberingStyle;
  /** 1 and up; 99 for 最后, 0 for a bullet, which has no number. */
  readonly ordinal: number;
  /** The mark as written: `（一）`, `1．`, `第一，`; with the blank after it only if it has nothing else. */
  readonly text: string;
  /** The place of `text`. */
  readonly span: Span;
  /** What is around the numeral: before it `（`, `(` or '', after it `）`, `、`, `.` or `）、`. */
  readonly before: string;
  readonly after: string;
}

/** The marks of each style as the standards write them: GB/T 9704 for the levels, GB/T 15834 for the commas. */
export const officialMarks: Readonly<Record<NumberingStyle, readonly [before: string, after: string]>> = {
  han: ['', '、'],
  hanParen: ['（', '）'],
  arabic: ['', '.'],
  arabicParen: ['（', '）'],
  circled: ['', ''],
  shi: ['', '是'],
  di: ['第', '，'],
  qi: ['其', '，'],
  shou: ['', '，'],
  bullet: ['', ''],
};

const arabicNumeral = '[0-9０-９]{1,2}';

/** What makes a list of ordinals of 一、: two quarters in “一、二季度”, two people in “一、二把手”, three sectors in “一、二、三产业”. */
const counted =
  '[一二三四五六七八九十](?:、[三四五六七八九十])*[季把线期级班组号类批次轮月]|二(?:、三)?产|(?<=二、)三产';

/** `loose` marks count only where the line looks like a heading anyway: `一 甲` or `1，甲` is usually prose. */
const marks: ReadonlyArray<{ style: NumberingStyle; pattern: RegExp; loose?: true }> = [
  { style: 'han', pattern: new RegExp(`^()(${hanNumeral})([ 　]?、(?!${counted})|[.．])`) },
  { style: 'han', pattern: new RegExp(`^()(${formalNumeral})([ 　]?、|[.．])`) },
  { style: 'han', pattern: new RegExp(`^()(${hanNumeral})([，,：:])`), loose: true },
  { style: 'hanParen', pattern: new RegExp(`^([（(][ 　]?)(${hanNumeral})([ 　]?[）)][、.．，,：:]?)`) },
  { style: 'arabicParen', pattern: new RegExp(`^([（(][ 　]?)(${arabicNumeral})([ 　]?[）)][、.．，,：:]?)`) },
  // “1.6月底前完成”, “2.2024年以来”: the item begins with a month or a year.
  {
    style: 'arabic',
    pattern: new RegExp(`^()(${arabicNumeral})([、)）]|[.．](?:(?![0-9０-９])|(?=1?[0-9]月|20[0-9]{2}年)))`),
  },
  { style: 'arabic', pattern: new RegExp(`^()(${arabicNumeral})([，,：:])(?![0-9０-９])`), loose: true },
  { style: 'circled', pattern: /^()([①-⑳])([、.．]?)/ },
  { style: 'circled', pattern: /^()([A-Ja-j])([.．、）)])(?=[ 　\u00a0]?\p{Script=Han})/u },
  { style: 'hanParen', pattern: /^()([㈠-㈩])([、.．]?)/ },
  { style: 'arabic', pattern: /^()([⒈-⒛])()/ },
  { style: 'arabicParen', pattern: /^()([⑴-⒇])([、.．]?)/ },
];

/** Numerals of one character: the first of each kind, and the number of the last. */
const singles: ReadonlyArray<readonly [first: string, last: number]> = [
  ['①', 20],
  ['⑴', 20],
  ['⒈', 20],
  ['㈠', 10],
  ['A', 10],
  ['a', 10],
];

function singleOf(
  numeral: string,
): { readonly first: string; readonly last: number; readonly ordinal: number } | undefined {
  for (const [first, last] of singles) {
    const ordinal = numeral.charCodeAt(0) - first.charCodeAt(0) + 1;
    if (numeral.length === 1 && ordinal >= 1 && ordinal <= last) return { first, last, ordinal };
  }
  return undefined;
}

/** Reads the numbering at the very start of `text`, which itself starts at `offset`. */
export function parseNumbering(text: string, offset: number, headingLike = false): Numbering | undefined {
  const first = text.charCodeAt(0);
  if (!mayOpenNumbering(first)) return undefined;
  for (const { style, pattern, loose } of marks) {
    if (loose && !headingLike) continue;
    const match = pattern.exec(text);
    if (!match) continue;
    const [mark, before = '', numeral = '', after = ''] = match;
    const span = { start: offset, end: offset + mark.length };
    return { style, ordinal: ordinalOf(style, numeral), text: mark, span, before, after };
  }
  return undefined;
}

/** `二 `, a numeral followed by only a blank: whether it is a mark depends on the words behind it. */
export function parseBlankMark(text: string, offset: number): Numbering | undefined {
  const [mark, numeral, after] = blankMark.exec(text) ?? [];
  if (mark === undefined || numeral === undefined || after === undefined) return undefined;
  const span = { start: offset, end: offset + mark.length };
  return { style: 'han', ordinal: fromHan(numeral), text: mark, span, before: '', after };
}

const blankMark = new RegExp(`^(${hanNumeral})([ 　]{1,4})(?=\\p{Script=Han})`, 'u');

/** 一二三…, 壹贰叁…, digits of both widths, brackets of both widths, letters, ① ⑴ ⒈ ㈠. */
function mayOpenNumbering(code: number): boolean {
  return (
    (code >= 0x30 && code <= 0x39) ||
    (code >= 0xff10 && code <= 0xff19) ||
    code === 0x28 ||
    code === 0xff08 ||
    (code >= 0x41 && code <= 0x4a) ||
    (code >= 0x61 && code <= 0x6a) ||
    (code >= 0x2460 && code <= 0x249b) ||
    (code >= 0x3220 && code <= 0x3229) ||
    (code >= 0x4e00 && code <= 0x9646 && '一七三九二五八六十四壹贰叁肆伍陆柒捌玖拾'.includes(String.fromCharCode(code)))
  );
}

function ordinalOf(style: NumberingStyle, numeral: string): number {
  const single = singleOf(numeral);
  if (single) return single.ordinal;
  return style === 'han' || style === 'hanParen' ? fromHan(numeral) : fromArabic(numeral);
}

/** The same mark for another ordinal, with the same brackets, dots, width of digits and kind of numeral (壹, A, ⑴). */
export function renumbered({ style, before, after, text }: Numbering, ordinal: number): string {
  const single = isSeries(style) ? undefined : singleOf(text.charAt(before.length));
  if (single && ordinal <= single.last)
    return before + String.fromCharCode(single.first.charCodeAt(0) + ordinal - 1) + after;
  if (single && style !== 'circled') return formatNumbering(style, ordinal);
  const numeral = formatNumeral(style, ordinal, /[０-９]/.test(text));
  return before + (/[壹贰叁肆伍陆柒捌玖拾]/.test(text) ? toFormal(numeral) : numeral) + after;
}

/** The mark that the standards prescribe. */
export function formatNumbering(style: NumberingStyle, ordinal: number): string {
  const [before, after] = officialMarks[style];
  return before + formatNumeral(style, ordinal, false) + after;
}

function formatNumeral(style: NumberingStyle, ordinal: number, fullwidth: boolean): string {
  switch (style) {
    case 'han':
    case 'hanParen':
    case 'shi':
    case 'di':
    case 'qi':
      return toHan(ordinal);
    case 'circled':
      return ordinal <= 20 ? String.fromCharCode(0x2460 + ordinal - 1) : `（${ordinal}）`;
    case 'shou':
      return ['首先', '其次', '再次'][ordinal - 1] ?? '最后';
    case 'bullet':
      return '-';
    default: {
      const digits = String(ordinal);
      return fullwidth ? digits.replace(/[0-9]/g, (d) => String.fromCharCode(d.charCodeAt(0) + 0xfee0)) : digits;
    }
  }
}

/** The level of a style when nothing else tells: 0 for 一、; all spoken series share one level. */
export function rankOf(style: NumberingStyle): number {
  return ranks[style];
}

const ranks: Readonly<Record<NumberingStyle, number>> = {
  han: 0,
  hanParen: 1,
  arabic: 2,
  arabicParen: 3,
  circled: 4,
  shi: 6,
  di: 6,
  qi: 6,
  shou: 6,
  bullet: 7,
};

/** Whether it is a spoken series: 一是, 第一，, 其一，, 首先，. */
export function isSeries(style: NumberingStyle): boolean {
  return style === 'shi' || style === 'di' || style === 'qi' || style === 'shou';
}
