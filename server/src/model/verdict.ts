import { withoutComments } from './comments.ts';
import { type Comparison, linkFrom, type Pair, type Pairs } from './comparison.ts';
import { logistic } from './logistic.ts';
import { memoised } from './memoised.ts';
import { type Pins, pinnedConfidence } from './pins.ts';
import { outlineOf } from './retouch.ts';
import type { Span } from './span.ts';
import type { Speech, Unit } from './speech.ts';
import { traceWeights } from './traceWeights.ts';
import { isUnwritten } from './unitText.ts';

/** Whether a problem has a measure that answers it. */
export interface Verdict {
  readonly problem: Unit;
  /** `unsure` is never a warning; `none` where the author says that no measure is meant. */
  readonly verdict: 'met' | 'unmet' | 'unsure' | 'none';
  /** 0–1: how sure it is that some measure answers the problem. */
  readonly confidence: number;
}

/** On a problem of which nothing can be told. */
export const unjudged = memoised((problem: Unit): Verdict => ({ problem, verdict: 'unsure', confidence: 0 }));

/** Confidence from which a problem is met, and below which it is unmet; between the two it is unsure. */
export const metFrom = 0.5;
export const unmetBelow = 0.42;

/** Below this confidence nothing speaks for a measure; among the labelled speeches none that answers has so little, where it is told. */
const leastAnswer = 0.01;

/** From this a problem that seems unmet may be met by a measure that links to it all the same. */
const hardlyUnmetFrom = 0.2;

/** How `hungry` a linked measure must be to leave open that it answers in words of its own. */
const freeFrom = 0.4;

interface Doubts {
  readonly beside: boolean;
  readonly taken: boolean;
  readonly afterthought: boolean;
  readonly stray: boolean;
}

/** On the problem of a row; the doubts are what `isBeside`, `isTaken`, `isAfterthought` and `hasStray` say of it. */
export function judge(
  problem: Unit,
  row: number,
  comparison: Comparison,
  { beside, taken, afterthought, stray }: Doubts,
  pins: Pins,
): Verdict {
  if (pins.none.has(problem)) return { problem, verdict: 'none', confidence: 1 };
  const own = comparison.rows[row] ?? [];
  const plain = Math.max(0, ...own.map((pair) => pinnedConfidence(pair, pins)));
  const sure = own.some(({ sameAspect, reference }) => sameAspect || reference) || plain === 1;
  // In an interleaved speech the measures of an aspect stand in it, and nowhere else; so do those of a row.
  const isFixed = ({ aspect, row }: Unit) => (aspect ?? row) !== undefined;
  const inAspects = isFixed(problem) || own.some(({ to }) => isFixed(to));
  const isElsewhere = inAspects && own.every(({ to }) => isFixed(to));
  const features = sure || isElsewhere ? undefined : metFeatures(comparison, row);
  const confidence = features ? logistic(features, traceWeights.met) : sure ? plain : 0.05;
  const isPinned = pins.pairs.some((pair) => pair.problem === problem);
  const { asides } = comparison;
  const passedBy: Verdict = { problem, verdict: 'unmet', confidence: 0.05 };
  if (!isPinned && beside)
    return own.every(({ sameAspect }, column) => !sameAspect || asides[column])
      ? passedBy
      : { problem, verdict: 'unsure', confidence: unmetBelow };
  // A measure at its place that hardly anybody else claims may answer it in other words.
  const mayAnswer = own.some(
    (pair, column) => pair.confidence >= linkFrom && pair.hungry > freeFrom && !asides[column],
  );
  // What the author has said of a measure is said.
  const isFree = ({ to }: Pair, column: number) => !pins.none.has(to) && !pins.measured.has(to) && !asides[column];
  const isOpen =
    mayAnswer ||
    own.some(
      (pair, column) =>
        isFree(pair, column) && (isOwnMeasure(pair, row, comparison) || isOnTopic(pair) || isUnclaimed(pair)),
    ) ||
    stray ||
    // Of two minds.
    (confidence >= hardlyUnmetFrom && own.some((pair) => pair.confidence >= linkFrom));
  if (confidence < unmetBelow) return { problem, confidence, verdict: isOpen ? 'unsure' : 'unmet' };
  // What is done for others besides, and only names the matter.
  if (features && afterthought && asides[likeliestIn(own)]) return passedBy;
  // “创业要实” and a measure that trains young people to found firms: it takes up a word of the heading, and none of any point.
  const isOfHeadingAlone =
    !mayAnswer && features !== undefined && problem.points.length > 1 && coversNone(row, comparison);
  // Room alone is no answer.
  const isUnspoken = own.every((pair) => pair.confidence < leastAnswer);
  const isDoubtful =
    confidence < metFrom || isOfHeadingAlone || (features !== undefined && (taken || afterthought || isUnspoken));
  return { problem, confidence, verdict: isDoubtful ? 'unsure' : 'met' };
}

