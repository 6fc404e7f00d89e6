import type { Context } from '../context.ts';
import { kept, lastOutcome } from '../memory/latest.ts';
import { memoised } from '../memory/memoised.ts';
import { ofUnit } from '../memory/perUnit.ts';
import { outlineOf } from '../parse/retouch.ts';
import type { Speech, Unit } from '../speech.ts';
import { type Affinity, affinities } from './affinity.ts';
import { type Likeness, type Likenesses, likenesses } from './likeness.ts';
import { logistic } from './logistic.ts';
import { type Reference, referencesTo } from './reference.ts';
import { sidelineFrom, sidelines } from './sideline.ts';
import { standsWith } from './standsWith.ts';
import { traceWeights } from './traceWeights.ts';

/** A problem and what may answer it, a measure or a cause. */
export interface Pair {
  readonly from: Unit;
  readonly to: Unit;
  readonly likeness: Likeness;
  /** Share of the answer's clauses that no problem claims, 0–1. */
  readonly spare: number;
  /**
   * 0–1: the answer stands where the problem's answer would stand, seen from the pairs that are plain; ½ where none is.
   */
  readonly order: number;
  /** 0–1: no problem claims the answer, and it stands where this problem's answer would stand. */
  readonly hungry: number;
  /** See `Affinity`; 0 for a cause. */
  readonly fit: number;
  /** See `Affinity.picks`; 0 for a cause. */
  readonly pick: number;
  /** See `Affinity.picked`; 0 for a cause. */
  readonly picked: number;
  readonly reference: Reference | undefined;
  readonly sameAspect: boolean;
  readonly confidence: number;
}

/** Rows are problems, columns are answers. */
export type Pairs = ReadonlyArray<readonly Pair[]>;

/** Confidence from which a pair is a link. */
export const linkFrom = 0.5;

/** A measure whose best confidence is below this answers no problem. */
export const orphanBelow = 0.1;

/** Every problem with every answer. */
export interface Comparison extends Pick<Likenesses, 'beyondHeading'> {
  readonly rows: Pairs;
  /** `sideline` of each answer that is a measure. */
  readonly sidelines: readonly number[];
  /** Whether each answer reads like one that answers nothing. The same list as long as nothing in it has changed. */
  readonly asides: readonly boolean[];
  /** Whether no problem is linked to each answer. Likewise the same list. */
  readonly unlinked: readonly boolean[];
  /**
   * The median, over the other problems, of the clauses that the best answer gives to each; 1 if
   * there is no other problem.
   */
  usualClauses(row: number): number;
}

/** Pure. What has not changed since the last call for the same units is the same object. */
export function compare(
  speech: Speech,
  problems: readonly Unit[],
  answers: readonly Unit[],
  context: Context,
): Comparison {
  const { rows: likeness, beyondHeading } = likenesses(speech, problems, answers, context);
  const { outline } = outlineOf(speech);
  const said = referencesTo(context.commonPairs)(problems)(speech);
  const latest = latestPairs(context)(problems)(answers);
  latest.references = kept(
    latest.references,
    answers.map((answer) => ofUnit(said, outline, answer) ?? none),
  );
  const aside = sidelines(context.sidelineCharacters)(speech);
  const own = answers.map((answer) => ofUnit(aside, outline, answer) ?? 0);
  latest.asides = kept(
    latest.asides,
    own.map((sideline) => sideline >= sidelineFrom),
  );
  latest.affinity = kept(
    latest.affinity,
    answers[0]?.kind === 'measure' ? affinities(speech, { problems, answers }, context.affinityTable) : [],
  );
  const { references, affinity } = latest;
  const { rows, clauses } = latest.outcome([likeness, references, affinity], () => {
    const rows = pairsOf({ problems, answers }, { likeness, references, affinity }, latest.rows);
    const unlinked = answers.map((_, column) => rows.every((row) => (row[column]?.confidence ?? 0) < linkFrom));
    latest.rows = rows;
    latest.unlinked = kept(latest.unlinked, unlinked);
    return { rows, clauses: usualClausesOf(likeness) };
  });
  return {
    rows,
    sidelines: own,
    asides: latest.asides,
    unlinked: latest.unlinked,
    beyondHeading,
    usualClauses: (row) => clauses[row] ?? 1,
  };
}

const none: readonly Reference[] = [];

/** The last outcome for the same units: most pairs are the same after a keystroke. */
const latestPairs = memoised((_: Context) =>
  memoised((_: readonly Unit[]) =>
    memoised((_: readonly Unit[]) => ({
      rows: [] as Pairs,
      references: [] as ReadonlyArray<readonly Reference[]>,
      affinity: [] as readonly Affinity[],
      asides: [] as readonly boolean[],
      unlinked: [] as readonly boolean[],
      outcome: lastOutcome<{ readonly rows: Pairs; readonly clauses: readonly number[] }>(),
    })),
  ),
);

interface Evidence {
  readonly likeness: ReadonlyArray<readonly Likeness[]>;
  readonly references: ReadonlyArray<readonly Reference[]>;
  /** None for causes. */
  readonly affinity: readonly Affinity[];
}

