import type { Span } from '../model/span.ts';
import type { Finding } from './rule.ts';

/** A finding with all its places moved, as when it is remembered with a block or a heading that now stands elsewhere. */
export function moveFinding(finding: Finding, move: (span: Span) => Span): Finding {
  const related = finding.related?.map((place) => ({ ...place, span: move(place.span) }));
  const fixes = finding.fixes?.map((fix) => ({
    ...fix,
    edits: fix.edits.map((edit) => ({ ...edit, span: move(edit.span) })),
  }));
  return { ...finding, span: move(finding.span), ...(related && { related }), ...(fixes && { fixes }) };
}
