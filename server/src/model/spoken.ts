import { memoised } from './memoised.ts';
import { spokenLength } from './prose.ts';
import type { Span } from './span.ts';
import type { Block, Speech } from './speech.ts';

/** 字 of a stretch of a speech, as `spokenLength` counts them; whole blocks are counted once. */
export function spokenLengthIn({ text, blocks, starts }: Speech, { start, end }: Span): number {
  let length = 0;
  let at = start;
  for (let index = blockAt(starts, start); at < end; index += 1) {
    const block = blocks[index];
    const from = starts[index] ?? text.length;
    const to = block ? from + block.text.length : text.length;
    if (block && from === at && to <= end) length += lengthOf(block).spoken;
    else length += spokenLength(text.slice(at, Math.min(to, end)));
    at = Math.max(to, at + 1);
  }
  return length;
}

const lengthOf = memoised(({ text }: Block) => ({ spoken: spokenLength(text) }));

/** The last block that starts at or before an offset; -1 in the front matter. */
function blockAt(starts: readonly number[], offset: number): number {
  let [low, high] = [0, starts.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
