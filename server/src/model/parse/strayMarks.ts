import { fromArabic, fromHan, hanNumeral } from '../text/numeral.ts';
import type { Numbering, NumberingStyle } from './numbering.ts';

/** The text of a paragraph, and where it stands. */
interface Where {
  readonly text: string;
  readonly offset: number;
  /** Whether a sentence may start at an index of `text`. */
  startsSentence(index: number): boolean;
}

/**
 * Marks of another kind where a series lacks one: “一是…3是…” or “一是…二、…三是…”. Only the number missing between two marks
 * counts, or the next one after the last of several, and only at the start of a sentence. `others` are marks that make
 * no series by themselves.
 */
export function strayMarks(
  { text, offset, startsSentence }: Where,
  series: readonly Numbering[],
  others: readonly Numbering[],
): Numbering[] {
  const [first] = series;
  // With two series, or one inside the other, it is not clear what is missing.
  if (!first || series.some(({ style }) => style !== first.style)) return [];
  const candidates = [...others, ...written(text, offset)].filter(
    ({ span, style, text: mark }) =>
      (style !== first.style || isMiswritten(mark)) && startsSentence(span.start - offset),
  );
  if (candidates.length === 0) return [];
  return series.flatMap((mark, index) => {
    const next = series[index + 1];
    const isGap = next ? next.ordinal === mark.ordinal + 2 : index > 0 || first.style === 'di' || first.style === 'qi';
    if (!isGap) return [];
    const here = candidates.filter(
      ({ span, ordinal, style }) =>
        ordinal === mark.ordinal + 1 &&
        span.start >= mark.span.end &&
        span.end <= (next?.span.start ?? text.length + offset) &&
        // “其次” after the last of several may begin another thought.
        (next !== undefined || style !== 'shou' || index === 0),
    );
    return here.length === 1 ? here : [];
  });
}

const pattern = new RegExp(
  [
    '(?<shi>[0-9０-９]{1,2})是[、，,：]?',
    '第(?<di>[0-9０-９]{1,2})(?:是|[，,：、])',
    `(?<han>${hanNumeral})、(?![一二三四五六七八九十])`,
    `[（(](?<hanParen>${hanNumeral})[）)]`,
  ].join('|'),
  'gu',
);

/** Marks in forms that no series has, anywhere in the text. */
function written(text: string, offset: number): Numbering[] {
  return [...text.matchAll(pattern)].flatMap(({ 0: mark, index, groups = {} }) => {
    const [style, numeral] = Object.entries(groups).find(([, value]) => value !== undefined) ?? [];
    if (style === undefined || numeral === undefined) return [];
    const at = mark.indexOf(numeral);
    return {
      style: style as NumberingStyle,
      ordinal: style === 'shi' || style === 'di' ? fromArabic(numeral) : fromHan(numeral),
      text: mark,
      before: mark.slice(0, at),
      after: mark.slice(at + numeral.length),
      span: { start: offset + index, end: offset + index + mark.length },
    };
  });
}

/** `3是`, `第3，`: spoken series never have Arabic digits. */
function isMiswritten(mark: string): boolean {
  return /[0-9０-９]/.test(mark);
}
