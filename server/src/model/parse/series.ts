import { fromArabic, fromHan, hanNumeral } from '../text/numeral.ts';
import { inQuotes, quotedRanges } from '../text/quoted.ts';
import type { Numbering, NumberingStyle } from './numbering.ts';
import { strayMarks } from './strayMarks.ts';

/**
 * The marks inside a paragraph that count its points: spoken series (一是…二是…, 一要…二要…, 一来…二来…, 第一，…第二，…, 其一，…其二，…,
 * 首先，…其次，…最后，…, 一个是…再一个是…还有一个是…) and inline ① （1） 1.
 * A mark counts only where a sentence or clause begins and outside quotation marks, so 统一是, 之一是 and 第一、二季度 are none.
 * One that continues nothing is left out, except a first, which later lines may continue.
 * `offset` is where `text` starts; `opening` is the numbering of the line itself, which the marks may continue.
 */
export function parseSeries(text: string, offset: number, opening?: Numbering): Numbering[] {
  if (!mayHold.test(text)) return [];
  const found: Numbering[] = [];
  const quoted = quotedRanges(text);
  const sayings = [...text.matchAll(saying)].map(({ index, 0: words }) => [index, index + words.length] as const);
  candidates.lastIndex = 0;
  for (const match of text.matchAll(candidates)) {
    const { index } = match;
    if (inQuotes(quoted, index) || sayings.some(([start, end]) => index >= start && index < end)) continue;
    const mark = readMark(match);
    if (!mark || !atBoundary(text, index, mark.style)) continue;
    const span = { start: offset + index, end: offset + index + mark.text.length };
    found.push({ ...mark, span });
  }
  const kept = coherent(found, text, offset, opening?.style);
  const others = found.filter((mark) => !kept.includes(mark));
  const startsSentence = (index: number) => !inQuotes(quoted, index) && atBoundary(text, index, 'di');
  const stray = strayMarks({ text, offset, startsSentence }, kept, others).filter(
    ({ style }) => style !== opening?.style,
  );
  return stray.length > 0 ? inOrder([...kept, ...stray]) : kept;
}

function inOrder(marks: Numbering[]): Numbering[] {
  return marks.sort((a, b) => a.span.start - b.span.start);
}

/** Sayings that count nothing: “一是一、二是二”, “一是一趟，二是两趟”. “一是一些党员不到会。二是……” is a series. */
const saying = /一就?是一\p{Script=Han}{0,2}[、，,]?二就?是[二两]/gu;

/** What every paragraph with a mark has: most have none, and need not be looked at more closely. */
const mayHold =
  /[一二三四五六七八九十][是要来]|[第其][一二三四五六七八九十]|首先|其次|再次|最后|[一二三四五]个是|[①-⒇]|[（(][0-9０-９]{1,2}[）)]|[0-9０-９][.．、](?![0-9０-９])/;

const candidates = new RegExp(
  [
    `(?<shi>(?:${hanNumeral}))(?<shiAfter>是[、，,：]?|要)`,
    `(?<lai>${hanNumeral})来`,
    `第(?<di>${hanNumeral})(?<diAfter>是|[ 　]?[，,：]|、(?![一二三四五六七八九十第])|个(?:问题|原因|方面|不足|差距|教训|措施)?是)`,
    `其(?<qi>${hanNumeral})(?<qiAfter>[ 　]?[，,：、])`,
    '(?<shou>首先|其次|再次|最后)(?<shouAfter>是|[ 　]?[，,、：])',
    '(?<ge>[一二三四五]|头一|再一|另一|还有一)个是',
    '(?<circled>[①-⑳])(?<circledAfter>[、.．]?)',
    '(?<boxed>[⑴-⒇])(?<boxedAfter>[、.．]?)',
    '(?<open>[（(])(?<paren>[0-9０-９]{1,2})(?<parenAfter>[）)])',
    '(?<arabic>[0-9０-９]{1,2})(?<arabicAfter>[.．、](?![0-9０-９]))',
  ].join('|'),
  'gu',
);

