import { memoised } from '../memory/memoised.ts';
import { memoisedByBlock } from '../memory/memoisedByBlock.ts';
import type { Speech } from '../speech.ts';
import { lastAtMost } from '../text/lastAtMost.ts';
import type { Span } from '../text/span.ts';
import { spokenLength } from './prose.ts';

/** The 字 in a stretch of a speech, as `spokenLength` counts them; the count of a whole block is remembered. */
export function spokenLengthIn(speech: Speech, { start, end }: Span): number {
  const { text, starts } = speech;
  const [first, last] = [lastAtMost(starts, start - 1) + 1, lastAtMost(starts, end)];
  if (first >= last) return spokenLength(text.slice(start, end));
  const sums = lengthsBefore(speech);
  const [from, to] = [starts[first] ?? start, starts[last] ?? end];
  return (
    spokenLength(text.slice(start, from)) + (sums[last] ?? 0) - (sums[first] ?? 0) + spokenLength(text.slice(to, end))
  );
}

/** The number of 字 before each block. */
const lengthsBefore: (speech: Speech) => readonly number[] = memoised(
  ({ blocks, retouch }: Speech): readonly number[] => {
    if (retouch) {
      const { before, block } = retouch;
      const [then, now] = [before.blocks[block], blocks[block]];
      const more = then && now ? lengthOf(now) - lengthOf(then) : 0;
      return lengthsBefore(before).map((length, index) => (index > block ? length + more : length));
    }
    let sum = 0;
    return blocks.map((block) => {
      const before = sum;
      sum += lengthOf(block);
      return before;
    });
  },
);

const lengthOf = memoisedByBlock(({ text }) => spokenLength(text));