/** Whether the speech has one measure for each problem, and hardly any other problem claims this one, which stands where the problem does. */
function isOwnMeasure(pair: Pair, row: number, { rows }: Comparison): boolean {
  const own = rows[row] ?? [];
  return own.length === rows.length && own[row] === pair && pair.hungry > freeFrom;
}

/** A measure at its place that speaks of the same topic, and half of whose clauses no problem claims: “把书读到心里去” for “翻得最勤的是目录”. */
function isOnTopic({ order, spare, likeness: { topic } }: Pair): boolean {
  return order > 0.99 && spare >= 0.5 && topic >= 0.4;
}

/** A measure of which two clauses belong to no problem: wherever it stands, they may be the answer in words of its own. */
function isUnclaimed({ spare, likeness: { length } }: Pair): boolean {
  return spare * length >= 2;
}

/**
 * Whether there are fewer measures than problems, and one of them goes with none and has a clause that no problem claims: “晚上八点到
 * 九点关掉电视” may answer two in words of its own.
 */
export function hasStray(row: number, { rows, asides }: Comparison, { none, measured }: Pins): boolean {
  const own = rows[row] ?? [];
  if (rows.length <= own.length) return false;
  const strays = straysIn(rows);
  return own.some(({ to }, column) => strays.has(column) && !asides[column] && !none.has(to) && !measured.has(to));
}

const straysIn = memoised((rows: Pairs): ReadonlySet<number> => {
  const columns = [...(rows[0] ?? []).keys()];
  const isStray = (column: number) =>
    rows.every((own) => (own[column]?.confidence ?? 0) < strayBelow) &&
    rows.some((own) => (own[column]?.spare ?? 0) * (own[column]?.likeness.length ?? 0) >= 1);
  return new Set(columns.filter(isStray));
});

/** As `orphan-measure` has it. */
const strayBelow = 0.1;

/**
 * Whether nothing but a word in passing speaks for the likeliest measure of a problem: it is no link, answers another problem,
 * stands elsewhere or is hardly likely, and has no clause that nobody claims.
 */
export function isTaken(row: number, { rows }: Comparison): boolean {
  const own = rows[row] ?? [];
  const column = likeliestIn(own);
  const pair = own[column];
  if (
    !pair ||
    pair.confidence >= linkFrom ||
    (pair.order > 0.99 && pair.confidence >= strayBelow) ||
    pair.spare * pair.likeness.length >= 1
  )
    return false;
  return rows.some((other) => (other[column]?.confidence ?? 0) >= linkFrom);
}

/**
 * Whether the likeliest measure of a problem is an afterthought: the last of the speech, behind those of later problems, it answers
 * no other, shares little with this one, gives it no more clauses than is usual and has hardly one that nobody claims. What stands
 * there names the matter and acts on something else as often as not: “抓好法治宣传，让群众会用权” for “用权不严”.
 */
