import { compare, linkFrom, type Pair, type Pairs } from './comparison.ts';
import type { Context } from './context.ts';
import { kept, lastOutcome } from './latest.ts';
import { lazily } from './lazily.ts';
import { memoised } from './memoised.ts';
import { ofUnit } from './perUnit.ts';
import { isPinned, type Pins, pinnedConfidence, pinsOf } from './pins.ts';
import { outlineOf, type Retouch } from './retouch.ts';
import type { Speech, Unit } from './speech.ts';
import { measuresBut, type Promised, promisedIn } from './stubs.ts';
import { pointPairs } from './unitText.ts';
import {
  hasStray,
  isAfterthought,
  isBeside,
  isTaken,
  judge,
  sidelineOfLikeliest,
  unjudged,
  type Verdict,
  withDoubt,
} from './verdict.ts';
import { writtenProblems } from './written.ts';

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
  const now = {
    links: found.links.map(link),
    verdicts: found.verdicts.map((verdict) => ({ ...verdict, problem: unit(verdict.problem) })),
    claims: new Map([...found.claims].map(([measure, claim]) => [unit(measure), claim])),
  };
  return lazily(now, { candidates: () => found.candidates.map(link) });
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

/** A text with more is no speech; it is left alone, so that no text can take long. */
export function isTraceable(speech: Speech): boolean {
  const { text } = speech;
  const { problems, causes, measures } = outlineOf(speech).outline;
  return text.length <= longestTraced && problems.length * (causes.length + measures.length) <= mostPairs;
}

/** 200 problems, 200 causes and 200 measures. */
const mostPairs = 80_000;
const longestTraced = 700_000;

const untraced = memoised(
  ({ problems }: Speech): Trace => ({ links: [], candidates: [], claims: new Map(), verdicts: problems.map(unjudged) }),
);

function traceOf(speech: Speech, context: Context): Trace {
  const { outline } = outlineOf(speech);
  if (!isTraceable(speech)) return untraced(outline);
  const pins = pinsOf(outline);
  const problems = writtenProblems(speech);
  const promised = promisedIn(speech);
  const measures = measuresBut(promised, outline);
  const comparison = compare(speech, problems, measures, context);
  const { rows: answers } = comparison;
  const latest = latestTrace(context)(outline);
  const points = pointPairs(speech);
  const judged = outline.problems.map((problem, at): Verdict => {
    const row = problems.indexOf(problem);
    if (row < 0) return unjudged(problem);
    const beside = isBeside(speech, row, comparison);
    const taken = isTaken(row, comparison);
    const afterthought = isAfterthought(row, comparison);
    const stray = hasStray(row, comparison, pins);
    const own = ofUnit(points, outline, problem);
    const numbers = [problems.length, comparison.usualClauses(row), sidelineOfLikeliest(row, comparison)];
    const of = [answers[row], comparison.asides, own, ...numbers, beside, taken, afterthought, stray];
    const doubts = { beside, taken, afterthought, stray };
    const found = latest.verdict(problem)(of, () => judge(problem, row, comparison, doubts, pins));
    const isOpen = found.verdict === 'unmet' || found.verdict === 'unsure';
    const isPromised = isOpen && promised.some((one) => one.problem === problem);
    const now: Verdict = isPromised ? { problem, verdict: 'met', confidence: promisedConfidence } : found;
    const before = latest.judged[at];
    return before?.verdict === now.verdict && before.confidence === now.confidence ? before : now;
  });
  latest.judged = kept(latest.judged, judged);
  // Only now: what it compares may take the place of what the verdicts ask for (`sharedWeight`).
  const { rows: reasons } = compare(speech, problems, outline.causes, context);
  const meant = promised.flatMap(({ problem, measure, words }) => [problem, measure, words]);
  return latest.trace([latest.judged, answers, reasons, ...meant], () =>
    putTogether(measures, problems, withDoubt(judged), answers, reasons, promised.map(promisedLink), pins),
  );
}

/** As sure as a measure that says itself what it is for. */
const promisedConfidence = 0.97;

function promisedLink({ problem, measure, words }: Promised): Link {
  const evidence = [{ kind: 'reference' as const, words: [words], weight: promisedConfidence }];
  return { from: problem, to: measure, confidence: promisedConfidence, evidence };
}

/** The last verdicts on the problems of an outline and its trace, which hold as long as no pair changes. */
const latestTrace = memoised((_: Context) =>
  memoised((_: Speech) => ({
    verdict: memoised((_: Unit) => lastOutcome<Verdict>()),
    judged: [] as readonly Verdict[],
    trace: lastOutcome<Trace>(),
  })),
);

/** What a reader sees, out of the verdicts and the pairs. */
function putTogether(
  measures: readonly Unit[],
  problems: readonly Unit[],
  verdicts: readonly Verdict[],
  answers: Pairs,
  reasons: Pairs,
  promised: readonly Link[],
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
  links.push(...promised);
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
  const shown = {
    links: [...links, ...explained].sort(byConfidence),
    verdicts,
    claims: new Map(
      measures.map((measure, column) => [measure, Math.max(0, ...rows.map((row) => row[column] ?? 0))] as const),
    ),
  };
  return lazily(shown, {
    candidates: () => {
      candidates ??= answers
        .flat()
        .map((pair) => pinned(toLink(pair), pins))
        .concat(promised)
        .sort(byConfidence);
      return candidates;
    },
  });
}

function byConfidence(a: Link, b: Link): number {
  return b.confidence - a.confidence;
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
