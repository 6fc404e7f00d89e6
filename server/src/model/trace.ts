import type { Context } from './context.ts';
import { kept, lastOutcome } from './latest.ts';
import { type Likeness, likenesses } from './likeness.ts';
import { memoised } from './memoised.ts';
import { ofUnit } from './perUnit.ts';
import { type Pins, pinsOf } from './pins.ts';
import { type Reference, referencesTo } from './reference.ts';
import { outlineOf, type Retouch } from './retouch.ts';
import type { Speech, Unit } from './speech.ts';
import { traceWeights as w } from './traceWeights.ts';
import { hasSameBlanks, isUnwritten, pointTexts } from './unitText.ts';

/** 线索 — which measure answers which problem, and which cause explains it; rules, lenses, hovers and exports all ask this. */
export interface Trace {
  /** Problem to measure and problem to cause, best first. A weak likeness makes no link. */
  readonly links: readonly Link[];
  /** One for every problem, in reading order. */
  readonly verdicts: readonly Verdict[];
  /** The best confidence with which any problem claims a measure, 0–1. */
  readonly claims: ReadonlyMap<Unit, number>;
  /** Problem to measure, links or not, best first: what a writer may choose from. Put together when it is first asked for. */
  readonly candidates: readonly Link[];
}

export interface Link {
  readonly from: Unit;
  readonly to: Unit;
  /** 0–1: how sure it is that `to` answers or explains `from`. */
  readonly confidence: number;
  /** What speaks for the link, fit to be shown, strongest first. */
  readonly evidence: readonly Evidence[];
}

/** Why two passages belong together, in the words of the speech. */
export interface Evidence {
  readonly kind: 'pin' | 'structure' | 'reference' | 'theme' | 'terms' | 'order';
  readonly words: readonly string[];
  /** 0–1 */
  readonly weight: number;
}

export interface Verdict {
  readonly problem: Unit;
  /** `unsure` is never a warning; `none` where the author says that no measure is meant. */
  readonly verdict: 'met' | 'unmet' | 'unsure' | 'none';
  /** 0–1: how sure it is that some measure answers the problem. */
  readonly confidence: number;
}

/** Pure and total: a speech without problems has a trace without links. */
export function trace(speech: Speech, context: Context): Trace {
  return traces(context)(speech);
}

const traces = memoised((context: Context) =>
  memoised((speech: Speech) => {
    const found = outlineTrace(speech, context);
    return speech.retouch ? moved(found, speech.retouch) : found;
  }),
);

/** The same, told of the units of what tells the outline (`outlineOf`), so that after a keystroke none need be made anew. */
export function outlineTrace(speech: Speech, context: Context): Trace {
  return outlineTraces(context)(speech);
}

const outlineTraces = memoised((context: Context) => memoised((speech: Speech) => traceOf(speech, context)));

function moved(found: Trace, { unit }: Retouch): Trace {
  const link = (before: Link): Link => ({ ...before, from: unit(before.from), to: unit(before.to) });
  return {
    links: found.links.map(link),
    verdicts: found.verdicts.map((verdict) => ({ ...verdict, problem: unit(verdict.problem) })),
    claims: new Map([...found.claims].map(([measure, claim]) => [unit(measure), claim])),
    get candidates() {
      return found.candidates.map(link);
    },
  };
}

/** The measures that answer a problem, best first. */
export function measuresFor(problem: Unit, { links }: Trace): Link[] {
  return (linksOf(links).get(problem) ?? []).filter(({ to }) => to.kind === 'measure');
}

export function causesOf(problem: Unit, { links }: Trace): Link[] {
  return (linksOf(links).get(problem) ?? []).filter(({ to }) => to.kind === 'cause');
}

/** The problems that a measure or a cause goes with, best first. */
export function problemsOf(unit: Unit, { links }: Trace): readonly Link[] {
  return linksOf(links).get(unit) ?? [];
}

/** The links at either end. */
const linksOf = memoised((links: readonly Link[]): ReadonlyMap<Unit, Link[]> => {
  const found = new Map<Unit, Link[]>();
  for (const link of links) {
    for (const unit of [link.from, link.to]) {
      const own = found.get(unit);
      if (own) own.push(link);
      else found.set(unit, [link]);
    }
  }
  return found;
});

