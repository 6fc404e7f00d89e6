import type { Context } from './context.ts';
import { likeness } from './likeness.ts';
import { memoised } from './memoised.ts';
import type { Speech, Unit } from './speech.ts';

/** 线索 — which measure answers which problem, and which cause explains it; rules, lenses, hovers and exports all ask this. */
export interface Trace {
  /** Problem to measure, best first. A weak likeness makes no link. */
  readonly links: readonly Link[];
  /** One for every problem, in reading order. */
  readonly verdicts: readonly Verdict[];
}

export interface Link {
  readonly from: Unit;
  readonly to: Unit;
  /** 0–1: how sure it is that `to` answers `from`. */
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
  /** `unsure` is never a warning. */
  readonly verdict: 'met' | 'unmet' | 'unsure';
  /** 0–1: how sure it is that some measure answers the problem. */
  readonly confidence: number;
}

/** Pure and total: a speech without problems has a trace without links. */
export function trace(speech: Speech, context: Context): Trace {
  return traces(context)(speech);
}

const traces = memoised((context: Context) => memoised((speech: Speech) => traceOf(speech, context)));

const metFrom = 0.5;
const unmetBelow = 0.25;

function traceOf(speech: Speech, context: Context): Trace {
  const { problems, causes, measures } = speech;
  const answers = likeness(speech, problems, measures, context);
  const reasons = likeness(speech, problems, causes, context);
  const links = [...answers, ...reasons].filter(({ confidence }) => confidence >= metFrom);
  const verdicts = problems.map((problem): Verdict => {
    const best = Math.max(0, ...answers.filter(({ from }) => from === problem).map(({ confidence }) => confidence));
    return { problem, confidence: best, verdict: best >= metFrom ? 'met' : best >= unmetBelow ? 'unsure' : 'unmet' };
  });
  return { links: links.sort((a, b) => b.confidence - a.confidence), verdicts };
}

/** The measures that answer a problem, best first. */
export function measuresFor(problem: Unit, { links }: Trace): Link[] {
  return links.filter(({ from, to }) => from === problem && to.kind === 'measure');
}

export function causesOf(problem: Unit, { links }: Trace): Link[] {
  return links.filter(({ from, to }) => from === problem && to.kind === 'cause');
}

/** The problems that a measure or a cause goes with, best first. */
export function problemsOf(unit: Unit, { links }: Trace): Link[] {
  return links.filter(({ to }) => to === unit);
}
