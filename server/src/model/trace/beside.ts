import { memoised } from '../memory/memoised.ts';
import { outlineOf } from '../parse/retouch.ts';
import { withoutComments } from '../reading/comments.ts';
import { isUnwritten } from '../reading/unitText.ts';
import type { Speech } from '../speech.ts';
import type { Span } from '../text/span.ts';
import type { Comparison, Pair } from './comparison.ts';

/**
 * Whether the measures under the own aspect of the problem in a row do not suit it and share next to nothing with it
 * but words of its heading: below 对照先进典型, which finds that cases lie for years, “组织观看先进典型影片” answers something else.
 * False where one of them says what it is for. Cheap enough to be asked again at every key.
 */
export function isBeside(speech: Speech, row: number, { rows, beyondHeading }: Comparison): boolean {
  const own = rows[row] ?? [];
  const nested = nestedIn(own);
  const { place } = outlineOf(speech);
  const isFar = nested.every(({ fit }) => fit < unsuitedFit);
  let length = 0;
  for (const { to, likeness, fit } of nested) {
    if ((likeness.topic >= besideTopic && !isFar) || fit >= suitedFit || isUnwritten(speech, to)) return false;
    const { start, end } = place(to.span);
    length += end - start;
  }
  if (length < besideLength) return false;
  let shared = 0;
  const isApart = nested.every((pair) => {
    shared += beyondHeading.get(row)?.get(own.indexOf(pair)) ?? 0;
    return shared < besideWeight;
  });
  if (!isFar && !isApart) return false;
  // Without comments, which are cut out last because few problems get this far.
  return nested.reduce((sum, { to }) => sum + writtenLength(speech.text, place(to.span)), 0) >= besideLength;
}

/** The measures under the aspect of the problem; none where one of them says itself what it is for. */
const nestedIn = memoised((own: readonly Pair[]): readonly Pair[] =>
  own.some(({ reference }) => reference)
    ? []
    : own.filter(({ sameAspect, from }) => sameAspect && from.row === undefined),
);

/**
 * In the labelled speeches measures that answer share at least 5.4, or a topic of 0.9; those that
 * do not share at most 3.8.
 */
const besideWeight = 4.5;
const besideTopic = 0.5;

/**
 * Of the nine such measures in the labelled speeches the best fit is at most 0.3, and of seven below -2.6; of the 152
 * that answer it is at least -0.9, and of all but four above 0.5: by tables made without the hand.
 */
const suitedFit = 0.5;
const unsuitedFit = -2.2;

/** Characters. A shorter answer tells nothing. */
const besideLength = 25;

function writtenLength(text: string, { start, end }: Span): number {
  return withoutComments(text.slice(start, end)).replace(/\s/g, '').length;
}
