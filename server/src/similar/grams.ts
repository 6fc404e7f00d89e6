import { memoisedByBlock } from '../model/memory/memoisedByBlock.ts';
import type { Block } from '../model/speech.ts';
import { type Counted, countedLines } from './counted.ts';

/**
 * Characters in a gram. Four characters are some two words: they survive where every other word is changed, and
 * chained they mean something.
 */
export const gramLength = 4;

/** Of this many grams in a row at least one is kept in the index. */
export const windowLength = 4;

/** Hashes of grams with the offsets where they begin and end (the end is behind the last character). */
export interface Grams {
  readonly hashes: Uint32Array;
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
  /** How many counted characters of the block stand before each. */
  readonly places: Uint32Array;
  /** How many formulae and ends of lines stand before each: across these, grams of a common stretch may be missing. */
  readonly breaks: Uint32Array;
}

/** All grams of a block, in reading order, without those that are mostly formula. */
export const gramsOf: (block: Block) => Grams = memoisedByBlock((block) => collect(block, () => true));

/**
 * The grams of a block that the index keeps: winnowing after S. Schleimer, D. S. Wilkerson and A. Aiken, “Winnowing:
 * Local Algorithms for Document Fingerprinting”, SIGMOD 2003. In every window the least hash, the rightmost of equals;
 * so every common stretch of `gramLength + windowLength - 1` characters has a gram in common, wherever it stands.
 */
export const winnowedGramsOf: (block: Block) => Grams = memoisedByBlock((block) => collect(block, winnower));

type Keep = (hashes: Uint32Array, index: number) => boolean;

function collect(block: Block, keep: Keep): Grams {
  const lines = countedLines(block);
  const most = lines.reduce((sum, { codes }) => sum + Math.max(0, codes.length - gramLength + 1), 0);
  const [hash, start, end, place, broken] = columnsOf(most);
  let length = 0;
  let before = 0;
  let breaks = 0;
  for (const line of lines) {
    const hashes = hashesOf(line);
    for (let index = 0; index < hashes.length; index += 1) {
      if (!keep(hashes, index)) continue;
      if (mostlyFormula(line.common, index)) {
        breaks += 1;
        continue;
      }
      hash[length] = hashes[index] ?? 0;
      start[length] = line.offsets[index] ?? 0;
      end[length] = (line.offsets[index + gramLength - 1] ?? 0) + 1;
      place[length] = before + index;
      broken[length] = breaks;
      length += 1;
    }
    before += line.codes.length;
    breaks += 1;
  }
  return {
    hashes: hash.slice(0, length),
    starts: start.slice(0, length),
    ends: end.slice(0, length),
    places: place.slice(0, length),
    breaks: broken.slice(0, length),
  };
}

type Columns = [Uint32Array, Uint32Array, Uint32Array, Uint32Array, Uint32Array];

/** Reused for each block: at most a third of what is put there is kept. */
let columns = Array.from({ length: 5 }, () => new Uint32Array(0)) as Columns;

function columnsOf(length: number): Columns {
  if (columns[0].length < length) columns = columns.map(() => new Uint32Array(length * 2)) as Columns;
  return columns;
}

/** Whether the gram at `index` is the least of some window that contains it. */
function winnower(hashes: Uint32Array, index: number): boolean {
  const own = hashes[index] ?? 0;
  let before = 0;
  while (before < windowLength - 1 && index - before > 0 && (hashes[index - before - 1] ?? 0) >= own) before += 1;
  let behind = 0;
  while (behind < windowLength - 1 && index + behind + 1 < hashes.length && (hashes[index + behind + 1] ?? 0) > own)
    behind += 1;
  return before + behind + 1 >= Math.min(windowLength, hashes.length);
}

/** Whether more than half of a gram belongs to formulae. */
function mostlyFormula(common: Uint8Array, index: number): boolean {
  let count = 0;
  for (let at = index; at < index + gramLength; at += 1) count += common[at] ?? 0;
  return count * 2 > gramLength;
}

function hashesOf({ codes }: Counted): Uint32Array {
  const hashes = new Uint32Array(Math.max(0, codes.length - gramLength + 1));
  for (let index = 0; index < hashes.length; index += 1) {
    let hash = 0x811c9dc5;
    for (let at = index; at < index + gramLength; at += 1) hash = Math.imul(hash ^ (codes[at] ?? 0), 0x01000193);
    // The finisher of MurmurHash3 (A. Appleby, public domain): FNV alone mixes the last character too little.
    hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
    hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
    hashes[index] = hash ^ (hash >>> 16);
  }
  return hashes;
}