export function verdictOn(problem: Unit, { verdicts }: Trace): Verdict | undefined {
  return verdictsBy(verdicts).get(problem);
}

const verdictsBy = memoised(
  (verdicts: readonly Verdict[]) => new Map(verdicts.map((verdict) => [verdict.problem, verdict])),
);

/** Confidence from which a pair is a link, a problem met, and below which it is unmet; between the two it is unsure. */
const linkFrom = 0.5;
export const metFrom = 0.5;
export const unmetBelow = 0.42;

/** How `hungry` a linked measure must be to leave open that it answers in words of its own. */
const freeFrom = 0.4;

/** A claim from which a measure plainly belongs to a problem, and with at least nearly one clause. */
const anchorClaim = 10;
const anchorClauses = 0.9;

/** A text with more is no speech; it is left alone, so that no text can take long. */
export function isTraceable(speech: Speech): boolean {
  const { text } = speech;
  const { problems, causes, measures } = outlineOf(speech).outline;
  return text.length <= longestTraced && problems.length * (causes.length + measures.length) <= mostPairs;
}

const mostPairs = 20_000;
const longestTraced = 700_000;

const untraced = memoised(
  ({ problems }: Speech): Trace => ({ links: [], candidates: [], claims: new Map(), verdicts: problems.map(unjudged) }),
);

function traceOf(speech: Speech, context: Context): Trace {
  const { outline } = outlineOf(speech);
  if (!isTraceable(speech)) return untraced(outline);
  const pins = pinsOf(outline);
  const problems = writtenProblems(speech);
  const comparison = compare(speech, problems, outline.measures, context);
  const { rows: answers } = comparison;
  const latest = latestTrace(context)(outline);
  const points = pointTexts(speech);
  const judged = outline.problems.map((problem, at): Verdict => {
    const row = problems.indexOf(problem);
    if (row < 0) return unjudged(problem);
    const own = answers[row] ?? [];
    const beside = isBeside(speech, own);
    const of = [own, problems.length, comparison.usualClauses(row), ofUnit(points, outline, problem), beside];
    const now = latest.verdict(problem)(of, () => verdictOf(problem, row, comparison, beside, pins));
    const before = latest.judged[at];
    return before?.verdict === now.verdict && before.confidence === now.confidence ? before : now;
  });
  latest.judged = kept(latest.judged, judged);
  // Only now: what it compares may take the place of what the verdicts ask for (`sharedWeight`).
  const { rows: reasons } = compare(speech, problems, outline.causes, context);
  return latest.trace([latest.judged, answers, reasons], () =>
    putTogether(outline, problems, withDoubt(judged), answers, reasons, pins),
  );
}

/** The last verdicts on the problems of an outline and its trace, which hold as long as no pair changes. */
const latestTrace = memoised((_: Context) =>
  memoised((_: Speech) => ({
    verdict: memoised((_: Unit) => lastOutcome<Verdict>()),
    judged: [] as readonly Verdict[],
    trace: lastOutcome<Trace>(),
  })),
);

const unjudged = memoised((problem: Unit): Verdict => ({ problem, verdict: 'unsure', confidence: 0 }));

type Pairs = ReadonlyArray<readonly Pair[]>;

function putTogether(
  { measures }: Speech,
  problems: readonly Unit[],
  verdicts: readonly Verdict[],
  answers: Pairs,
  reasons: Pairs,
  pins: Pins,
): Trace {
  const rows = answers.map((row) => row.map((pair) => pinnedConfidence(pair, pins)));
  // What speaks of an unmet problem does so in passing, and is no answer to it.
  const unmet = new Set(verdicts.filter(({ verdict }) => verdict === 'unmet').map(({ problem }) => problem));
  const links = answers.flatMap((row, at) =>
    row.flatMap((pair, column) =>
      (rows[at]?.[column] ?? 0) >= linkFrom && !unmet.has(pair.from) ? [pinned(toLink(pair), pins)] : [],
    ),
  );
  for (const { problem, verdict, confidence } of verdicts) {
    // Met by where it stands rather than by its words: the likeliest measure, at less confidence.
    if (verdict !== 'met' || links.some(({ from }) => from === problem)) continue;
    const row = problems.indexOf(problem);
    const own = rows[row] ?? [];
    const top = Math.max(...own);
    const likeliest = answers[row]?.[own.indexOf(top)];
    if (likeliest) links.push({ ...pinned(toLink(likeliest), pins), confidence: Math.max(top, linkFrom * confidence) });
  }
  const explained = reasons
    .flat()
    .filter(({ confidence }) => confidence >= linkFrom)
    .map(toLink);
  let candidates: readonly Link[] | undefined;
  return {
    links: [...links, ...explained].sort(byConfidence),
    verdicts,
    claims: new Map(
      measures.map((measure, column) => [measure, Math.max(0, ...rows.map((row) => row[column] ?? 0))] as const),
    ),
    get candidates() {
      candidates ??= answers
        .flat()
        .map((pair) => pinned(toLink(pair), pins))
        .sort(byConfidence);
      return candidates;
    },
  };
}

