import { type Span, touches } from '../model/text/span.ts';
import type { Report } from '../rules/lint.ts';

/**
 * The findings under the cursor, the shortest first: whoever points at a quotation mark does not mean the paragraph
 * around it.
 */
export function touchedBy(cursor: Span, reports: readonly Report[]): Report[] {
  const length = ({ span }: Report) => span.end - span.start;
  return reports.filter(({ span }) => touches(span, cursor)).sort((a, b) => length(a) - length(b));
}
