import type { Entry } from '../speech.ts';
import type { Span } from '../text/span.ts';
import type { Numbering } from './numbering.ts';

/** An entry with all its places moved. */
export function moveEntry(entry: Entry, move: (span: Span) => Span): Entry {
  if (entry.kind !== 'line')
    return { kind: entry.kind, span: move(entry.span), rows: entry.rows.map((row) => row.map(move)) };
  const { numbering } = entry;
  return {
    ...entry,
    span: move(entry.span),
    numbering: numbering && moveNumbering(numbering, move),
    title: move(entry.title),
    body: move(entry.body),
    series: entry.series.map((mark) => moveNumbering(mark, move)),
    prose: entry.prose.map(move),
    brokenBold: entry.brokenBold.map(([open, close]) => [move(open), move(close)] as const),
  };
}

/** A numbering with all its places moved. */
export function moveNumbering(numbering: Numbering, move: (span: Span) => Span): Numbering {
  return { ...numbering, span: move(numbering.span) };
}

/** Whether two entries are equal in everything, their places included. */
export function isSameEntry(a: Entry, b: Entry): boolean {
  if (a.kind !== 'line' || b.kind !== 'line') {
    return (
      a.kind === b.kind &&
      a.kind !== 'line' &&
      b.kind !== 'line' &&
      isSameSpan(a.span, b.span) &&
      isSameList(a.rows, b.rows, (row, other) => isSameList(row, other, isSameSpan))
    );
  }
  return (
    a.depth === b.depth &&
    a.bold === b.bold &&
    a.bullet === b.bullet &&
    a.opensParagraph === b.opensParagraph &&
    a.titleEnd === b.titleEnd &&
    a.leadsIn === b.leadsIn &&
    isSameSpan(a.span, b.span) &&
    isSameSpan(a.title, b.title) &&
    isSameSpan(a.body, b.body) &&
    (a.numbering && b.numbering ? isSameNumbering(a.numbering, b.numbering) : a.numbering === b.numbering) &&
    isSameList(a.series, b.series, isSameNumbering) &&
    isSameList(a.prose, b.prose, isSameSpan) &&
    isSameList(a.brokenBold, b.brokenBold, (pair, other) => pair.every((span, at) => isSameSpan(span, other[at])))
  );
}

function isSameNumbering(a: Numbering, b: Numbering): boolean {
  return (
    a.style === b.style &&
    a.ordinal === b.ordinal &&
    a.text === b.text &&
    a.before === b.before &&
    a.after === b.after &&
    isSameSpan(a.span, b.span)
  );
}

function isSameSpan(a: Span, b: Span | undefined): boolean {
  return a.start === b?.start && a.end === b.end;
}

function isSameList<Item>(a: readonly Item[], b: readonly Item[], isSame: (x: Item, y: Item) => boolean): boolean {
  return a.length === b.length && a.every((item, at) => isSame(item, b[at] as Item));
}
