import { fromNumeral, hanNumeral } from '../text/numeral.ts';
import type { Span } from '../text/span.ts';

/** How many aspects the preamble announces, and where it says so. */
export interface AnnouncedNumber {
  readonly count: number;
  readonly span: Span;
}

/**
 * The list that begins at `from`, up to the words that close it, with the number that these state;
 * undefined where nothing is left.
 */
export function listSpan(
  words: string,
  from: number,
): (Span & { readonly number: AnnouncedNumber | undefined }) | undefined {
  const numbered = new RegExp(
    `[“"]?(${hanNumeral}|[0-9０-９]{1,2})(?:个方面|个带头|个对照|个专题|个重点|方面|项任务|项纪律|项要求|项内容|个|项|条)`,
    'g',
  );
  const found = [...words.matchAll(numbered)].findLast(({ index }) => index > from && !/[、]/.test(words.slice(index)));
  if (found) {
    let end = found.index;
    if (/等$/.test(words.slice(0, end))) end -= 1;
    const span = { start: found.index, end: found.index + found[0].length };
    return { start: from, end, number: { count: fromNumeral(found[1] ?? ''), span } };
  }
  const plain = /等?方面|的要求|的标准|等$/g;
  const last = words.lastIndexOf('、');
  const behind = Math.max(0, last);
  const stop = [...words.slice(behind).matchAll(plain)][0];
  const end = stop ? behind + stop.index : words.length;
  return end > from ? { start: from, end, number: undefined } : undefined;
}

/** The items of a list; empty where there are not `count` of them, or where one does not name a matter. */
export function itemsOf(words: string, { start, end }: Span, count: number | undefined): Span[] {
  // “严以修身、严以用权、严以律己和谋事要实、……”: where both halves are as long as the other items, they are two items.
  const even = cut(words, start, end, /、|(?<=[^、]{3})[和与及](?=[^、]{3})/g);
  const isEven = even.length >= 3 && even.every((item) => item.end - item.start === length(even[0]));
  if (isEven && (count === undefined || count === even.length)) {
    if (even.every((item) => isAspect(words.slice(item.start, item.end)))) return even;
  }
  const ways = [/、/g, /、|以及/g, /、|以及|(?<=[^、]{2})和(?=[^、]{2,60}$)/g];
  for (const way of ways) {
    const items = cut(words, start, end, way);
    const plausible = items.length >= 3 && items.every((item) => isAspect(words.slice(item.start, item.end)));
    if (plausible && (count === undefined ? true : items.length === count)) {
      if (count !== undefined || way === ways[1] || !words.slice(start, end).includes('以及')) return items;
    }
  }
  return [];
}

function length(span: Span | undefined): number {
  return span ? span.end - span.start : 0;
}

/** The parts of a list between separators, which do not count inside quotation marks. */
export function cut(words: string, start: number, end: number, separator: RegExp): Span[] {
  const items: Span[] = [];
  let from = start;
  for (const { index, 0: mark } of words.slice(0, end).matchAll(separator)) {
    if (index < start || isQuoted(words, index)) continue;
    items.push(trimmed(words, from, index));
    from = index + mark.length;
  }
  items.push(trimmed(words, from, end));
  return items;
}

/** Without the blanks and line ends around. */
export function trimmed(words: string, start: number, end: number): Span {
  let [from, to] = [start, end];
  while (from < to && /\s/.test(words.charAt(from))) from += 1;
  while (to > from && /\s/.test(words.charAt(to - 1))) to -= 1;
  return { start: from, end: to };
}

/**
 * Whether words may name a matter: two to sixty characters, and no person or office, since those asked for their
 * opinion are listed in the same way.
 */
export function isAspect(words: string): boolean {
  return /^[^，。；]{2,60}$/.test(words) && !/(?:代表|同志|委员|书记|[人名次条份场])$/.test(words);
}

/** The index of the first 、 outside quotation marks; -1 without one. */
export function outerComma(words: string): number {
  for (let at = words.indexOf('、'); at >= 0; at = words.indexOf('、', at + 1)) if (!isQuoted(words, at)) return at;
  return -1;
}

/** Whether an index lies inside quotation marks or 《》. */
export function isQuoted(words: string, index: number): boolean {
  const before = words.slice(0, index);
  return before.split(/[“《]/).length > before.split(/[”》]/).length;
}
