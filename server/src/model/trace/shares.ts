import { noPair, type Pair, pairsOf } from './pairs.ts';
import type { TopicReader } from './topics.ts';

/** What all problems claim of one answer. */
export interface Column {
  /** How many clauses the answer has. */
  readonly clauses: number;
  /** One for every problem, in order. */
  readonly claims: readonly Claim[];
}

/** What one problem claims of an answer. */
export interface Claim {
  /** Weight of the shared words, less what other problems with a better claim to the same clauses take of it. */
  readonly claim: number;
  /** Number of clauses, each shared out among the problems that claim it; a fraction as a rule. */
  readonly clauses: number;
  /** Shared words, weightiest first. */
  readonly words: readonly string[];
}

/** What the problems hold, by pair of characters or topic. Changed in place by `claimsOf`. */
export type Index = Map<Pair, Held>;

interface Held {
  /** The problems that hold the pair, in ascending order. */
  rows: readonly number[];
  /** How much it says for them; 0 where no answer has it. */
  weight: number;
}

/** Shares the clauses of an answer out among the problems, of which `index` has the words. */
export function columnOf(text: string, problems: number, index: Index, mentions: TopicReader): Column {
  const all = clausesOf(text);
  const open = new Map<number, Open>();
  for (const clause of all) shareOut(sharedBy(clause, index, mentions), open);
  const claims = new Array<Claim>(problems).fill(noClaim);
  for (const [row, { claim, clauses, words }] of open) {
    const sorted = [...words].sort(([, x], [, y]) => y - x).map(([word]) => word);
    claims[row] = { claim, clauses, words: sorted };
  }
  return { clauses: all.length, claims };
}

const noClaim: Claim = { claim: 0, clauses: 0, words: [] };

/** A claim while it is being added up. */
interface Open {
  claim: number;
  clauses: number;
  readonly words: Map<string, number>;
}

/** What a clause shares with a problem. */
interface Shared {
  total: number;
  readonly words: Array<{ readonly word: string; readonly weight: number }>;
  /** The run of weighty pairs at the end, which the next pair may continue: where it is, and its sum and maximum. */
  start: number;
  end: number;
  weight: number;
  top: number;
}

/**
 * What a clause shares with each problem: runs of weighty pairs, each worth at most 1.8 times its best pair, so that
 * one long name counts less than several words; and topics.
 */
function sharedBy(clause: string, index: Index, mentions: TopicReader): Map<number, Shared> {
  const found = new Map<number, Shared>();
  const pairs = pairsOf(clause);
  for (let at = 0; at < pairs.length; at += 1) {
    const pair = pairs[at] ?? noPair;
    const held = pair === noPair ? undefined : index.get(pair);
    if (!held || held.weight <= leastWeight) continue;
    const { rows, weight } = held;
    for (const row of rows) {
      const shared = sharedWith(row);
      if (shared.end === at) {
        shared.weight += weight;
        shared.top = Math.max(shared.top, weight);
      } else {
        close(shared);
        shared.start = at;
        shared.weight = weight;
        shared.top = weight;
      }
      shared.end = at + 1;
    }
  }
  for (const shared of found.values()) close(shared);
  for (const { topic } of mentions(clause)) {
    const held = index.get(topic);
    for (const row of held?.rows ?? []) sharedWith(row).total += (held?.weight ?? 0) * topicFactor;
  }
  return found;

  function sharedWith(row: number): Shared {
    const known = found.get(row);
    if (known) return known;
    const shared: Shared = { total: 0, words: [], start: 0, end: -1, weight: 0, top: 0 };
    found.set(row, shared);
    return shared;
  }

  function close(shared: Shared): void {
    if (shared.end < 0) return;
    const weight = Math.min(shared.weight, shared.top * 1.8);
    shared.total += weight;
    shared.words.push({ weight, word: wordAt(clause, shared.start, shared.end + 1) });
  }
}

/** A run of pairs as a word to show, without a leading classifier: in “六项重点任务” the run is 项重点任务, the word 重点任务. */
function wordAt(clause: string, start: number, end: number): string {
  const isCounted = /[一二三四五六七八九十百千万两几多0-9]/.test(clause.charAt(start - 1));
  const isUnit = isCounted && end - start > 2 && /[项处件份家户所位名篇场]/.test(clause.charAt(start));
  return clause.slice(isUnit ? start + 1 : start, end);
}

/** A pair of less weight is in every speech. */
const leastWeight = 1;

/** A shared topic says less than a shared word. */
const topicFactor = 0.7;

/**
 * Shares a clause out in proportion to the squares of the claims, so that the best takes most of it. Adds to `claims`.
 */
function shareOut(found: ReadonlyMap<number, Shared>, claims: Map<number, Open>): void {
  let squares = 0;
  for (const { total } of found.values()) squares += total * total;
  if (squares === 0) return;
  for (const [row, { total, words }] of found) {
    const claim = claims.get(row) ?? { claim: 0, clauses: 0, words: new Map() };
    claims.set(row, claim);
    const share = (total * total) / squares;
    claim.claim += total * share;
    if (total > leastClaim) claim.clauses += share;
    for (const { word, weight } of words) claim.words.set(word, Math.max(claim.words.get(word) ?? 0, weight * share));
  }
}

/** With less, a clause shares only a common word. */
const leastClaim = 2.5;

/**
 * The clauses of an answer: sentences, cut at semicolons, because each commits to one thing. Not cut at commas: the
 * tail of a sentence that happens to share a name with a problem belongs to the problem that the sentence is about.
 */
export function clausesOf(text: string): string[] {
  return text.split(/[。；！？]/).filter((clause) => clause.length >= 4);
}
