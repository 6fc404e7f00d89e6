import type { Block } from '../model/speech.ts';
import type { Span } from '../model/text/span.ts';
import { type Anchor, type Chain, chains, extent } from './chain.ts';
import { type Grams, gramLength, gramsOf } from './grams.ts';
import { bucketSize, eachPlace, type Filed, type Segment, segmentOf } from './segment.ts';

/** 雷同索引 — tells which of many speeches share passages with a block. Holds only hashes and offsets. */
export interface Index {
  /**
   * Adds a speech or replaces its earlier state. Returns false where the index is full; then this
   * speech is in it no more.
   */
  put(speech: Filed): boolean;
  remove(uri: string): void;
  get(uri: string): Filed | undefined;
  all(): Iterable<Filed>;
  readonly size: number;
  /** Increases with every change. */
  readonly version: number;
  /**
   * Passages of the block, in its offsets, that are shared by other speeches for which `wanted` is true; best first.
   */
  passagesIn(block: Block, wanted: (speech: Filed) => boolean): Passage[];
}

/** A passage shared by a block and a speech in the index. */
export interface Passage {
  readonly filed: Filed;
  readonly here: Span;
  readonly there: Span;
  readonly counted: number;
  readonly matched: number;
  readonly score: number;
}

/** `mostGrams` bounds the memory, at some 12 bytes a gram: 12 million are 30,000 speeches of 1,000 characters. */
export function createIndex(mostGrams = 12_000_000): Index {
  const live = new Map<string, Filed>();
  let segments: Segment[] = [];
  let pending: Filed[] = [];
  let grams = 0;
  let version = 0;

  return {
    put(speech) {
      this.remove(speech.uri);
      const { length } = speech.fingerprint.hashes;
      if (grams + length > mostGrams) return false;
      live.set(speech.uri, speech);
      pending.push(speech);
      grams += length;
      version += 1;
      if (pending.reduce((sum, { fingerprint }) => sum + fingerprint.hashes.length, 0) > mostPending) settle();
      return true;
    },
    remove(uri) {
      const known = live.get(uri);
      if (!known) return;
      live.delete(uri);
      grams -= known.fingerprint.hashes.length;
      version += 1;
    },
    get: (uri) => live.get(uri),
    all: () => live.values(),
    get size() {
      return live.size;
    },
    get version() {
      return version;
    },
    passagesIn(block, wanted) {
      settle();
      return passages(block, segments, (speech) => live.get(speech.uri) === speech && wanted(speech));
    },
  };

  /**
   * Makes a segment of the new speeches and the segments that are not much larger, so that there
   * are never many segments.
   */
  function settle(): void {
    if (pending.length === 0) return;
    let speeches = pending.filter((speech) => live.get(speech.uri) === speech);
    pending = [];
    for (let last = segments.at(-1); last && last.hashes.length < 2 * gramsIn(speeches); last = segments.at(-1)) {
      speeches = [...last.filed.filter((speech) => live.get(speech.uri) === speech), ...speeches];
      segments = segments.slice(0, -1);
    }
    const segment = segmentOf(speeches);
    for (const speech of segment.filed) live.set(speech.uri, speech);
    segments.push(segment);
  }
}

/** In grams: so many are gathered at most before they become a segment. */
const mostPending = 1_000_000;

function gramsIn(speeches: readonly Filed[]): number {
  return speeches.reduce((sum, { fingerprint }) => sum + fingerprint.hashes.length, 0);
}

function passages(block: Block, segments: readonly Segment[], wanted: (speech: Filed) => boolean): Passage[] {
  const found: Passage[] = [];
  for (const [filed, anchors] of anchorsIn(block, segments)) {
    if (!wanted(filed)) continue;
    for (const chain of chains(anchors, leastScore)) found.push(passage(filed, chain));
  }
  return found.sort((a, b) => b.score - a.score);
}

function passage(filed: Filed, chain: Chain): Passage {
  const [first, last] = [chain.anchors[0], chain.anchors.at(-1)];
  const here = { start: first?.here ?? 0, end: last?.hereEnd ?? 0 };
  const there = { start: first?.there ?? 0, end: (last?.there ?? 0) + gramLength };
  return { filed, here, there, score: chain.score, ...extent(chain) };
}

/** Some eight grams spread over a passage whose every other word is changed, or 24 characters in a row. */
const leastScore = 24;
/** In grams: a speech that shares fewer with a block cannot reach `leastScore`. */
const leastAnchors = 5;

/** A block of ordinary length has some hundred grams, each of which stands in a few places. */
const mostSteps = 5_000;
/** How many places of a gram are looked up once the bound is reached. */
const fewPlaces = 16;

/**
 * The grams that the block shares with each speech that shares enough of them. Rare grams are looked up everywhere.
 * Beyond the bound on the work the rest are looked up in a few speeches only, the same for all grams: where everybody
 * has copied, some are found.
 */
function anchorsIn(block: Block, segments: readonly Segment[]): Map<Filed, Anchor[]> {
  const grams = gramsOf(block);
  const found = new Map<Filed, Anchor[]>();
  const costs = grams.hashes.map((hash) => {
    let sum = 0;
    for (const segment of segments) sum += bucketSize(segment, hash);
    return sum;
  });
  const costliest = affordable(costs);
  // Triples of gram, speech and place. Numbers rather than objects, since most hits come to nothing.
  const hits = new Uint32Array(3 * (mostSteps + fewPlaces * grams.hashes.length));
  for (const segment of segments) {
    const counts = new Uint16Array(segment.filed.length);
    let length = 0;
    let gram = 0;
    const note = (speech: number, there: number) => {
      counts[speech] = (counts[speech] ?? 0) + 1;
      hits[length] = gram;
      hits[length + 1] = speech;
      hits[length + 2] = there;
      length += 3;
    };
    for (gram = 0; gram < costs.length; gram += 1) {
      const cost = costs[gram] ?? 0;
      if (cost > 0) eachPlace(segment, grams.hashes[gram] ?? 0, cost <= costliest ? cost : fewPlaces, note);
    }
    for (let at = 0; at < length; at += 3) {
      const speech = hits[at + 1] ?? 0;
      const filed = segment.filed[speech];
      if (!filed || (counts[speech] ?? 0) < leastAnchors) continue;
      const anchor = anchorOf(grams, hits[at] ?? 0, hits[at + 2] ?? 0);
      const anchors = found.get(filed);
      if (anchors) anchors.push(anchor);
      else found.set(filed, [anchor]);
    }
  }
  return found;
}

function anchorOf({ starts, ends, places, breaks }: Grams, gram: number, there: number): Anchor {
  const [here, hereEnd] = [starts[gram] ?? 0, ends[gram] ?? 0];
  return { here, hereEnd, place: places[gram] ?? 0, breaks: breaks[gram] ?? 0, there };
}

/** The greatest cost of a gram at which all grams of no greater cost together stay within the bound. */
function affordable(costs: Uint32Array): number {
  const sorted = costs.slice().sort();
  let sum = 0;
  for (const cost of sorted) {
    sum += cost;
    if (sum > mostSteps) return cost - 1;
  }
  return sorted.at(-1) ?? 0;
}
