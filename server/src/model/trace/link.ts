import type { Unit } from '../speech.ts';
import { linkFrom, type Pair } from './comparison.ts';
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

/** A pair as a link, whatever its confidence; `row` are all pairs of its problem. */
export function linkOf(pair: Pair, row: readonly Pair[]): Link {
  const { from, to, likeness, order, reference, sameAspect, confidence } = pair;
  const evidence: Evidence[] = [];
  if (sameAspect) evidence.push({ kind: 'structure', words: [], weight: 1 });
  if (reference) evidence.push({ kind: 'reference', words: [reference.words], weight: 0.97 });
  if (likeness.claim > 1) {
    const weight = Math.min(1, Math.log1p(likeness.claim) / 4);
    evidence.push({ kind: 'terms', words: telling(likeness.words).slice(0, 5), weight });
  }
  const theme = Math.max(likeness.theme, likeness.topic);
  if (theme > 0.1) evidence.push({ kind: 'theme', words: broadest(likeness.themes), weight: theme * 0.6 });
  const isOnlyReason = evidence.length === 0 && confidence >= linkFrom;
  if (order > inOrder && (isOnlyReason || row.every((other) => other === pair || other.order <= inOrder)))
    evidence.push({ kind: 'order', words: [], weight: 0.2 });
  return { from, to, confidence, evidence: evidence.sort((a, b) => b.weight - a.weight) };
}

/** What nothing contradicts; it speaks for an answer only where the others are out of order. */
const inOrder = 0.99;

/** Without words that go with any problem, if there are others. */
function telling(words: readonly string[]): readonly string[] {
  const others = words.filter((word) => !/^(?:问题|不足|意见|差距|情况|方面|措施|整改|不够)$/.test(word));
  return others.length > 0 ? others : words;
}

/** Without the names that another one contains: 组织生活 beside 组织生活·民主集中制. */
function broadest(names: readonly string[]): string[] {
  return names.filter((name) => !names.some((other) => other !== name && other.includes(name)));
}

/** The same for a problem and a measure, on which the author has the last word. */
export function answerLink(pair: Pair, row: readonly Pair[], pins: Pins): Link {
  const link = linkOf(pair, row);
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
