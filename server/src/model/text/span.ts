/** Half-open `[start, end)` range of UTF-16 offsets into the text of a speech, or of a block where it says so. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** The span of one character. */
export function spanAt(at: number): Span {
  return { start: at, end: at + 1 };
}

/** Whether two spans overlap or meet. */
export function touches(a: Span, b: Span): boolean {
  return a.start <= b.end && b.start <= a.end;
}

/** Whether `inner` lies in `outer`, ends included. */
export function contains(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** `by` may be negative. */
export function moveSpan({ start, end }: Span, by: number): Span {
  return { start: start + by, end: end + by };
}

/** The span without the blanks at its ends; an empty span at its end where there is nothing but blanks. */
export function trimSpan(text: string, { start, end }: Span): Span {
  while (start < end && isBlank(text.charCodeAt(start))) start += 1;
  while (end > start && isBlank(text.charCodeAt(end - 1))) end -= 1;
  return { start, end };
}

/** Space, tab, line ends, no-break space, ideographic space, BOM. */
export function isBlank(code: number): boolean {
  return code === 0x20 || (code >= 0x09 && code <= 0x0d) || code === 0xa0 || code === 0x3000 || code === 0xfeff;
}