export function isAfterthought(row: number, { rows, usualClauses }: Comparison): boolean {
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

/** From these a measure is no afterthought, wherever it stands. */
const plainClaim = 30;
const plainTopic = 0.7;

/** Of the likeliest measure of a problem. */
export function sidelineOfLikeliest(row: number, { rows, sidelines }: Comparison): number {
  return sidelines[likeliestIn(rows[row] ?? [])] ?? 0;
}

/** Its column; 0 where there is none. */
function likeliestIn(own: readonly Pair[]): number {
  return likeliest(own).column;
}

const likeliest = memoised((own: readonly Pair[]) => {
  let column = 0;
  for (let at = 1; at < own.length; at += 1)
    if ((own[at]?.confidence ?? 0) > (own[column]?.confidence ?? 0)) column = at;
  return { column };
});

/**
 * Whether the measures under the aspect of a problem share next to nothing with it but words of its heading, and may speak of
 * something else: “组织观看先进典型影片” where 对照先进典型 has found that cases lie for years.
 */
export function isBeside(speech: Speech, row: number, { rows, beyondHeading }: Comparison): boolean {
  const own = rows[row] ?? [];
  const nested = nestedIn(own);
  const { place } = outlineOf(speech);
  let length = 0;
  for (const { to, likeness } of nested) {
    if (likeness.topic >= besideTopic || isUnwritten(speech, to)) return false;
    const { start, end } = place(to.span);
    length += end - start;
  }
  if (length < besideLength) return false;
  let shared = 0;
  const isFar = nested.every((pair) => {
    shared += beyondHeading(row, own.indexOf(pair));
    return shared < besideWeight;
  });
  // Comments are none of it; looked at last, for they are few.
  return isFar && nested.reduce((sum, { to }) => sum + writtenLength(speech.text, place(to.span)), 0) >= besideLength;
}

/** The measures under the aspect of a problem; none where one says itself what it is for. */
const nestedIn = memoised((own: readonly Pair[]): readonly Pair[] =>
  own.some(({ reference }) => reference)
    ? []
    : own.filter(({ sameAspect, from }) => sameAspect && from.row === undefined),
);

/** Among the labelled speeches those that answer share 5.4 at least, or a topic of 0.9, those that do not 3.8 at most. */
const besideWeight = 4.5;
const besideTopic = 0.5;

function writtenLength(text: string, { start, end }: Span): number {
  return withoutComments(text.slice(start, end)).replace(/\s/g, '').length;
}

/** Characters. A shorter answer tells nothing. */
const besideLength = 25;

/** Whether the measures that may answer a problem take up words of none of its points. */
function coversNone(row: number, { rows, covered }: Comparison): boolean {
  return answering(rows[row] ?? []).every((column) => covered(row, column) === 0);
}

/** The columns of the measures that may have a share in the answer to a problem, the likeliest among them. */
function answering(own: readonly Pair[]): number[] {
  const likeliest = likeliestIn(own);
  return [...own.keys()].filter((column) => column === likeliest || (own[column]?.confidence ?? 0) >= leastShare);
}

const leastShare = 0.2;

/**
 * What the weights of a verdict are fitted to. A measure that answers in passing shares words with one point of the problem
 * (`covered`) in fewer clauses than measures of this speech give to a problem (`clauses`); of two that may both answer, each one a
 * point, the clauses count together. A problem whose words no measure takes
 * up may still be met: where there are fewer measures than problems and one at its place has clauses that no problem claims, so
 * that it may well answer several (`room`). One that does something for others besides may name any matter (`sideline`).
 */
export function metFeatures({ rows, sidelines, usualClauses, covered }: Comparison, row: number) {
  const own = rows[row] ?? [];
  const likeliest = likeliestIn(own);
  const top = own[likeliest]?.confidence ?? 0;
  const spare = Math.max(0, ...own.map((pair) => (pair.order >= 0.5 ? pair.spare * pair.order : 0)));
  const surplus = Math.max(0, rows.length / Math.max(1, own.length) - 1);
  return {
    best: Math.log((top + 1e-4) / (1 - top + 1e-4)),
    clauses: answering(own).reduce((sum, column) => sum + (own[column]?.likeness.clauses ?? 0), 0) - usualClauses(row),
    covered: covered(row, likeliest),
    room: Math.min(0.7, surplus) * Math.min(0.5, spare),
    topic: Math.max(0, ...own.map(({ likeness }) => likeness.headTopic)),
    sideline: sidelines[likeliest] ?? 0,
  };
}

/**
 * A speech of whose problems far fewer are met than not is told in words that the trace does not understand, as a dozen short
 * sentences are. There nothing is called unmet.
 */
export function withDoubt(verdicts: readonly Verdict[]): readonly Verdict[] {
  const count = (wanted: Verdict['verdict']) => verdicts.filter(({ verdict }) => verdict === wanted).length;
  if (count('unmet') <= 1.5 * count('met')) return verdicts;
  return verdicts.map((one) => (one.verdict === 'unmet' ? { ...one, verdict: 'unsure' } : one));
}
