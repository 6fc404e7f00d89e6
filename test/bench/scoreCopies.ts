import type { SharedPassage } from '../../server/src/similar/similar.ts';
import type { Corpus } from './plantedCopies.ts';

/**
 * How well the passages found in the copying speeches, in the order of `copies`, meet the copies of one share.
 * Right is a passage that lies in the copy and names its source; a copy is recalled when some passage is right.
 */
export function scoreCopies({ copies }: Corpus, found: ReadonlyArray<readonly SharedPassage[]>, share: number) {
  let recalled = 0;
  let right = 0;
  let wrong = 0;
  const wanted = copies.flatMap((copy, index) =>
    copy.share === share ? [{ copy, passages: found[index] ?? [] }] : [],
  );
  for (const { copy, passages } of wanted) {
    // Another copy of the same paragraph is as good an answer as the source.
    const same = copies.filter(({ from }) => from === copy.from).map(({ by }) => by);
    const sources = new Set([copy.from, ...same].map((number) => `/${number}.md`));
    const hits = passages.filter(
      ({ here, there }) => sources.has(there.uri) && here.start >= copy.start - 1 && here.end <= copy.end + 1,
    );
    recalled += hits.length > 0 ? 1 : 0;
    right += hits.length;
    wrong += passages.length - hits.length;
  }
  return { recall: recalled / wanted.length, precision: right + wrong > 0 ? right / (right + wrong) : 1, right, wrong };
}
