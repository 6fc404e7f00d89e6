import { lazily } from '../model/memory/lazily.ts';
import type { Span } from '../model/text/span.ts';
import type { Finding } from './rule.ts';

/**
 * A finding with all its places moved, for one that was remembered with a block or heading that now stands elsewhere.
 * Its fixes are moved only when somebody asks for them.
 */
export function moveFinding(finding: Finding, move: (span: Span) => Span): Finding {
  const moved = {
    span: move(finding.span),
    message: finding.message,
    severity: finding.severity,
    related: finding.related?.map((place) => ({
      ...place,
      span: move(place.span),
      ...(place.alike && { alike: move(place.alike) }),
    })),
    explains: finding.explains?.map(move),
  };
  return lazily(moved, {
    fixes: () =>
      finding.fixes?.map((fix) => ({
        ...fix,
        edits: fix.edits.map((edit) => ({ ...edit, span: move(edit.span) })),
      })),
  });
}

/** All the places of a finding: its own, the related ones and what its fixes would edit. */
export function placesOf({ span, related = [], fixes = [] }: Finding): Span[] {
  return [span, ...related.map((place) => place.span), ...fixes.flatMap(({ edits }) => edits.map((edit) => edit.span))];
}
