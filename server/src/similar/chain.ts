import { gramLength, windowLength } from './grams.ts';

/** 共同之处 — a gram that two texts share, with its place in each. */
export interface Anchor {
  /** Offsets of the gram in this text, and the number of counted characters before it. */
  readonly here: number;
  readonly hereEnd: number;
  readonly place: number;
  /** The number of formulae and ends of lines before it. */
  readonly breaks: number;
  /** Offset in the other text. */
  readonly there: number;
}

/** A run of anchors in the same order on both sides: a passage with the same words, changed here and there. */
export interface Chain {
  readonly anchors: readonly Anchor[];
  readonly score: number;
}

/**
 * Colinear chaining of anchors, as sequence aligners do it (H. Li, “Minimap2: pairwise alignment for nucleotide
 * sequences”, Bioinformatics 34 (2018), §2.1): each anchor continues from the predecessor that gives the best score,
 * and a gap costs by its length and by how much it differs on the two sides. `anchors` must be in the order of `here`.
 * Best chain first; no anchor is in two.
 */
export function chains(anchors: readonly Anchor[], leastScore: number): Chain[] {
  const scores = new Float64Array(anchors.length);
  const from = new Int32Array(anchors.length).fill(-1);
  /** The best of the scores up to each anchor. */
  const best = new Float64Array(anchors.length);
  for (const [index, anchor] of anchors.entries()) {
    scores[index] = gramScore;
    for (let back = index - 1; back >= 0 && back >= index - lookBack; back -= 1) {
      const before = anchors[back];
      if (!before || anchor.here - before.here > longestGap) break;
      // No step gains more than a gram.
      if ((best[back] ?? 0) + gramScore <= (scores[index] ?? 0)) break;
      const score = (scores[back] ?? 0) + gain(before, anchor);
      if (score <= (scores[index] ?? 0)) continue;
      scores[index] = score;
      from[index] = back;
    }
    best[index] = Math.max(best[index - 1] ?? 0, scores[index] ?? 0);
  }
  return pickChains(anchors, scores, from, leastScore);
}

const gramScore = 5;
const lookBack = 32;
const longestGap = 80;

function gain(before: Anchor, anchor: Anchor): number {
  const here = anchor.here - before.here;
  const there = anchor.there - before.there;
  if (here <= 0 || there <= 0 || there > longestGap) return Number.NEGATIVE_INFINITY;
  const drift = Math.abs(here - there);
  const gap = Math.max(0, Math.min(here, there) - gramScore);
  return Math.min(gramScore, here, there) - drift * 0.3 - gap * 0.05;
}

function pickChains(anchors: readonly Anchor[], scores: Float64Array, from: Int32Array, leastScore: number): Chain[] {
  const used = new Uint8Array(anchors.length);
  const ends = [...scores.keys()]
    .filter((index) => (scores[index] ?? 0) >= leastScore)
    .sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0));
  const found: Chain[] = [];
  for (const end of ends) {
    const picked: Anchor[] = [];
    let index = end;
    for (; index >= 0 && !used[index]; index = from[index] ?? -1) {
      used[index] = 1;
      const anchor = anchors[index];
      if (anchor) picked.push(anchor);
    }
    // A chain that branches off a better one counts without the common part.
    const score = (scores[end] ?? 0) - (index >= 0 ? (scores[index] ?? 0) : 0);
    if (score >= leastScore) found.push({ anchors: picked.reverse(), score });
  }
  return found;
}

/**
 * The number of counted characters that a chain covers from end to end, and of those that are the same on both sides.
 * Between grams of a common stretch no character is left over, unless formulae or ends of lines stand between: where
 * few are left over, one differs; where many are, none is taken to be the same.
 */
export function extent({ anchors }: Chain): { counted: number; matched: number } {
  let matched = 0;
  let upTo = anchors[0]?.place ?? 0;
  const first = upTo;
  for (const [index, { place, breaks, here, there }] of anchors.entries()) {
    const before = anchors[index - 1];
    const abuts =
      before !== undefined && here - before.here === there - before.there && place - before.place <= sureStep;
    const differs = abuts && place > upTo && breaks === before.breaks;
    matched += place + gramLength - (abuts ? upTo : Math.max(upTo, place)) - (differs ? 1 : 0);
    upTo = place + gramLength;
  }
  return { counted: upTo - first, matched };
}

/**
 * In characters: a common stretch of this length has a gram in common, so two grams of one stretch
 * are never further apart.
 */
const sureStep = gramLength + windowLength - 1;
