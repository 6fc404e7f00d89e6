import { memoisedByBlock } from '../model/memory/memoisedByBlock.ts';
import { isAspectTitle, isWrapperTitle, pureRole, roleOf } from '../model/outline/role.ts';
import type { Block, Line } from '../model/speech.ts';
import type { Span } from '../model/text/span.ts';
import { formulaMask } from './formulae.ts';

/**
 * 计数的字 — the characters of a line that are compared. Punctuation, blanks, numbering and Markdown are
 * not: copyists change them.
 */
export interface Counted {
  /** The characters in a row, letters in lower case. */
  readonly codes: Uint16Array;
  /** The offset of each in the block. */
  readonly offsets: Uint32Array;
  /** 1 where the character is part of a formula that everybody writes. */
  readonly common: Uint8Array;
}

/**
 * In characters, some eight hours of reading aloud: a longer text is no speech, and is not compared
 * while it is being typed.
 */
export const longestSpeech = 100_000;

/** One for each line and table cell of a block that has anything to compare. */
export const countedLines: (block: Block) => readonly Counted[] = memoisedByBlock(({ text, entries }) =>
  entries.flatMap((entry) => {
    if (entry.kind === 'line') return isPlainHeading(text, entry) ? [] : counted(text, linesOwn(text, entry));
    if (entry.kind === 'table') return entry.rows.flat().flatMap((cell) => counted(text, [cell]));
    return [];
  }),
);

/** The title of the speech, and headings such as “存在的主要问题” that have no text of their own. */
function isPlainHeading(text: string, { depth, title, body }: Line): boolean {
  const alone = body.start >= body.end;
  return depth === 1 || (alone && namesPlace(text.slice(title.start, title.end)));
}

/** Whether a heading is one that everybody has, because the notice prescribes it. */
function namesPlace(title: string): boolean {
  return isAspectTitle(title) || isWrapperTitle(title) || pureRole(title) !== undefined || roleOf(title) !== undefined;
}

/** The prose of a line without its marks, and without a title that only names the aspect. */
function linesOwn(text: string, { prose, span, numbering, series, title, body }: Line): Span[] {
  const runsIn = body.start < body.end && numbering !== undefined && isAspectTitle(text.slice(title.start, title.end));
  const from = runsIn ? body.start : Math.max(span.start, numbering?.span.end ?? 0);
  const marks = [...series.map((mark) => mark.span)].sort((a, b) => a.start - b.start);
  const found: Span[] = [];
  for (const { start, end } of prose) {
    let at = Math.max(start, from);
    for (const mark of marks) {
      if (mark.end <= at || mark.start >= end) continue;
      if (mark.start > at) found.push({ start: at, end: mark.start });
      at = mark.end;
    }
    if (at < end) found.push({ start: at, end });
  }
  return found;
}

function counted(text: string, spans: readonly Span[]): Counted[] {
  const most = spans.reduce((sum, { start, end }) => sum + end - start, 0);
  const codes = new Uint16Array(most);
  const offsets = new Uint32Array(most);
  let length = 0;
  for (const { start, end } of spans) {
    for (let at = start; at < end; at += 1) {
      at = behindPlaceholder(text, at, end);
      const code = at < end ? countedCode(text.charCodeAt(at)) : 0;
      if (code === 0) continue;
      codes[length] = code;
      offsets[length] = at;
      length += 1;
    }
  }
  if (length === 0) return [];
  const own = codes.slice(0, length);
  return [{ codes: own, offsets: offsets.slice(0, length), common: formulaMask(own) }];
}

/** A blank 〔…〕 is not compared: it is still to be filled in and the same everywhere. */
function behindPlaceholder(text: string, at: number, end: number): number {
  if (text.charAt(at) !== '〔') return at;
  const length = text.slice(at, Math.min(end, at + longestPlaceholder)).indexOf('〕');
  return length < 0 ? at : at + length;
}

const longestPlaceholder = 60;

/**
 * The code to compare a character by, 0 if it does not count. Half and full width are equal, and so are
 * capital and small letters.
 */
export function countedCode(code: number): number {
  if (code >= 0x4e00 && code <= 0x9fff) return code;
  if (code >= 0x30 && code <= 0x39) return code;
  if (code >= 0x61 && code <= 0x7a) return code;
  if (code >= 0x41 && code <= 0x5a) return code + 0x20;
  if (code >= 0xff10 && code <= 0xff19) return code - 0xfee0;
  if ((code >= 0x3400 && code <= 0x4dbf) || (code >= 0xd800 && code <= 0xdfff)) return code;
  return 0;
}
