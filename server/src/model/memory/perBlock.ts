import type { Block, Speech } from '../speech.ts';
import { memoised } from './memoised.ts';
import { memoisedByBlock } from './memoisedByBlock.ts';

/** What was found in a block, and the block's index. */
export type InBlock<Value> = readonly [index: number, value: Value];

/**
 * What `derive` finds in the blocks of a speech, in reading order, without blocks where it finds nothing. It is
 * remembered with each block, in the block's offsets; after a retouch only one block is searched again.
 */
export function perBlock<Value extends object>(
  derive: (block: Block) => Value | undefined,
): (speech: Speech) => ReadonlyArray<InBlock<Value>> {
  const inBlock = memoisedByBlock(derive);
  const find = (blocks: readonly Block[], from: number): Array<InBlock<Value>> => {
    const found: Array<InBlock<Value>> = [];
    for (const [at, block] of blocks.entries()) {
      const value = inBlock(block);
      if (value !== undefined) found.push([from + at, value]);
    }
    return found;
  };
  const inSpeech = memoised(({ blocks, retouch }: Speech): ReadonlyArray<InBlock<Value>> => {
    if (!retouch) return find(blocks, 0);
    const known = inSpeech(retouch.before);
    const now = find(blocks.slice(retouch.block, retouch.block + 1), retouch.block);
    const at = known.findIndex(([index]) => index >= retouch.block);
    if (at < 0) return now.length > 0 ? [...known, ...now] : known;
    const isThere = known[at]?.[0] === retouch.block;
    return isThere || now.length > 0 ? known.toSpliced(at, isThere ? 1 : 0, ...now) : known;
  });
  return inSpeech;
}
