import { memoised } from '../memory/memoised.ts';
import type { Speech } from '../speech.ts';
import type { Span } from '../text/span.ts';

/**
 * `发言: {类型, 年度, 主题}` in the front matter, in block or flow form. We read this one flat mapping ourselves, because a
 * YAML library would take a sixth of the whole extension; anything else in the front matter is left alone.
 */
export interface FrontMatter {
  /** The key 发言 itself. */
  readonly key: Span;
  /** From the key to the end of the last line of its value. */
  readonly span: Span;
  readonly flow: boolean;
  readonly entries: readonly FrontMatterEntry[];
}

/** One key with its value, and where they stand. */
export interface FrontMatterEntry {
  readonly key: string;
  readonly keySpan: Span;
  /** All of it: in flow form up to the value; in block form its line, and the lines below that belong to it. */
  readonly span: Span;
  /** Without the quotation marks around it. */
  readonly value: string;
  readonly valueSpan: Span;
  /** The colon as typed. A full-width one is not YAML, but input methods produce it. */
  readonly colon: Span;
}

/** The keys that are understood, in the order they are written. */
export const frontMatterKeys = ['类型', '年度', '主题'] as const;
/** One of the keys that are understood. */
export type FrontMatterKey = (typeof frontMatterKeys)[number];

/** What the front matter says under 发言; undefined where it says nothing. */
export function frontMatterOf(speech: Speech): FrontMatter | undefined {
  return read(speech).found;
}

const read = memoised(({ text, frontMatter }: Speech) => ({
  found: frontMatter && readFrontMatter(text, frontMatter),
}));

function readFrontMatter(text: string, span: Span): FrontMatter | undefined {
  const lines = linesIn(text, span);
  const first = lines.findIndex((line) => /^发言[ \t]*[:：]/.test(text.slice(line.start, line.end)));
  const head = lines[first];
  if (!head) return undefined;
  let count = 1;
  for (const line of lines.slice(first + 1)) {
    if (!/^(?:[ \t#]|$)/.test(text.slice(line.start, line.end))) break;
    count += 1;
  }
  const own = lines.slice(first, first + count);
  // A blank line or a comment at the margin belongs to it only where more follows.
  while (own.length > 1 && /^(?:#|[ \t]*$)/.test(text.slice(own.at(-1)?.start, own.at(-1)?.end))) own.pop();
  const key = { start: head.start, end: head.start + 2 };
  const whole = { start: head.start, end: own.at(-1)?.end ?? head.end };
  const valueAt = head.start + (/^发言[ \t]*[:：][ \t]*/.exec(text.slice(head.start, head.end))?.[0].length ?? 2);
  const flow = text.charAt(valueAt) === '{';
  if (flow) return { key, span: whole, flow, entries: flowEntries(text, { start: valueAt + 1, end: whole.end }) };
  const scalar = scalarAt(text, valueAt, head.end);
  const entries = blockEntries(text, own.slice(1));
  // `发言: 剖析发言` is short for the kind alone.
  if (scalar.value !== '' && entries.length === 0) {
    const colon = { start: valueAt - 1, end: valueAt };
    const { value, span: valueSpan } = scalar;
    entries.push({
      key: '类型',
      keySpan: key,
      span: { start: key.start, end: valueSpan.end },
      colon,
      value,
      valueSpan,
    });
  }
  return { key, span: whole, flow, entries };
}

function linesIn(text: string, { start, end }: Span): Span[] {
  const lines: Span[] = [];
  for (let at = start; at < end; ) {
    const stop = text.indexOf('\n', at);
    const next = stop < 0 || stop >= end ? end : stop;
    lines.push({ start: at, end: text.charAt(next - 1) === '\r' && next > at ? next - 1 : next });
    at = next + 1;
  }
  return lines;
}

/** What stands deeper below a key that has no value on its own line is its value, whatever it looks like. */
function blockEntries(text: string, lines: readonly Span[]): FrontMatterEntry[] {
  const entries: FrontMatterEntry[] = [];
  for (const line of lines) {
    const last = entries.at(-1);
    if (last && /^(?:$|[|>])/.test(last.value) && indentAt(text, line.start) > indentAt(text, last.span.start)) {
      entries[entries.length - 1] = { ...last, span: { start: last.span.start, end: line.end } };
      continue;
    }
    const entry = entryIn(text, line);
    if (entry) entries.push(entry);
  }
  return entries;
}

function indentAt(text: string, lineStart: number): number {
  let at = lineStart;
  while (text.charAt(at) === ' ' || text.charAt(at) === '\t') at += 1;
  return at - lineStart;
}

/** `类型: 剖析发言`, with blanks around. */
function entryIn(text: string, line: Span): FrontMatterEntry | undefined {
  const match = /^([ \t]*["']?)([\p{L}\p{N}_-]+)(["']?[ \t]*)[:：]/u.exec(text.slice(line.start, line.end));
  if (!match) return undefined;
  const [whole, before = '', key = ''] = match;
  const keySpan = { start: line.start + before.length, end: line.start + before.length + key.length };
  const colon = { start: line.start + whole.length - 1, end: line.start + whole.length };
  const { value, span } = scalarAt(text, colon.end, line.end);
  return { key, keySpan, span: line, colon, value, valueSpan: span };
}

/** The entries between `{` and `}`, on one line or several. */
function flowEntries(text: string, { start, end }: Span): FrontMatterEntry[] {
  const close = closing(text, start, end);
  const entries: FrontMatterEntry[] = [];
  for (let at = start; at < close; ) {
    while (at < close && /[\s,，]/.test(text.charAt(at))) at += 1;
    const stop = commaFrom(text, at, close);
    const entry = at < stop ? entryIn(text, { start: at, end: stop }) : undefined;
    if (entry) entries.push({ ...entry, span: { start: at, end: entry.valueSpan.end } });
    at = stop + 1;
  }
  return entries;
}

function closing(text: string, start: number, end: number): number {
  const at = text.indexOf('}', start);
  return at < 0 || at > end ? end : at;
}

function commaFrom(text: string, from: number, end: number): number {
  let quote = '';
  for (let at = from; at < end; at += 1) {
    const char = text.charAt(at);
    if (quote) quote = char === quote ? '' : quote;
    else if ((char === '"' || char === "'") && /[:：\s]/.test(text.charAt(at - 1))) quote = char;
    else if (char === ',' || char === '\n') return at;
  }
  return end;
}

/** A plain or quoted value, without the comment behind it. */
function scalarAt(text: string, from: number, end: number): { value: string; span: Span } {
  let start = from;
  while (start < end && /\s/.test(text.charAt(start))) start += 1;
  const quote = text.charAt(start);
  const close = quote === '"' || quote === "'" ? text.indexOf(quote, start + 1) : -1;
  if (close > start && close < end) {
    return { value: text.slice(start + 1, close).trim(), span: { start, end: close + 1 } };
  }
  const comment = text.slice(start, end).search(/(?:^|[ \t])#/);
  let stop = comment < 0 ? end : start + comment;
  while (stop > start && /\s/.test(text.charAt(stop - 1))) stop -= 1;
  return { value: text.slice(start, stop), span: { start, end: stop } };
}

/** A value as YAML: in quotation marks where it would mean something else without them. */
export function quotedValue(value: string): string {
  const plain = !/^[\s"'&*!|>%@`{[\]},?#-]|[\s]$|: |:$| #|[,{}[\]]/.test(value);
  return plain ? value : `"${value.replace(/[\\"]/g, '')}"`;
}
