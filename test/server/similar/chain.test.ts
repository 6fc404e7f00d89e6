import assert from 'node:assert/strict';
import { type Anchor, chains } from '../../../server/src/similar/chain.ts';

/** A run of grams that stand one after the other in both texts, from these offsets on. */
function run(here: number, there: number, length: number): Anchor[] {
  return Array.from({ length }, (_, step) => ({
    here: here + step,
    hereEnd: here + step + 5,
    place: here + step,
    breaks: 0,
    there: there + step,
  }));
}

function told(anchors: readonly Anchor[]): string[] {
  return chains(anchors, 10).map(({ anchors: run }) => `${run[0]?.here}–${run.at(-1)?.here} at ${run[0]?.there}`);
}

describe('chains of shared grams', () => {
  it('go on over a few words that differ', () => {
    assert.deepEqual(told([...run(0, 0, 20), ...run(30, 31, 20)]), ['0–49 at 0']);
  });

  it('end where the other text goes back, or on far away', () => {
    assert.deepEqual(told([...run(0, 100, 20), ...run(30, 40, 20)]), ['0–19 at 100', '30–49 at 40']);
    assert.deepEqual(told([...run(0, 0, 20), ...run(30, 900, 20)]), ['0–19 at 0', '30–49 at 900']);
  });
});
