import type { Position, Range } from 'vscode-languageserver';
import { memoised } from '../model/memory/memoised.ts';
import type { Retouch } from '../model/speech.ts';

/** Moves ranges of the speech that a retouched one goes back to: in some lines, columns behind an edit have shifted. */
export interface RetouchedRanges {
  /** Whether a range has any part in one of those lines. */
  reaches(range: Range): boolean;
  /** The range as it is after the edit. */
  range(range: Range): Range;
}

/** A retouch moves no line, as it never contains a line break. */
export const retouchedRanges = memoised(({ before, replaced, by }: Retouch): RetouchedRanges => {
  const earlier = before.retouch && retouchedRanges(before.retouch);
  const { line, character: column } = before.source.positionAt(replaced.end);
  const position = (at: Position) =>
    at.line === line && at.character >= column ? { line, character: at.character + by } : at;
  return {
    reaches: (range) => (range.start.line <= line && line <= range.end.line) || earlier?.reaches(range) === true,
    range(range) {
      const { start, end } = earlier?.range(range) ?? range;
      return { start: position(start), end: position(end) };
    },
  };
});
