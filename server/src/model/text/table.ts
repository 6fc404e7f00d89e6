import { type Span, trimSpan } from './span.ts';

/**
 * A GFM table (GFM §4.10) at the end of a passage: its rows without the delimiter row. CommonMark
 * reads tables as paragraphs.
 */
export function tableIn(text: string, passage: Span): { span: Span; rows: Span[][] } | undefined {
  if (!text.slice(passage.start, passage.end).includes('|')) return undefined;
  const lines = lineSpans(text, passage);
  const at = lines.findIndex(({ start, end }, index) => index > 0 && delimiter.test(text.slice(start, end)));
  const header = lines[at - 1];
  if (!header || !text.slice(header.start, header.end).includes('|')) return undefined;
  const rows = lines.filter((_, index) => index >= at - 1 && index !== at).map((line) => cells(text, line));
  return { span: { start: header.start, end: passage.end }, rows };
}

const delimiter = /^\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?$/;

function lineSpans(text: string, { start, end }: Span): Span[] {
  const spans: Span[] = [];
  for (let from = start; from < end; ) {
    const newline = text.indexOf('\n', from);
    const to = newline < 0 || newline > end ? end : newline;
    spans.push(trimSpan(text, { start: from, end: to }));
    from = to + 1;
  }
  return spans;
}

function cells(text: string, { start, end }: Span): Span[] {
  const found: Span[] = [];
  let from = text.charAt(start) === '|' ? start + 1 : start;
  for (let at = from; at <= end; at += 1) {
    const isEnd = at === end;
    if (!isEnd && (text.charAt(at) !== '|' || text.charAt(at - 1) === '\\')) continue;
    if (isEnd && from === end && text.charAt(end - 1) === '|') break;
    found.push(trimSpan(text, { start: from, end: at }));
    from = at + 1;
  }
  return found;
}
