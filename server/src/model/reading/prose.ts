import { memoised } from '../memory/memoised.ts';
import { memoisedByBlock } from '../memory/memoisedByBlock.ts';
import type { Numbering } from '../parse/numbering.ts';
import type { Block, Line } from '../speech.ts';
import { lastAtMost } from '../text/lastAtMost.ts';
import { contains, type Span } from '../text/span.ts';
import { blankComments, withoutComments } from './comments.ts';

/** 段 — the lines of one paragraph, within which quotation marks and brackets must close. */
export interface Paragraph {
  readonly lines: readonly [Line, ...Line[]];
  readonly span: Span;
  readonly prose: readonly Span[];
}

/** The paragraphs of a block, in order; headings and list items count as paragraphs. */
export const paragraphsOf: (block: Block) => readonly Paragraph[] = memoisedByBlock(({ entries }) => {
  const groups: Array<[Line, ...Line[]]> = [];
  let open = false;
  for (const entry of entries) {
    if (entry.kind !== 'line') open = false;
    else if (open && !entry.opensParagraph) groups.at(-1)?.push(entry);
    else {
      groups.push([entry]);
      open = true;
    }
  }
  return groups.map((lines) => ({
    lines,
    span: { start: lines[0].span.start, end: (lines.at(-1) ?? lines[0]).span.end },
    prose: lines.flatMap(({ prose }) => prose),
  }));
});

/** The matches of a pattern in all the lines of a block, see `matchesInProse`. */
export function matchesInBlock({ text, entries }: Block, pattern: RegExp): readonly Match[] {
  let found = none;
  for (const entry of entries) {
    if (entry.kind !== 'line') continue;
    const own = matchesInProse(text, entry, pattern);
    if (own.length > 0) found = found === none ? own : [...found, ...own];
  }
  return found;
}

/**
 * The matches of a pattern in the prose of a line, never in code, HTML or a link target. `pattern` must be global and
 * must not match the empty string.
 */
export function matchesInProse(text: string, within: Pick<Line, 'prose'>, pattern: RegExp): readonly Match[] {
  // Fast path: thirty rules search every line, and most patterns match nowhere.
  let found: Match[] | undefined;
  for (const { start, end } of within.prose) {
    const words = text.slice(start, end);
    // Not `matchAll`, which makes a copy of the pattern for every stretch.
    for (let from = 0; from < words.length; ) {
      pattern.lastIndex = from;
      const match = pattern.exec(words);
      if (!match) break;
      from = match.index + Math.max(1, match[0].length);
      const at = start + match.index;
      found ??= [];
      found.push({ match, span: { start: at, end: at + match[0].length } });
    }
  }
  return found ?? none;
}

const none: readonly Match[] = [];

/** A match of a pattern in the prose of a speech or a block. */
export interface Match {
  /** Its `index` counts from the start of a stretch of prose; use `span` instead. */
  readonly match: RegExpMatchArray;
  readonly span: Span;
}

/** Whether a span lies in the mark of a heading or a point, which the numbering rules judge. */
export function inNumbering(line: Line, span: Span): boolean {
  const mark = lastMark(line, span.start);
  return mark !== undefined && contains(mark.span, span);
}

/** The last mark of a heading or a point that begins at an offset or before; a line may have thousands of them. */
export function lastMark({ numbering, series }: Line, at: number): Numbering | undefined {
  return series[lastAtMost(startsOf(series), at)] ?? (numbering && numbering.span.start <= at ? numbering : undefined);
}

const startsOf = memoised((marks: Line['series']) => marks.map(({ span }) => span.start));

/** Whether `char` is one 汉字. */
export function isHan(char: string): boolean {
  return /^\p{Script=Han}$/u.test(char);
}

/** Whether `char` is one 汉字 or Chinese punctuation mark. */
export function isChinese(char: string): boolean {
  return /^[\p{Script=Han}，。；：？！、“”‘’（）《》〈〉〔〕【】…—]$/u.test(char);
}

/** 全角 — the Chinese mark for each half-width one. */
export const fullwidth: Readonly<Record<string, string>> = {
  ',': '，',
  ';': '；',
  ':': '：',
  '?': '？',
  '!': '！',
  '(': '（',
  ')': '）',
  '.': '。',
  '．': '。',
};

/** 字 — the number of 汉字, digits and words in Latin letters that are read out, so without those in comments. */
export function spokenLength(written: string): number {
  const text = withoutComments(written);
  let length = 0;
  let inWord = false;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    const isLatin = (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a);
    if (isLatin) {
      if (!inWord) length += 1;
    } else if (code >= 0x4e00 && code <= 0x9fff) length += 1;
    else if (code >= 0x30 && code <= 0x39) length += 1;
    else if (code >= 0x80 && !isPlainMark(code)) {
      const char = String.fromCodePoint(text.codePointAt(at) ?? code);
      if (/[\p{Script=Han}\p{N}]/u.test(char)) length += 1;
      if (char.length === 2) at += 1;
    }
    inWord = isLatin;
  }
  return length;
}

/** The marks that nearly every sentence has. */
function isPlainMark(code: number): boolean {
  return code === 0xff0c || code === 0x3002 || code === 0x3001 || (code >= 0x2010 && code <= 0x2027);
}

/**
 * Whether a line is Chinese, and not in a foreign language with some Chinese in it, where
 * half-width punctuation is right.
 */
export function isMostlyChinese(text: string): boolean {
  const plain = text.replace(/https?:\/\/[!-~]*/g, '');
  return (plain.match(/\p{Script=Han}/gu)?.length ?? 0) * 3 >= (plain.match(/[A-Za-z]/g)?.length ?? 0);
}

/** The sentences of a stretch, each with its closing mark and the quotation mark or bracket after it. */
export function sentencesOf(text: string, { start, end }: Span): Span[] {
  return [...blankComments(text.slice(start, end)).matchAll(/[^。！？\n]*[。！？\n][。！？”’）》]*|[^。！？\n]+/g)]
    .filter(([words]) => words.trim() !== '')
    .map(({ index, 0: words }) => ({ start: start + index, end: start + index + words.length }));
}

/**
 * Whether an offset stands between “ ”, ‘ ’ or " ", or inside 《 》, of the paragraph or block `span`; what opens and
 * never closes encloses nothing beyond the paragraph.
 */
export function quotedIn(text: string, { start, end }: Span): (at: number) => boolean {
  /** Where each quotation begins and ends. */
  const begins: number[] = [];
  const ends: number[] = [];
  let depth = 0;
  let straight = false;
  let from = start;
  for (let at = start; at <= end; at += 1) {
    const char = text.charAt(at);
    const before = depth > 0 || straight;
    if (at === end || (char === '\n' && /^[ \t]*\r?\n/.test(text.slice(at + 1, at + 20)))) {
      depth = 0;
      straight = false;
    } else if (char === '“' || char === '《' || char === '‘') depth += 1;
    else if (char === '”' || char === '》' || char === '’') depth = Math.max(0, depth - 1);
    else if (char === '"') straight = !straight;
    const after = depth > 0 || straight;
    if (!before && after) from = at;
    if (before && !after) {
      begins.push(from);
      ends.push(at);
    }
  }
  return (at) => at <= (ends[lastAtMost(begins, at - 1)] ?? -1);
}