function pairsOf(
  { problems, answers }: { readonly problems: readonly Unit[]; readonly answers: readonly Unit[] },
  { likeness, references, affinity }: Evidence,
  latest: Pairs,
): Pairs {
  const topClaims = answers.map((_, column) => Math.max(0, ...likeness.map((row) => row[column]?.claim ?? 0)));
  const claimed = answers.map((_, column) => likeness.reduce((sum, row) => sum + (row[column]?.share ?? 0), 0));
  const anchors = anchorsOf(likeness, topClaims);
  const orders = [...ordersOf(anchors, problems.length, answers.length)];
  const rows = problems.map((from, row) => {
    const own = answers.map((to, column): Pair => {
      const like = likeness[row]?.[column] as Likeness;
      const order = orders[row]?.[column] ?? 0.5;
      const hungry = order > 0.99 ? Math.max(0, 1 - (topClaims[column] ?? 0) / anchorClaim) : 0;
      const reference = references[column]?.find((named) => named.row === row);
      const spare = Math.max(0, 1 - (claimed[column] ?? 0));
      const fit = affinity[column]?.fits[row] ?? 0;
      const pick = affinity[column]?.picks[row] ?? 0;
      const picked = affinity[column]?.picked[row] ?? 0;
      const known = latest[row]?.[column];
      const holds = known?.likeness === like && known.reference === reference;
      const isPlaced = known?.order === order && known.hungry === hungry && known.spare === spare;
      const suits = known?.fit === fit && known.pick === pick && known.picked === picked;
      if (known && holds && isPlaced && suits) return known;
      const sameAspect = standsWith(from, to);
      const elsewhere = (to.aspect ?? to.row) !== undefined && !sameAspect;
      const weights = to.kind === 'measure' ? traceWeights.link : traceWeights.cause;
      const likely = () => logistic(linkFeatures(like, { order, hungry, fit, pick, picked }), weights);
      const confidence = sameAspect ? 1 : elsewhere ? 0 : reference ? 0.97 : likely();
      return { from, to, likeness: like, spare, order, hungry, fit, pick, picked, reference, sameAspect, confidence };
    });
    return kept(latest[row], own);
  });
  return kept(latest, rows);
}

/** See `usualClauses`; one number for each row. */
function usualClausesOf(likeness: ReadonlyArray<readonly Likeness[]>): number[] {
  const most = likeness.map((row) => Math.max(0, ...row.map(({ clauses }) => clauses)));
  const sorted = [...most].sort((a, b) => a - b);
  return most.map((own) => middle(sorted.toSpliced(sorted.indexOf(own), 1)) ?? 1);
}

function middle(sorted: readonly number[]): number | undefined {
  const [low, high] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.floor(sorted.length / 2)]];
  return low !== undefined && high !== undefined ? (low + high) / 2 : undefined;
}

/** The column of the likeliest answer to a problem; 0 where there is none. */
export function likeliestIn(own: readonly Pair[]): number {
  return likeliest(own).column;
}

const likeliest = memoised((own: readonly Pair[]) => {
  let column = 0;
  for (let at = 1; at < own.length; at += 1)
    if ((own[at]?.confidence ?? 0) > (own[column]?.confidence ?? 0)) column = at;
  return { column };
});

/** The best confidence with which another problem claims the likeliest answer to the problem of a row. */
export function rivalOf(rows: Pairs, row: number): number {
  const column = likeliestIn(rows[row] ?? []);
  let most = 0;
  for (const [at, other] of rows.entries()) if (at !== row) most = Math.max(most, other[column]?.confidence ?? 0);
  return most;
}

/** What the weights of a link are fitted to; see docs/trace.md. */
export function linkFeatures(
  { claim, clauses, topic }: Likeness,
  { order, hungry, fit, pick, picked }: Pick<Pair, 'order' | 'hungry' | 'fit' | 'pick' | 'picked'>,
) {
  return { claim: Math.log1p(claim), clauses, topic, order, hungry, fit, pick, picked };
}

/** A claim from which a measure plainly belongs to a problem, and with at least nearly one clause. */
const anchorClaim = 10;
const anchorClauses = 0.9;

type Anchor = readonly [row: number, column: number];

/** Pairs so plain that the order of the others can be read from them. */
function anchorsOf(likeness: ReadonlyArray<readonly Likeness[]>, topClaims: readonly number[]): Anchor[] {
  return likeness.flatMap((row, at) =>
    row.flatMap(({ claim, clauses }, column) =>
      claim >= anchorClaim && clauses >= anchorClauses && claim === topClaims[column] ? [[at, column] as const] : [],
    ),
  );
}

/**
 * Measures usually follow the order of their problems. Yields, row by row, for each column the share of the anchors in
 * other rows that agree with such an order: anchors of earlier rows at this column or before, of later rows at this
 * column or after. ½ without anchors.
 */
function* ordersOf(anchors: readonly Anchor[], rows: number, columns: number): Iterable<number[]> {
  const [above, below] = [new Array<number>(columns).fill(0), new Array<number>(columns).fill(0)];
  for (const [, column] of anchors) below[column] = (below[column] ?? 0) + 1;
  let next = 0;
  for (let row = 0; row < rows; row += 1) {
    const from = next;
    for (; anchors[next]?.[0] === row; next += 1)
      below[anchors[next]?.[1] ?? 0] = (below[anchors[next]?.[1] ?? 0] ?? 0) - 1;
    const all = anchors.length - (next - from);
    let agree = below.reduce((sum, count) => sum + count, 0);
    yield above.map((count, column) => {
      agree += count;
      const share = all > 0 ? agree / all : 0.5;
      agree -= below[column] ?? 0;
      return share;
    });
    for (const [, column] of anchors.slice(from, next)) above[column] = (above[column] ?? 0) + 1;
  }
}