function readMark({ 0: whole, groups = {} }: RegExpMatchArray): Omit<Numbering, 'span'> | undefined {
  const { shi, di, qi, lai, shou, ge, circled, boxed, paren, arabic } = groups;
  if (shi) {
    return { style: 'shi', ordinal: fromHan(shi), text: whole, before: '', after: groups.shiAfter ?? '' };
  }
  if (di) return { style: 'di', ordinal: fromHan(di), text: whole, before: '第', after: groups.diAfter ?? '' };
  if (qi) return { style: 'qi', ordinal: fromHan(qi), text: whole, before: '其', after: groups.qiAfter ?? '' };
  if (lai) return { style: 'qi', ordinal: fromHan(lai), text: whole, before: '', after: '来' };
  if (shou) {
    const ordinal = shou === '最后' ? 99 : ['首先', '其次', '再次'].indexOf(shou) + 1;
    return { style: 'shou', ordinal, text: whole, before: '', after: groups.shouAfter ?? '' };
  }
  if (ge) return { style: 'shou', ordinal: ordinalOfOne(ge), text: whole, before: '', after: '个是' };
  if (circled) {
    const ordinal = circled.charCodeAt(0) - 0x2460 + 1;
    return { style: 'circled', ordinal, text: whole, before: '', after: groups.circledAfter ?? '' };
  }
  if (boxed) {
    const ordinal = boxed.charCodeAt(0) - 0x2474 + 1;
    return { style: 'arabicParen', ordinal, text: whole, before: '', after: groups.boxedAfter ?? '' };
  }
  if (paren) {
    const [before = '', after = ''] = [groups.open, groups.parenAfter];
    return { style: 'arabicParen', ordinal: fromArabic(paren), text: whole, before, after };
  }
  if (arabic) {
    return { style: 'arabic', ordinal: fromArabic(arabic), text: whole, before: '', after: groups.arabicAfter ?? '' };
  }
  return undefined;
}

/** 一个是, then 再一个是 or 另一个是, then 还有一个是: the later ones tell that they go on, not how far. */
function ordinalOfOne(numeral: string): number {
  const at = ['', '头一', '再一', '还有一'].indexOf(numeral);
  return at > 0 ? at : numeral === '另一' ? 2 : fromHan(numeral);
}

/** Whether a mark counts by 一个是, not by 首先. */
export function countsOnes({ style, after }: Pick<Numbering, 'style' | 'after'>): boolean {
  return style === 'shou' && after === '个是';
}

/**
 * Whether a mark may stand at `index`: at the start, or after the end of a sentence, a colon or a line; 一是 also after a
 * comma.
 */
