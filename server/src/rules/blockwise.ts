import { moveSpan } from '../model/span.ts';
import type { Finding } from './rule.ts';

/** One list for all the blocks where nothing is found, which are nearly all. */
export function listed<Item>(items: Iterable<Item>): readonly Item[] {
  const list = [...items];
  return list.length > 0 ? list : nothing;
}

const nothing: readonly never[] = [];

export function moveFinding(finding: Finding, by: number): Finding {
  const moved: Finding = { ...finding, span: moveSpan(finding.span, by) };
  const related = finding.related?.map((place) => ({ ...place, span: moveSpan(place.span, by) }));
  const fixes = finding.fixes?.map((fix) => ({
    ...fix,
    edits: fix.edits.map((edit) => ({ ...edit, span: moveSpan(edit.span, by) })),
  }));
  return { ...moved, ...(related && { related }), ...(fixes && { fixes }) };
}
