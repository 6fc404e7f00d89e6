import { parseSpeech } from '../parse/parse.ts';
import type { Speech } from '../speech.ts';
import type { Span } from '../text/span.ts';

/** Replaces a span of the text; an empty span inserts, an empty `newText` deletes. */
export interface Edit {
  readonly span: Span;
  readonly newText: string;
}

/** Applies edits that do not overlap. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  const sorted = [...edits].sort((a, b) => b.span.start - a.span.start);
  return sorted.reduce((out, { span, newText }) => out.slice(0, span.start) + newText + out.slice(span.end), text);
}

/**
 * Two steps of edits as one: `edits`, and then those that `next` finds for the text they make. The result is in offsets
 * of `speech` and touches nothing that neither step touches.
 */
export function followedBy(speech: Speech, edits: readonly Edit[], next: (after: Speech) => readonly Edit[]): Edit[] {
  const first = sorted(edits);
  const after = parseSpeech(applyEdits(speech.text, first), speech);
  return composed(first, sorted(next(after)));
}

/** Where an offset is after the edits; one inside replaced text goes to the end of the replacement. */
export function movedOffset(edits: readonly Edit[], offset: number): number {
  let by = 0;
  for (const { span, newText } of sorted(edits)) {
    if (span.start > offset || (span.start === offset && span.end > offset)) break;
    if (span.end > offset) return span.start + by + newText.length;
    by += newText.length - (span.end - span.start);
  }
  return offset + by;
}

/** `second` is in offsets of the text that `first` makes. Both must be sorted and without overlap. */
function composed(first: readonly Edit[], second: readonly Edit[]): Edit[] {
  const done: Edit[] = [];
  const rest = [...second];
  let by = 0;
  for (const { span, newText } of first) {
    const start = span.start + by;
    const end = start + newText.length;
    while (rest[0] && rest[0].span.start < start) done.push(back(rest.shift(), by));
    // An edit inside a replacement changes the replacement.
    const inner: Edit[] = [];
    while (rest[0] && rest[0].span.end <= end) inner.push(rest.shift() as Edit);
    const text = applyEdits(
      newText,
      inner.map((edit) => back(edit, start)),
    );
    done.push({ span, newText: text });
    by += newText.length - (span.end - span.start);
  }
  return [...done, ...rest.map((edit) => back(edit, by))];
}

function back(edit: Edit | undefined, by: number): Edit {
  const { span, newText } = edit as Edit;
  return { span: { start: span.start - by, end: span.end - by }, newText };
}

function sorted(edits: readonly Edit[]): Edit[] {
  return [...edits].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}
