import type { NumberingStyle } from '../parse/numbering.ts';
import { bare } from '../reading/unitText.ts';
import type { Unit } from '../speech.ts';
import { fromNumeral, hanNumeral } from '../text/numeral.ts';

/**
 * The rows of the problems that a cell such as “（一）（三）”, “问题1、2” or “理论学习、廉洁自律” names; none where it is not clear
 * which.
 */
export function addressedRows(cell: string, problems: readonly Unit[]): readonly number[] {
  const words = bare(cell.replace(/<br\s?\/?>/gi, '、'));
  if (words === '') return [];
  const rows = isNumbers(words)
    ? partsOf(words).flatMap((part, _, all) => numberedRows(part, all, problems))
    : namedRows(words.replace(/^(?:对应|针对|解决|关于)(?:的?问题)?[：:]?/, ''), problems);
  return rows.includes(-1) ? [] : [...new Set(rows)];
}

/** 在带头〔某事〕方面 → 〔某事〕 */
export function matterOf({ title }: Unit): string {
  return bare(title)
    .replace(/^在?(?:带头)?/, '')
    .replace(/(?:方面)?(?:存在的?)?(?:问题|不足|差距)?$/, '');
}

const numeral = `(?:${hanNumeral}|[0-9]{1,2})`;

/** “对应第（三）个问题”, “1、2、4”, “（一）1”, “第二至第四项”: no other words, and some numeral. */
function isNumbers(words: string): boolean {
  return /[0-9一二三四五六七八九十]/.test(words) && onlyNumbers.test(words);
}

const onlyNumbers = /^[对应针见的问题第个条项点方面、，,；;和及与至（）()0-9一二三四五六七八九十.．P]{1,40}$/;

function partsOf(words: string): string[] {
  return words.split(/[、，,；;和及与]|(?<=[）)])(?=第?[（(])/).filter((part) => part !== '');
}

interface Mark {
  readonly style: NumberingStyle;
  readonly ordinal: number;
}

/**
 * Two rows and those between for “二至四”; -1 where a part is not clear. The points of a problem, as in “（一）1、2”, are no
 * rows.
 */
function numberedRows(part: string, parts: readonly string[], problems: readonly Unit[]): number[] {
  const style = styleOf(problems[0]);
  const rows = part.split('至').map((end) => {
    const marks = marksIn(end);
    const own = marks.find((mark) => mark.style === style) ?? (marks.length === 1 ? marks[0] : undefined);
    return own ? rowOf(own.ordinal, problems) : -1;
  });
  const [from = -1, to = from] = rows;
  const leads = marksIn(parts[0] ?? '');
  if (leads.length > 1 && leads[0]?.style !== marksIn(part)[0]?.style) return [];
  if (rows.length > 2 || rows.includes(-1) || to < from) return [-1];
  return Array.from({ length: to - from + 1 }, (_, at) => from + at);
}

function marksIn(words: string): Mark[] {
  return [...words.matchAll(markPattern)].map(([mark, own = '']) => {
    const isHan = !/[0-9]/.test(own);
    const isBracketed = mark.length > own.length;
    const style = isBracketed ? (isHan ? 'hanParen' : 'arabicParen') : isHan ? 'han' : 'arabic';
    return { style, ordinal: fromNumeral(own) };
  });
}

const markPattern = new RegExp(`[（(]?(${numeral})[）)]?`, 'g');

/** The style that names a problem in a cell: 一是 is called 一, and ① 1. */
function styleOf(problem: Unit | undefined): NumberingStyle | undefined {
  const style = problem?.numbering?.style;
  if (style === 'circled') return 'arabic';
  return style === 'shi' || style === 'di' || style === 'qi' ? 'han' : style;
}

/** The row of the problem with this number, if the problems are counted once from one; -1 where none is. */
function rowOf(ordinal: number, problems: readonly Unit[]): number {
  const isCounted = problems.every(({ numbering }, at) => !numbering || numbering.ordinal === at + 1);
  return isCounted && ordinal >= 1 && ordinal <= problems.length ? ordinal - 1 : -1;
}

/** The problems that the words name in their headings: all together, or else one by one. */
function namedRows(words: string, problems: readonly Unit[]): number[] {
  const whole = namedRow(words, problems);
  if (whole >= 0) return [whole];
  const parts = words.split(/[、，,；;和及与]/);
  return parts.length > 1 ? parts.map((part) => namedRow(part, problems)) : [];
}

function namedRow(words: string, problems: readonly Unit[]): number {
  const name = words.replace(/(?:方面)?(?:的?问题)?$/, '');
  const same = problems.findIndex((problem) => matterOf(problem) === name);
  if (same >= 0 || name.length < 4) return same;
  const inTitles = onlyRow(problems, ({ title }) => bare(title).includes(name));
  if (inTitles >= 0) return inTitles;
  const inPoints = onlyRow(problems, ({ points }) => points.some(({ title }) => bare(title).includes(name)));
  if (inPoints >= 0) return inPoints;
  return onlyRow(problems, (problem) => matterOf(problem).length >= 4 && name.includes(matterOf(problem)));
}

/** The row of the only problem like this; -1 where none is, or several. */
function onlyRow(problems: readonly Unit[], isLike: (problem: Unit) => boolean): number {
  const first = problems.findIndex(isLike);
  return first >= 0 && first === problems.findLastIndex(isLike) ? first : -1;
}
