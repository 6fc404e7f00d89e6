import { applyEdits, type Edit } from '../model/change/edits.ts';
import {
  type FrontMatter,
  type FrontMatterKey,
  frontMatterKeys,
  frontMatterOf,
  quotedValue,
} from '../model/parse/frontMatter.ts';
import { parseSpeech } from '../model/parse/parse.ts';
import type { Speech } from '../model/speech.ts';
import type { Span } from '../model/text/span.ts';
import { lineEndOf } from '../model/text/textLines.ts';

/** What the front matter should say; a key without a value is removed. */
export type FrontMatterValues = Readonly<Record<FrontMatterKey, string | undefined>>;

/** The edits that make the front matter say this and leave the rest of it, and of the speech, unchanged. */
export function frontMatterEdits(speech: Speech, values: FrontMatterValues): Edit[] {
  const { text, frontMatter } = speech;
  const found = frontMatterOf(speech);
  if (!found) {
    const eol = lineEndOf(text);
    const lines = frontMatterKeys.map((key) => (values[key] === undefined ? '' : `  ${pair(key, values[key])}${eol}`));
    const block = `发言:${eol}${lines.join('')}`;
    if (frontMatter) return [inserted(frontMatter.end, block)];
    return [inserted(text.charCodeAt(0) === 0xfeff ? 1 : 0, `---${eol}${block}---${eol}${eol}`)];
  }
  // The last key first: a missing one goes behind those before it, as they stand now.
  const after = [...frontMatterKeys]
    .reverse()
    .reduce((changed, key) => withEdits(changed, keyEdits(changed, key, values[key])), inBlockForm(speech, values));
  const { start, end } = found.span;
  const newText = after.text.slice(start, end + after.text.length - text.length);
  return newText === text.slice(start, end) ? [] : [{ span: found.span, newText }];
}

function withEdits(speech: Speech, edits: readonly Edit[]): Speech {
  return edits.length === 0 ? speech : parseSpeech(applyEdits(speech.text, edits), speech);
}

function pair(key: string, value: string): string {
  return `${key}: ${quotedValue(value)}`;
}

/** `发言: 剖析发言` has no room for a year: its kind moves to a line below. */
function inBlockForm(speech: Speech, values: FrontMatterValues): Speech {
  const found = frontMatterOf(speech);
  const entry = found?.entries[0];
  const isShort = entry !== undefined && entry.keySpan.start === found?.key.start;
  if (!isShort || frontMatterKeys.every((key) => key === entry.key || values[key] === undefined)) return speech;
  const { text } = speech;
  const { start, end } = entry.valueSpan;
  const head = text.slice(entry.keySpan.start, start).trimEnd();
  const below = lineEndAfter(text, end);
  return withEdits(speech, [
    { span: { start: entry.keySpan.start + head.length, end }, newText: '' },
    inserted(below, `${lineEndOf(text)}  ${entry.key}: ${text.slice(start, end)}`),
  ]);
}

/** The edits that make one key have a value, or be gone. */
function keyEdits(speech: Speech, key: FrontMatterKey, value: string | undefined): Edit[] {
  const { text } = speech;
  const found = frontMatterOf(speech);
  const entry = found?.entries.findLast((one) => one.key === key);
  if (!found || entry?.value === value) return [];
  if (value === undefined) return entry ? [{ span: removable(text, found, entry.span), newText: '' }] : [];
  if (!entry) return [added(text, found, key, value)];
  const { valueSpan, span } = entry;
  const gap = /[\s{,]/.test(text.charAt(valueSpan.start - 1)) ? '' : ' ';
  const behind = text.charAt(valueSpan.end) === '#' ? ' ' : '';
  const below = { start: Math.min(span.end, lineEndAfter(text, valueSpan.end)), end: span.end };
  return [
    { span: valueSpan, newText: gap + quotedValue(value) + behind },
    { span: below, newText: '' },
  ];
}

/** An entry with what parts it from the next: the line end, or in flow form the comma. */
function removable(text: string, { flow, span: whole }: FrontMatter, { start, end }: Span): Span {
  if (!flow) return { start, end: text.indexOf('\n', end) + 1 };
  const comma = /^\s*,[ \t]*/.exec(text.slice(end, whole.end))?.[0];
  if (comma !== undefined) return { start, end: end + comma.length };
  return { start: start - (/,\s*$/.exec(text.slice(whole.start, start))?.[0].length ?? 0), end };
}

/** A new entry stands behind those of the known keys before it, or else before all. */
function added(text: string, { key: head, flow, entries }: FrontMatter, key: FrontMatterKey, value: string): Edit {
  const earlier: readonly string[] = frontMatterKeys.slice(0, frontMatterKeys.indexOf(key));
  const previous = entries.findLast((entry) => earlier.includes(entry.key));
  const [first] = entries;
  if (!flow) {
    const at = previous?.span.end ?? lineEndAfter(text, head.end);
    const indent = first ? (/^[ \t]*/.exec(text.slice(first.span.start))?.[0] ?? '') : '  ';
    return inserted(at, lineEndOf(text) + indent + pair(key, value));
  }
  if (previous) return inserted(previous.span.end, `, ${pair(key, value)}`);
  const at = first?.span.start ?? text.indexOf('{', head.end) + 1;
  return inserted(at, pair(key, value) + (first ? ', ' : ''));
}

function inserted(at: number, newText: string): Edit {
  return { span: { start: at, end: at }, newText };
}

/** The end of the line of an offset, before its line break. */
function lineEndAfter(text: string, offset: number): number {
  const found = /\r?\n|$/.exec(text.slice(offset));
  return offset + (found?.index ?? 0);
}
