import { memoised } from '../memory/memoised.ts';
import type { Unit } from '../speech.ts';
import { type Comparison, likeliestIn, type Pair, rivalOf } from './comparison.ts';
import { logistic } from './logistic.ts';
import { type Pins, pinnedConfidence } from './pins.ts';
import { traceWeights } from './traceWeights.ts';

/** Whether a problem has a measure that answers it. */
export interface Verdict {
  readonly problem: Unit;
  /** `unsure` is never a warning; `waived` where the author says that no measure is meant. */
  readonly verdict: 'met' | 'unmet' | 'unsure' | 'waived';
  /** 0–1: how sure it is that some measure answers the problem. */
  readonly confidence: number;
}

/** The verdict on a problem of which nothing can be told. */
export const unjudged = memoised((problem: Unit): Verdict => ({ problem, verdict: 'unsure', confidence: 0 }));

/** A problem is met from this confidence on, unmet below the other, and unsure between the two. */
export const metFrom = 0.5;
export const unmetBelow = 0.08;

/**
 * On the problem of a row: what the author says, else what the figures say, unless the measures under its own aspect
 * are `beside` it (see `isBeside`).
 */
export function judge(
  { problem, row, beside }: { readonly problem: Unit; readonly row: number; readonly beside: boolean },
  comparison: Comparison,
  pins: Pins,
): Verdict {
  if (pins.none.has(problem)) return { problem, verdict: 'waived', confidence: 1 };
  const own = comparison.rows[row] ?? [];
  const plain = Math.max(0, ...own.map((pair) => pinnedConfidence(pair, pins)));
  const sure = own.some(({ sameAspect, reference }) => sameAspect || reference) || plain === 1;
  // Interleaved speeches and tables keep the measures of a problem in its own aspect or row, and nowhere else.
  const isFixed = ({ aspect, row }: Unit) => (aspect ?? row) !== undefined;
  const inAspects = isFixed(problem) || own.some(({ to }) => isFixed(to));
  const isElsewhere = inAspects && own.every(({ to }) => isFixed(to));
  // A measure of which the author has said what it answers can answer nothing else.
  const isFree = ({ to }: Pair) => !pins.none.has(to) && !pins.measured.has(to);
  const features = sure || isElsewhere ? undefined : metFeatures(amongColumns(comparison, own.map(isFree)), row);
  const confidence = features ? logistic(features, traceWeights.met) : sure ? plain : 0.05;
  const isPinned = pins.pairs.some((pair) => pair.problem === problem);
  const { asides, unlinked } = comparison;
  const passedBy: Verdict = { problem, verdict: 'unmet', confidence: 0.05 };
  if (!isPinned && beside)
    return own.every(({ sameAspect }, column) => !sameAspect || asides[column])
      ? passedBy
      : { problem, verdict: 'unsure', confidence: unmetBelow };
  if (features && own.length > 0 && !own.some(isFree)) return passedBy;
  const mayAnswer = (pair: Pair, column: number) => isUnclaimed(pair) || (unlinked[column] && pair.fit >= 0);
  const isOpen = own.some((pair, column) => isFree(pair) && !asides[column] && mayAnswer(pair, column));
  if (confidence < unmetBelow) return { problem, confidence, verdict: isOpen ? 'unsure' : 'unmet' };
  return { problem, confidence, verdict: confidence < metFrom ? 'unsure' : 'met' };
}

/**
 * Whether no problem claims two clauses of a measure: wherever it stands, they may be the answer in words of its own.
 * So may a measure that is linked to no problem at all, unless its words do not suit this one.
 */
function isUnclaimed({ spare, likeness: { length } }: Pair): boolean {
  return spare * length >= 2;
}

/**
 * The columns of the measures that may have a share in the answer to a problem: the likeliest
 * one, and all that come near.
 */
function answering(own: readonly Pair[]): number[] {
  const likeliest = likeliestIn(own);
  return [...own.keys()].filter((column) => column === likeliest || (own[column]?.confidence ?? 0) >= leastShare);
}

const leastShare = 0.2;

/** The comparison with the measures that may be the answer, as if there were no others. */
function amongColumns(comparison: Comparison, isOpen: readonly boolean[]): Pick<Comparison, Compared> {
  if (!isOpen.includes(false)) return comparison;
  const { rows, sidelines, usualClauses } = comparison;
  const open = <T>(list: readonly T[]) => list.filter((_, column) => isOpen[column]);
  return { rows: rows.map(open), sidelines: open(sidelines), usualClauses };
}

type Compared = 'rows' | 'sidelines' | 'usualClauses';

/**
 * The figures that the weights of a verdict are fitted to:
 * - `best`: the log odds of the likeliest pair.
 * - `clauses`: how many clauses all measures that may answer give to the problem, beyond what is usual in this speech.
 * - `room`: clauses that no problem claims, in the right place, where there are fewer measures than problems. Such a
 *   measure may answer several problems in other words.
 * - `topic`: how near the topics of the problem's headings come to those of any measure.
 * - `sideline`: how much the likeliest measure reads like one that does something for others, which may name any
 *   matter.
 * - `fit`: how well the words of the likeliest measure suit the problem's.
 * - `bestFit`: how well those of any measure do.
 * - `rival`: the best confidence with which another problem claims the likeliest measure.
 */
export function metFeatures({ rows, sidelines, usualClauses }: Pick<Comparison, Compared>, row: number) {
  const own = rows[row] ?? [];
  const likeliest = likeliestIn(own);
  const top = own[likeliest]?.confidence ?? 0;
  const spare = Math.max(0, ...own.map((pair) => (pair.order >= 0.5 ? pair.spare * pair.order : 0)));
  const surplus = Math.max(0, rows.length / Math.max(1, own.length) - 1);
  return {
    best: Math.log((top + 1e-4) / (1 - top + 1e-4)),
    clauses: answering(own).reduce((sum, column) => sum + (own[column]?.likeness.clauses ?? 0), 0) - usualClauses(row),
    room: Math.min(0.7, surplus) * Math.min(0.5, spare),
    topic: Math.max(0, ...own.map(({ likeness }) => likeness.headTopic)),
    sideline: sidelines[likeliest] ?? 0,
    fit: own[likeliest]?.fit ?? 0,
    bestFit: own.reduce((most, { fit }) => Math.max(most, fit), own[0]?.fit ?? 0),
    rival: rivalOf(rows, row),
  };
}

/**
 * The verdicts of a whole speech. If half as many more problems are unmet than met, the trace does not understand
 * its words, as in one of a dozen short sentences; then none is called unmet, and neither in a talk, whose parts
 * only sentences tell apart.
 */
export function withDoubt(verdicts: readonly Verdict[], inTalk: boolean): readonly Verdict[] {
  const count = (wanted: Verdict['verdict']) => verdicts.filter(({ verdict }) => verdict === wanted).length;
  if (!inTalk && count('unmet') <= 1.5 * count('met')) return verdicts;
  return verdicts.map((one) => (one.verdict === 'unmet' ? { ...one, verdict: 'unsure' } : one));
}
