import type { Position, Range } from 'vscode-languageserver';
import type { Retouch } from '../model/retouch.ts';

/** Where the ranges of an earlier reading are now: within one line some columns have moved. */
export interface RetouchedRanges {
  /** Whether a range begins, ends or stands in that line, or holds it. */
  reaches(range: Range): boolean;
  range(range: Range): Range;
}

export function retouchedRanges({ base: { source }, replaced, by }: Retouch): RetouchedRanges {
  const { line, character: column } = source.positionAt(replaced.end);
  const position = (at: Position) =>
    at.line === line && at.character >= column ? { line, character: at.character + by } : at;
  return {
    reaches: ({ start, end }) => start.line <= line && line <= end.line,
    range: ({ start, end }) => ({ start: position(start), end: position(end) }),
  };
}