/** A problem that is still to be written claims no measure from the others. The same list as long as these are the same. */
function writtenProblems(speech: Speech): readonly Unit[] {
  const { outline } = outlineOf(speech);
  return hasSameBlanks(speech) ? written(outline) : writtenIn(outline, speech);
}

const written = memoised((outline: Speech) => writtenIn(outline, outline));

function writtenIn(outline: Speech, speech: Speech): readonly Unit[] {
  const { pairs, none } = pinsOf(outline);
  return outline.problems.filter((problem) => {
    const isPinned = none.has(problem) || pairs.some((pair) => pair.problem === problem);
    return isPinned || !isUnwritten(speech, problem);
  });
}

/**
 * A speech of whose problems far fewer are met than not is told in words that the trace does not understand, as a dozen short
 * sentences are. There nothing is called unmet.
 */
function withDoubt(verdicts: readonly Verdict[]): readonly Verdict[] {
  const count = (wanted: Verdict['verdict']) => verdicts.filter(({ verdict }) => verdict === wanted).length;
  if (count('unmet') <= 1.5 * count('met')) return verdicts;
  return verdicts.map((one) => (one.verdict === 'unmet' ? { ...one, verdict: 'unsure' } : one));
}

function byConfidence(a: Link, b: Link): number {
  return b.confidence - a.confidence;
}

export interface Pair {
  readonly from: Unit;
  readonly to: Unit;
  readonly likeness: Likeness;
  /** Share of the answer's clauses that no problem claims, 0–1. */
  readonly spare: number;
  /** 0–1: the answer stands where the problem's answer would stand, seen from the pairs that are plain; ½ where none is. */
  readonly order: number;
  /** 0–1: no problem claims the answer, and it stands where this problem's answer would stand. */
  readonly hungry: number;
  readonly reference: Reference | undefined;
  readonly sameAspect: boolean;
  readonly confidence: number;
}

/** Every problem with every answer. */
export interface Comparison {
  /** Rows are problems. */
  readonly rows: ReadonlyArray<readonly Pair[]>;
  /** How many clauses the best answer gives to the problems of the other rows: the middle one of them, 1 where there is none. */
  usualClauses(row: number): number;
  /** See `Likenesses`. */
  covered(row: number, column: number): number;
}

export function compare(
  speech: Speech,
  problems: readonly Unit[],
  answers: readonly Unit[],
  context: Context,
): Comparison {
  const { rows: likeness, covered } = likenesses(speech, problems, answers, context);
  const { outline } = outlineOf(speech);
  const said = referencesTo(context.commonPairs)(problems)(speech);
  const latest = latestPairs(context)(problems)(answers);
  latest.references = kept(
    latest.references,
    answers.map((answer) => ofUnit(said, outline, answer) ?? none),
  );
  const { references } = latest;
  const { rows, clauses } = latest.outcome([likeness, references], () => {
    latest.rows = pairsOf(problems, answers, likeness, references, latest.rows);
    return { rows: latest.rows, clauses: usualClausesOf(likeness) };
  });
  return { rows, covered, usualClauses: (row) => clauses[row] ?? 1 };
}

const none: readonly Reference[] = [];

/** The last outcome for the same units: most pairs are the same after a keystroke. */
const latestPairs = memoised((_: Context) =>
  memoised((_: readonly Unit[]) =>
    memoised((_: readonly Unit[]) => ({
      rows: [] as Pairs,
      references: [] as ReadonlyArray<readonly Reference[]>,
      outcome: lastOutcome<{ readonly rows: Pairs; readonly clauses: readonly number[] }>(),
    })),
  ),
);

