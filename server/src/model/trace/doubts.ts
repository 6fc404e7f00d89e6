import { memoised } from '../memory/memoised.ts';
import { outlineOf } from '../parse/retouch.ts';
import { withoutComments } from '../reading/comments.ts';
import { isUnwritten } from '../reading/unitText.ts';
import type { Speech } from '../speech.ts';
import type { Span } from '../text/span.ts';
import { type Comparison, likeliestIn, linkFrom, orphanBelow, type Pair } from './comparison.ts';

/** What makes a verdict on a problem doubtful, besides the figures it is fitted to. docs/trace.md tells what each is worth. */
export interface Doubts {
  /** The measures under its own aspect speak of something else. */
  readonly beside: boolean;
  /** Its likeliest measure answers another problem. */
  readonly taken: boolean;
  /** Its likeliest measure is an afterthought of the whole speech. */
  readonly afterthought: boolean;
}

/** On the problem of a row. Cheap enough to be asked again at every key. */
export function doubtsOn(row: number, speech: Speech, comparison: Comparison): Doubts {
  return {
    beside: isBeside(speech, row, comparison),
    taken: isTaken(row, comparison),
    afterthought: isAfterthought(row, comparison),
  };
}

/**
 * Whether the measures under the problem's own aspect do not suit it and share next to nothing with it but words of its heading: below
 * 对照先进典型, which finds that cases lie for years, “组织观看先进典型影片” answers something else. False where one of them says what it is
 * for.
 */
function isBeside(speech: Speech, row: number, { rows, beyondHeading }: Comparison): boolean {
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
    shared += beyondHeading(row, own.indexOf(pair));
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

/** In the labelled speeches measures that answer share at least 5.4, or a topic of 0.9; those that do not share at most 3.8. */
const besideWeight = 4.5;
const besideTopic = 0.5;

/**
 * Of the nine such measures in the labelled speeches the best fit is at most 0.3, and of seven below -2.6; of the 152 that answer it is at
 * least -0.9, and of all but four above 0.5: by tables made without the hand.
 */
const suitedFit = 0.5;
const unsuitedFit = -2.2;

/** Characters. A shorter answer tells nothing. */
const besideLength = 25;

function writtenLength(text: string, { start, end }: Span): number {
  return withoutComments(text.slice(start, end)).replace(/\s/g, '').length;
}

/**
 * Whether only a word in passing speaks for the problem's likeliest measure: it is not linked to the problem, answers another one,
 * has no clause to spare, and stands elsewhere or has next to no confidence.
 */
function isTaken(row: number, { rows }: Comparison): boolean {
  const own = rows[row] ?? [];
  const column = likeliestIn(own);
  const pair = own[column];
  if (!pair || pair.confidence >= linkFrom || pair.spare * pair.likeness.length >= 1) return false;
  if (pair.order > 0.99 && pair.confidence >= orphanBelow) return false;
  return rows.some((other) => (other[column]?.confidence ?? 0) >= linkFrom);
}

/**
 * Whether the problem's likeliest measure is the last of the speech, behind those of later problems, answers no other problem, and has
 * little in common with this one. Such a measure names the matter but acts on something else as often as not: “抓好法治宣传，让群众会用权”
 * for “用权不严”.
 */
function isAfterthought(row: number, { rows, usualClauses }: Comparison): boolean {
  const own = rows[row] ?? [];
  const column = likeliestIn(own);
  const pair = own[column];
  if (!pair || column < own.length - 1) return false;
  const { claim, topic, clauses, length } = pair.likeness;
  if (claim >= plainClaim || topic >= plainTopic || clauses - usualClauses(row) >= 0.5) return false;
  if (pair.spare * length >= 1.5) return false;
  const isLinked = ({ confidence }: Pair) => confidence >= linkFrom;
  if (rows.some((other, at) => at !== row && other[column] && isLinked(other[column]))) return false;
  return rows.slice(row + 1).some((other) => other.some(isLinked));
}

/** From these on a measure is no afterthought, wherever it stands. */
const plainClaim = 30;
const plainTopic = 0.7;
