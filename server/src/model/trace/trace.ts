import type { Context } from '../context.ts';
import { kept, lastOutcome } from '../memory/latest.ts';
import { lazily } from '../memory/lazily.ts';
import { memoised } from '../memory/memoised.ts';
import { isTalk } from '../outline/talk.ts';
import { outlineOf } from '../parse/retouch.ts';
import type { Retouch, Speech, Unit } from '../speech.ts';
import { isBeside } from './beside.ts';
import { compare, likeliestIn, linkFrom, type Pairs, rivalOf } from './comparison.ts';
import { answerLink, byConfidence, type Link, linkOf, promisedConfidence, promisedLink } from './link.ts';
import { type Pins, pinnedConfidence, pinsOf } from './pins.ts';
import { measuresBut, promisedIn } from './stubs.ts';
import { judge, unjudged, type Verdict, withDoubt } from './verdict.ts';
import { writtenProblems } from './written.ts';

/**
 * 线索 — which measure answers which problem, and which cause explains it. Rules, lenses, hovers
 * and exports all ask this.
 */
export interface Trace {
  /** Problem to measure and problem to cause, best first. A weak likeness makes no link. */
  readonly links: readonly Link[];
  /** One for every problem, in reading order. */
  readonly verdicts: readonly Verdict[];
  /** The best confidence with which any problem claims a measure, 0–1. */
  readonly claims: ReadonlyMap<Unit, number>;
  /**
   * Problem to measure, links or not, best first: what a writer may choose from. Put together
   * when it is first asked for.
   */
  readonly candidates: readonly Link[];
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

/**
 * The same for the units of the earlier speech that the outline is from (`outlineOf`), so that
 * typing makes no unit anew.
 */
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

/** The causes that explain a problem, best first. */
export function causesOf(problem: Unit, { links }: Trace): Link[] {
  return (linksOf(links).get(problem) ?? []).filter(({ to }) => to.kind === 'cause');
}

/** The problems that a measure answers or a cause explains, best first. */
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

/** Undefined for a unit that is no problem of the traced speech itself; units are compared by identity. */
export function verdictOn(problem: Unit, { verdicts }: Trace): Verdict | undefined {
  return verdictsBy(verdicts).get(problem);
}

const verdictsBy = memoised(
  (verdicts: readonly Verdict[]) => new Map(verdicts.map((verdict) => [verdict.problem, verdict])),
);

/** A text with more pairs or characters is no speech. It is not traced, so that none can take long. */
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
  const judged = outline.problems.map((problem, at): Verdict => {
    const row = problems.indexOf(problem);
    if (row < 0) return unjudged(problem);
    const beside = isBeside(speech, row, comparison);
    const sideline = comparison.sidelines[likeliestIn(answers[row] ?? [])] ?? 0;
    const numbers = [problems.length, comparison.usualClauses(row), sideline, rivalOf(answers, row)];
    const of = [answers[row], comparison.asides, comparison.unlinked, ...numbers, beside];
    const found = latest.verdict(problem)(of, () => judge({ problem, row, beside }, comparison, pins));
    const isOpen = found.verdict === 'unmet' || found.verdict === 'unsure';
    const isPromised = isOpen && promised.some((one) => one.problem === problem);
    const now: Verdict = isPromised ? { problem, verdict: 'met', confidence: promisedConfidence } : found;
    const before = latest.judged[at];
    return before?.verdict === now.verdict && before.confidence === now.confidence ? before : now;
  });
  latest.judged = kept(latest.judged, judged);
  const { rows: reasons } = compare(speech, problems, outline.causes, context);
  const inTalk = isTalk(outline.sections);
  const meant = promised.flatMap(({ problem, measure, words }) => [problem, measure, words]);
  return latest.trace([latest.judged, answers, reasons, ...meant], () =>
    assembled(
      { measures, problems, answers, reasons, promised: promised.map(promisedLink), pins },
      withDoubt(judged, inTalk),
    ),
  );
}

/** The last verdicts on the problems of an outline, and its last trace. They hold as long as no pair changes. */
const latestTrace = memoised((_: Context) =>
  memoised((_: Speech) => ({
    verdict: memoised((_: Unit) => lastOutcome<Verdict>()),
    judged: [] as readonly Verdict[],
    trace: lastOutcome<Trace>(),
  })),
);

/** What a trace is made of, besides the verdicts. */
interface Parts {
  readonly measures: readonly Unit[];
  /** In the order of the rows. */
  readonly problems: readonly Unit[];
  /** Problems with measures. */
  readonly answers: Pairs;
  /** Problems with causes. */
  readonly reasons: Pairs;
  /** To the stubs of measures. */
  readonly promised: readonly Link[];
  readonly pins: Pins;
}

function assembled(
  { measures, problems, answers, reasons, promised, pins }: Parts,
  verdicts: readonly Verdict[],
): Trace {
  const confidences = answers.map((row) => row.map((pair) => pinnedConfidence(pair, pins)));
  // What speaks of an unmet problem does so in passing and is no answer to it.
  const unmet = new Set(verdicts.filter(({ verdict }) => verdict === 'unmet').map(({ problem }) => problem));
  const links = answers.flatMap((row, at) =>
    row.flatMap((pair, column) =>
      (confidences[at]?.[column] ?? 0) >= linkFrom && !unmet.has(pair.from) ? [answerLink(pair, row, pins)] : [],
    ),
  );
  links.push(...promised);
  for (const { problem, verdict, confidence } of verdicts) {
    // Met by where a measure stands rather than by its words: linked to the likeliest one, with less confidence.
    if (verdict !== 'met' || links.some(({ from }) => from === problem)) continue;
    const row = problems.indexOf(problem);
    const own = confidences[row] ?? [];
    const top = Math.max(...own);
    const pairs = answers[row] ?? [];
    const likeliest = pairs[own.indexOf(top)];
    if (likeliest)
      links.push({ ...answerLink(likeliest, pairs, pins), confidence: Math.max(top, linkFrom * confidence) });
  }
  const explained = reasons.flatMap((row) =>
    row.filter(({ confidence }) => confidence >= linkFrom).map((pair) => linkOf(pair, row)),
  );
  const claimOn = (column: number) => Math.max(0, ...confidences.map((row) => row[column] ?? 0));
  let candidates: readonly Link[] | undefined;
  const shown = {
    links: [...links, ...explained].sort(byConfidence),
    verdicts,
    claims: new Map(measures.map((measure, column) => [measure, claimOn(column)] as const)),
  };
  return lazily(shown, {
    candidates: () => {
      candidates ??= answers
        .flatMap((row) => row.map((pair) => answerLink(pair, row, pins)))
        .concat(promised)
        .sort(byConfidence);
      return candidates;
    },
  });
}