function pairsOf(
  problems: readonly Unit[],
  answers: readonly Unit[],
  likeness: ReadonlyArray<readonly Likeness[]>,
  references: ReadonlyArray<readonly Reference[]>,
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
      const known = latest[row]?.[column];
      const holds = known?.likeness === like && known.reference === reference;
      if (known && holds && known.order === order && known.hungry === hungry && known.spare === spare) return known;
      const sameAspect = standsWith(from, to);
      const elsewhere = (to.aspect ?? to.row) !== undefined && !sameAspect;
      const confidence = sameAspect ? 1 : elsewhere ? 0 : reference ? 0.97 : linkConfidence(like, order, hungry);
      return { from, to, likeness: like, spare, order, hungry, reference, sameAspect, confidence };
    });
    return kept(latest[row], own);
  });
  return kept(latest, rows);
}

/** For each row how many clauses the best answer gives to the problems of the others: the middle one of them. */
function usualClausesOf(likeness: ReadonlyArray<readonly Likeness[]>): number[] {
  const most = likeness.map((row) => Math.max(0, ...row.map(({ clauses }) => clauses)));
  const sorted = [...most].sort((a, b) => a - b);
  return most.map((own) => middle(sorted.toSpliced(sorted.indexOf(own), 1)) ?? 1);
}

function middle(sorted: readonly number[]): number | undefined {
  const [low, high] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.floor(sorted.length / 2)]];
  return low !== undefined && high !== undefined ? (low + high) / 2 : undefined;
}

/** In an interleaved speech in the same aspect, in a table in the same row. */
function standsWith(from: Unit, to: Unit): boolean {
  if (from.row ?? to.row) return from.row?.start === to.row?.start;
  return from.aspect !== undefined ? from.aspect === to.aspect : to.aspect !== undefined && to.aspect === from.section;
}

function linkConfidence(likeness: Likeness, order: number, hungry: number): number {
  return sigmoid(weighted(linkFeatures(likeness, order, hungry), w.link));
}

/** What the weights of a link are fitted to; see docs/trace.md. */
export function linkFeatures({ claim, clauses, topic }: Likeness, order: number, hungry: number) {
  return { claim: Math.log1p(claim), clauses, topic, order, hungry };
}

function weighted(features: Readonly<Record<string, number>>, weights: Readonly<Record<string, number>>): number {
  let sum = weights.bias ?? 0;
  for (const name in weights) if (name !== 'bias') sum += (weights[name] ?? 0) * (features[name] ?? 0);
  return sum;
}

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
 * Measures usually follow their problems in order: for every pair the share of anchors in other rows that agree with it, those
 * above at its column or before, those below at its column or after; ½ where there are none. One row after the other.
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

/** `beside`: see `isBeside`. */
function verdictOf(problem: Unit, row: number, comparison: Comparison, beside: boolean, pins: Pins): Verdict {
  if (pins.none.has(problem)) return { problem, verdict: 'none', confidence: 1 };
  const own = comparison.rows[row] ?? [];
  const plain = Math.max(0, ...own.map((pair) => pinnedConfidence(pair, pins)));
  const sure = own.some(({ sameAspect, reference }) => sameAspect || reference) || plain === 1;
  // In an interleaved speech the measures of an aspect stand in it, and nowhere else; so do those of a row.
  const isFixed = ({ aspect, row }: Unit) => (aspect ?? row) !== undefined;
  const inAspects = isFixed(problem) || own.some(({ to }) => isFixed(to));
  const isElsewhere = inAspects && own.every(({ to }) => isFixed(to));
  const features = sure || isElsewhere ? undefined : metFeatures(comparison, row);
  const confidence = features ? sigmoid(weighted(features, w.met)) : sure ? plain : 0.05;
  const isPinned = pins.pairs.some((pair) => pair.problem === problem);
  if (!isPinned && beside) return { problem, verdict: 'unsure', confidence: unmetBelow };
  // A measure at its place that hardly anybody else claims may answer it in other words.
  const mayAnswer = own.some((pair) => pair.confidence >= linkFrom && pair.hungry > freeFrom);
  if (confidence < unmetBelow) return { problem, confidence, verdict: mayAnswer ? 'unsure' : 'unmet' };
  // “创业要实” and a measure that trains young people to found firms: it takes up a word of the heading, and none of any point.
  const isOfHeadingAlone = !mayAnswer && features?.covered === 0 && problem.points.length > 1;
  const isDoubtful = confidence < metFrom || isOfHeadingAlone;
  return { problem, confidence, verdict: isDoubtful ? 'unsure' : 'met' };
}

