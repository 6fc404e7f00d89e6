import type { Span } from '../text/span.ts';
import { countedOpening } from './countedOpening.ts';
import { type Numbering, parseNumbering } from './numbering.ts';

/** The mark that a line begins with. */
export interface Opening {
  /** `#`, blanks and `**` before the mark. */
  readonly dress: string;
  readonly numbering: Numbering;
}

/** The mark of a line and what stands before it; undefined for a line without a mark. */
export function openingOf(text: string, { start, end }: Span): Opening | undefined {
  const words = text.slice(start, end);
  const dress = /^(?:#{1,6}[ \t]+)?(?:\*\*)?/.exec(words)?.[0] ?? '';
  const numbering =
    parseNumbering(words.slice(dress.length), start + dress.length) ??
    spoken(words.slice(dress.length), start + dress.length) ??
    (dress === '' ? countedOpening(words, start) : undefined);
  return numbering && { dress, numbering };
}

/** 一是, 第一， or 其一， at the start of a line. */
function spoken(words: string, offset: number): Numbering | undefined {
  const match = /^(?:[一二三四五六七八九]是|[第其][一二三四五六七八九]，)/.exec(words);
  if (!match) return undefined;
  const [text] = match;
  const before = /^[第其]/.exec(text)?.[0] ?? '';
  const style = before === '第' ? 'di' : before === '其' ? 'qi' : 'shi';
  const ordinal = '一二三四五六七八九'.indexOf(text.charAt(before.length)) + 1;
  const span = { start: offset, end: offset + text.length };
  return { style, ordinal, text, span, before, after: text.slice(before.length + 1) };
}
