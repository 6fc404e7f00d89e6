import { applyEdits, type Edit } from '../model/change/edits.ts';
import type { Speech } from '../model/speech.ts';
import { blanks, hasBlank } from '../model/text/blanks.ts';
import type { WireRange } from '../protocol.ts';
import { positionIn } from './range.ts';

/** The first blank 〔…〕 that edits write, in lines and characters of the text that they make. */
export function firstBlank({ text }: Speech, edits: readonly Edit[]): WireRange | undefined {
  let moved = 0;
  for (const { span, newText } of [...edits].sort((a, b) => a.span.start - b.span.start)) {
    if (hasBlank(newText)) {
      const [blank] = newText.matchAll(blanks);
      const start = span.start + moved + (blank?.index ?? 0);
      const after = applyEdits(text, edits);
      return { start: positionIn(after, start), end: positionIn(after, start + (blank?.[0].length ?? 0)) };
    }
    moved += newText.length - (span.end - span.start);
  }
  return undefined;
}