/** Whether the measures under the aspect of a problem share next to nothing with it, and may speak of something else. */
function isBeside(speech: Speech, own: readonly Pair[]): boolean {
  const nested = own.filter(({ sameAspect, from }) => sameAspect && from.row === undefined);
  const { place } = outlineOf(speech);
  const lengths = nested.map(({ to }) => place(to.span)).map(({ start, end }) => end - start);
  const length = lengths.reduce((sum, own) => sum + own, 0);
  if (length < besideLength || own.some(({ reference }) => reference)) return false;
  if (nested.some(({ to }) => isUnwritten(speech, to))) return false;
  return nested.every(({ likeness: { claim, topic } }) => claim < besideClaim && topic < besideTopic);
}

/** Among the labelled speeches those that answer share a claim of 5 at least, those that do not one of 1.3 to 2.4. */
const besideClaim = 3.5;
const besideTopic = 0.3;

/** Characters. A shorter answer tells nothing. */
const besideLength = 30;

/**
 * What the weights of a verdict are fitted to. A measure that answers in passing shares words with one point of the problem
 * (`covered`) in fewer clauses than measures of this speech give to a problem (`clauses`). A problem whose words no measure takes
 * up may still be met: where there are fewer measures than problems and one at its place has clauses that no problem claims, so
 * that it may well answer several (`room`).
 */
export function metFeatures({ rows, usualClauses, covered }: Comparison, row: number) {
  const own = rows[row] ?? [];
  const top = Math.max(0, ...own.map(({ confidence }) => confidence));
  const likeliest = Math.max(
    0,
    own.findIndex(({ confidence }) => confidence === top),
  );
  const spare = Math.max(0, ...own.map((pair) => (pair.order >= 0.5 ? pair.spare * pair.order : 0)));
  const surplus = Math.max(0, rows.length / Math.max(1, own.length) - 1);
  return {
    best: Math.log((top + 1e-4) / (1 - top + 1e-4)),
    clauses: (own[likeliest]?.likeness.clauses ?? 0) - usualClauses(row),
    covered: covered(row, likeliest),
    room: Math.min(0.7, surplus) * Math.min(0.5, spare),
    topic: Math.max(0, ...own.map(({ likeness }) => likeness.headTopic)),
  };
}

function toLink({ from, to, likeness, order, reference, sameAspect, confidence }: Pair): Link {
  const evidence: Evidence[] = [];
  if (sameAspect) evidence.push({ kind: 'structure', words: [], weight: 1 });
  if (reference) evidence.push({ kind: 'reference', words: [reference.words], weight: 0.97 });
  if (likeness.claim > 1) {
    const weight = Math.min(1, Math.log1p(likeness.claim) / 4);
    evidence.push({ kind: 'terms', words: likeness.words.slice(0, 5), weight });
  }
  const theme = Math.max(likeness.theme, likeness.topic);
  if (theme > 0.1) evidence.push({ kind: 'theme', words: likeness.themes, weight: theme * 0.6 });
  if (order > 0.99) evidence.push({ kind: 'order', words: [], weight: 0.2 });
  return { from, to, confidence, evidence: evidence.sort((a, b) => b.weight - a.weight) };
}

/** The author has the last word. */
function pinned(link: Link, pins: Pins): Link {
  const confidence = pinnedConfidence(link, pins);
  const evidence = isPinned(link, pins)
    ? [{ kind: 'pin' as const, words: [], weight: 1 }, ...link.evidence]
    : link.evidence;
  return { ...link, confidence, evidence };
}

function pinnedConfidence(pair: Pick<Link, 'from' | 'to' | 'confidence'>, pins: Pins): number {
  if (isPinned(pair, pins)) return 1;
  const { none, measured } = pins;
  return none.has(pair.from) || none.has(pair.to) || measured.has(pair.to) ? 0 : pair.confidence;
}

function isPinned({ from, to }: Pick<Link, 'from' | 'to'>, { pairs }: Pins): boolean {
  return pairs.some(({ problem, measure }) => problem === from && measure === to);
}

function sigmoid(z: number): number {
  return 1 / (1 + Math.exp(-z));
}
