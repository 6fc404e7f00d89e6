import type { Unit } from '../speech.ts';
import type { Pair } from './comparison.ts';
import { isPinned, type Pins, pinnedConfidence } from './pins.ts';
import type { Promised } from './stubs.ts';

/** One unit answers or explains another. */
export interface Link {
  /** A problem. */
  readonly from: Unit;
  /** A measure or a cause. */
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

/** A pair as a link, whatever its confidence. */
export function linkOf({ from, to, likeness, order, reference, sameAspect, confidence }: Pair): Link {
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

/** The same for a problem and a measure, on which the author has the last word. */
export function answerLink(pair: Pair, pins: Pins): Link {
  const link = linkOf(pair);
  const confidence = pinnedConfidence(link, pins);
  const evidence = isPinned(link, pins)
    ? [{ kind: 'pin' as const, words: [], weight: 1 }, ...link.evidence]
    : link.evidence;
  return { ...link, confidence, evidence };
}

/** A problem and the stub of a measure that names it. */
export function promisedLink({ problem, measure, words }: Promised): Link {
  const evidence = [{ kind: 'reference' as const, words: [words], weight: promisedConfidence }];
  return { from: problem, to: measure, confidence: promisedConfidence, evidence };
}

/** As sure as a measure that says itself what it is for. */
export const promisedConfidence = 0.97;

/** Sorts the surest first. */
export function byConfidence(a: Link, b: Link): number {
  return b.confidence - a.confidence;
}