function atBoundary(text: string, index: number, style: NumberingStyle): boolean {
  let at = index - 1;
  while (at >= 0 && /[\s　*_]/.test(text.charAt(at))) at -= 1;
  if (at < 0) return true;
  let before = text.charAt(at);
  if (style === 'circled') return true;
  if (/[”’）)》"]/.test(before) && at > 0) before = text.charAt(at - 1);
  if (/[。；：！？;:!?…—】]/.test(before) || (before === '.' && endsWord.test(text.charAt(at - 1)))) return true;
  if (text.charAt(at) === '\n' || text.slice(at + 1, index).includes('\n')) return true;
  return style === 'shi' && /[，,、]/.test(text.charAt(at));
}

/** A half-width full stop after one of these ends a Chinese sentence, and is no decimal point. */
const endsWord = /[\p{Script=Han}”’）》]/u;

/** The marks that make a series. Followers without a first make none, nor do counts within a clause. */
function coherent(
  marks: readonly Numbering[],
  text: string,
  offset: number,
  opening: NumberingStyle | undefined,
): Numbering[] {
  const kept: Numbering[] = [];
  for (const style of ['shi', 'di', 'qi', 'shou', 'circled', 'arabicParen', 'arabic'] as const) {
    const own = marks.filter((mark) => mark.style === style);
    if (own.length === 0) continue;
    if (style === 'shou') {
      kept.push(...wordSeries(own, offset));
      continue;
    }
    if (style === 'shi') {
      const spoken = own.filter(({ after }) => after !== '要');
      kept.push(...(spoken.length > 0 ? outerSeries(spoken, text, offset) : plainSeries(own, text, offset)));
      continue;
    }
    if (style === 'qi' && own[0]?.after === '来') {
      kept.push(...plainSeries(own, text, offset));
      continue;
    }
    const opensText = own[0]?.span.start === offset;
    if (style === opening) {
      kept.push(...own);
      continue;
    }
    const goesOn = marks.some(
      ({ style: other, ordinal }) =>
        (other === 'shi' || other === 'shou') && Math.abs(ordinal - (own[0]?.ordinal ?? 0)) === 1,
    );
    // Whether a lone first is continued in the next line is decided with the outline (`withoutLoneMarks`).
    const isFirst = own[0]?.ordinal === 1;
    if (own.length < 2 && !opensText && !isFirst && !(style === 'di' && goesOn)) continue;
    // A number in running text, as in “见第（3）项”, opens no series.
    if ((style === 'arabic' || style === 'arabicParen') && !isFirst && !opensText) continue;
    kept.push(...own);
  }
  return inOrder(kept);
}

/** 一是…二是… without those after a comma, which count within a clause, unless the whole series stands in one sentence. */
function outerSeries(own: readonly Numbering[], text: string, offset: number): Numbering[] {
  const strong = own.filter(({ span }) => span.start === offset || !followsComma(text, span.start - offset));
  // “有三个教训：一是甲，二是乙，三是丙”: all of one sentence.
  if (strong.length === 1 && own.length > 1 && own.every(({ ordinal }, index) => ordinal === index + 1))
    return [...own];
  // “针对……，一是……；二是……”: the count itself begins after the comma.
  if (strong.length > 0 && (strong[0] === own[0] || strong[0]?.ordinal === 1)) return strong;
  return own.length >= 2 ? [...own] : [];
}

/**
 * 一要…二要… and 一来…二来…: only from one up, with no gap and not after a comma. Alone, 一要 and 一来 are prose, but 一要 or 三要 at
 * the start of a line may go on in other lines; `withoutLoneDemands` decides when all lines are read.
 */
function plainSeries(all: readonly Numbering[], text: string, offset: number): Numbering[] {
  const own = all.filter(({ span }) => !followsComma(text, span.start - offset));
  const [first] = own;
  const opensText = first?.span.start === offset && first.after === '要';
  const from = opensText ? first.ordinal : 1;
  const counts = own.every(({ ordinal, after }, index) => ordinal === from + index && after === first?.after);
  return counts && (own.length > 1 || opensText) ? own : [];
}

/**
 * 首先…其次… or, where there is none, 一个是…再一个是…, which begins once and goes on: “一个是甲。一个是乙” tells two things apart. Whether
 * a line that begins with such words goes on with others is decided with the outline (`withoutLoneWords`).
 */
function wordSeries(all: readonly Numbering[], offset: number): readonly Numbering[] {
  const begins = ([first]: readonly Numbering[]) => first?.ordinal === 1 || first?.span.start === offset;
  const own = all.filter((mark) => !countsOnes(mark));
  if (begins(own)) return own;
  const ones = all.filter(countsOnes);
  const [first, ...rest] = ones;
  // Amid a paragraph, “有两个徒弟：一个是甲；另一个是乙” is prose.
  const counts = rest.length > 0 && !ones.some(({ text }) => text.startsWith('另'));
  return (counts || first?.span.start === offset) && begins(ones) && rest.every(({ ordinal }) => ordinal > 1)
    ? ones
    : [];
}

function followsComma(text: string, index: number): boolean {
  let at = index - 1;
  while (/\s/.test(text.charAt(at))) at -= 1;
  return /[，,、]/.test(text.charAt(at));
}
