import { lastAtMost } from '../model/text/lastAtMost.ts';
import type { Fingerprint } from './fingerprint.ts';

/** 存档 — a speech in the index. */
export interface Filed {
  readonly uri: string;
  /** Any string that changes when the file does. */
  readonly stamp: string;
  readonly lastYear: boolean;
  readonly fingerprint: Fingerprint;
}

/**
 * 段 — an immutable part of the index: the grams of some speeches, which can be looked up by hash.
 * Takes twelve bytes a gram.
 */
export interface Segment {
  readonly filed: readonly Filed[];
  /** Where the grams of each speech begin in `hashes` and `offsets`, and where the last one's end. */
  readonly bases: Uint32Array;
  readonly hashes: Uint32Array;
  readonly offsets: Uint32Array;
  /** Indices into these, grouped by the leading `bits` of the hash; bucket `b` is `[buckets[b], buckets[b + 1])`. */
  readonly order: Uint32Array;
  readonly buckets: Uint32Array;
  readonly bits: number;
}

/** Afterwards the fingerprints in `filed` are views into the segment, so that nothing is kept twice. */
export function segmentOf(speeches: readonly Filed[]): Segment {
  const bases = new Uint32Array(speeches.length + 1);
  for (const [index, { fingerprint }] of speeches.entries())
    bases[index + 1] = (bases[index] ?? 0) + fingerprint.hashes.length;
  const size = bases[speeches.length] ?? 0;
  const hashes = new Uint32Array(size);
  const offsets = new Uint32Array(size);
  const filed = speeches.map((speech, index): Filed => {
    const [from, to] = [bases[index] ?? 0, bases[index + 1] ?? 0];
    hashes.set(speech.fingerprint.hashes, from);
    offsets.set(speech.fingerprint.offsets, from);
    const views = { hashes: hashes.subarray(from, to), offsets: offsets.subarray(from, to) };
    return { ...speech, fingerprint: { ...speech.fingerprint, ...views } };
  });
  const bits = Math.min(22, Math.max(4, Math.ceil(Math.log2(size + 1)) - 2));
  return { filed, bases, hashes, offsets, bits, ...bucketed(hashes, bits) };
}

function bucketed(hashes: Uint32Array, bits: number): Pick<Segment, 'order' | 'buckets'> {
  const shift = 32 - bits;
  const buckets = new Uint32Array((1 << bits) + 1);
  for (const hash of hashes) buckets[(hash >>> shift) + 1] = (buckets[(hash >>> shift) + 1] ?? 0) + 1;
  for (let bucket = 1; bucket < buckets.length; bucket += 1)
    buckets[bucket] = (buckets[bucket] ?? 0) + (buckets[bucket - 1] ?? 0);
  const next = buckets.slice();
  const order = new Uint32Array(hashes.length);
  for (let index = 0; index < hashes.length; index += 1) {
    const bucket = (hashes[index] ?? 0) >>> shift;
    const at = next[bucket] ?? 0;
    order[at] = index;
    next[bucket] = at + 1;
  }
  return { order, buckets };
}

/** The number of grams that a look-up of this hash has to go through. */
export function bucketSize({ buckets, bits }: Segment, hash: number): number {
  const bucket = hash >>> (32 - bits);
  return (buckets[bucket + 1] ?? 0) - (buckets[bucket] ?? 0);
}

/**
 * Calls `found` for each gram with this hash among the first `most` of its bucket, with the index of its speech in
 * `filed` and its offset there.
 */
export function eachPlace(
  segment: Segment,
  hash: number,
  most: number,
  found: (speech: number, offset: number) => void,
): void {
  const { bases, buckets, order, hashes, offsets, bits } = segment;
  const bucket = hash >>> (32 - bits);
  const start = buckets[bucket] ?? 0;
  const end = Math.min(start + most, buckets[bucket + 1] ?? 0);
  for (let at = start; at < end; at += 1) {
    const index = order[at] ?? 0;
    if (hashes[index] === hash) found(lastAtMost(bases, index), offsets[index] ?? 0);
  }
}
