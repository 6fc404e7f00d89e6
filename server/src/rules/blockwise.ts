import { memoised } from '../model/memoised.ts';
import { moveSpan } from '../model/span.ts';
import type { Block, Speech } from '../model/speech.ts';
import type { Finding } from './rule.ts';

/**
 * For a rule that asks more of the speech than a block can tell, but judges each block by itself: `judge` works in offsets of the
 * block and is asked once per block, as long as that lives.
 */
export function blockwise(judge: (block: Block) => Iterable<Finding>): (speech: Speech) => Iterable<Finding> {
  const known = memoised((block: Block) => listed(judge(block)));
  return function* ({ blocks, starts }) {
    for (let index = 0; index < blocks.length; index += 1) {
      const found = known(blocks[index] as Block);
      for (const finding of found) yield moveFinding(finding, starts[index] ?? 0);
    }
  };
}

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
