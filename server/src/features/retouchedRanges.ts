import type { Position, Range } from 'vscode-languageserver';
import { memoised } from '../model/memoised.ts';
import type { Retouch } from '../model/retouch.ts';

/** Where the ranges of an earlier reading are now: within some lines columns have moved. */
export interface RetouchedRanges {
  /** Whether a range begins, ends or stands in one of those lines, or holds it. */
  reaches(range: Range): boolean;
  range(range: Range): Range;
}

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
