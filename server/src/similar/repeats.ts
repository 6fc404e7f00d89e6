import { memoised } from '../model/memory/memoised.ts';
import type { Speech } from '../model/speech.ts';
import type { Span } from '../model/text/span.ts';
import { type Anchor, chains, extent } from './chain.ts';
import { longestSpeech } from './counted.ts';
import { windowLength, winnowedGramsOf } from './grams.ts';

/** 自相重复 — a passage that occurs twice in the same speech. */
export interface Repeat {
  readonly here: Span;
  readonly earlier: Span;
  readonly counted: number;
  readonly matched: number;
}

/** The passages that repeat an earlier one, in reading order; empty for a text too long to be a speech. */
export function repeats(speech: Speech): readonly Repeat[] {
  return speech.text.length > longestSpeech || isUnlikeAll(speech) ? [] : found(speech).repeats;
}

const found: (speech: Speech) => Found = memoised((speech: Speech) => {
  const { retouch } = speech;
  const known = retouch && found(retouch.before);
  return known && known.upTo < retouch.block ? known : repeatsIn(speech);
});

interface Found {
  readonly repeats: readonly Repeat[];
  /** The last block that was searched. */
  readonly upTo: number;
}

/**
 * Whether nothing is repeated, because nothing was before a retouch and none of the retouched words occur elsewhere.
 */
function isUnlikeAll({ blocks, retouch }: Speech): boolean {
  const known = retouch && onlyPlaces(retouch.before);
  const block = retouch && blocks[retouch.block];
  if (!known?.isUnlikeAll || !block) return false;
  const seen = new Set<number>();
  for (const hash of winnowedGramsOf(block).hashes) {
    if (seen.has(hash) || (known.blocks.get(hash) ?? retouch.block) !== retouch.block) return false;
    seen.add(hash);
  }
  return true;
}

/** The block of each gram, as long as none occurs twice. */
const onlyPlaces = memoised(({ blocks }: Speech) => {
  const found = new Map<number, number>();
  for (const [index, block] of blocks.entries()) {
    for (const hash of winnowedGramsOf(block).hashes) {
      if (found.has(hash)) return { isUnlikeAll: false, blocks: found };
      found.set(hash, index);
    }
  }
  return { isUnlikeAll: true, blocks: found };
});

const leastScore = 20;

/**
 * How many of the places of a gram are tried, nearest first: in a text made of copies the nearest is as good as any.
 */
const mostPlaces = 2;

/**
 * In grams: enough for some two hundred repeated passages. A text with more is made of copies, which is
 * reported where they begin.
 */
const mostAnchors = 2000;

function repeatsIn({ text, blocks, starts }: Speech): Found {
  const all = blocks.map(winnowedGramsOf);
  const size = all.reduce((sum, { hashes }) => sum + hashes.length, 0);
  // The grams of one hash are linked from the last to the first; `last` is an open hash table of the
  // last ones, counted from 1.
  const last = new Int32Array(2 ** Math.ceil(Math.log2(size * 2 + 1)));
  const previous = new Int32Array(size);
  const hashes = new Uint32Array(size);
  const offsets = new Uint32Array(size);
  const anchors: Anchor[] = [];
  let number = 0;
  let counted = 0;
  let upTo = 0;
  for (const [block, grams] of all.entries()) {
    if (anchors.length >= mostAnchors) break;
    upTo = block;
    const by = starts[block] ?? 0;
    for (let index = 0; index < grams.hashes.length; index += 1, number += 1) {
      const hash = grams.hashes[index] ?? 0;
      const here = (grams.starts[index] ?? 0) + by;
      offsets[number] = here;
      hashes[number] = hash;
      let slot = hash & (last.length - 1);
      for (let other = last[slot] ?? 0; other > 0 && hashes[other - 1] !== hash; other = last[slot] ?? 0)
        slot = (slot + 1) & (last.length - 1);
      previous[number] = (last[slot] ?? 0) - 1;
      last[slot] = number + 1;
      let there = previous[number] ?? -1;
      for (let place = 0; there >= 0 && place < mostPlaces && anchors.length < mostAnchors; place += 1) {
        const hereEnd = (grams.ends[index] ?? 0) + by;
        const place = counted + (grams.places[index] ?? 0);
        const breaks = counted + (grams.breaks[index] ?? 0);
        anchors.push({ here, hereEnd, place, breaks, there: offsets[there] ?? 0 });
        there = previous[there] ?? -1;
      }
    }
    counted += blocks[block]?.text.length ?? 0;
  }
  if (anchors.length === 0) return { repeats: [], upTo };
  const repeats = chains(anchors, leastScore)
    .map((chain) => {
      const [first, last] = [chain.anchors[0], chain.anchors.at(-1)];
      const here = { start: first?.here ?? 0, end: last?.hereEnd ?? 0 };
      const earlier = { start: first?.there ?? 0, end: (last?.there ?? 0) + (last ? last.hereEnd - last.here : 0) };
      return widened(text, { here, earlier, ...extent(chain) });
    })
    .filter(({ here, earlier }) => earlier.end <= here.start)
    .sort((a, b) => a.here.start - b.here.start);
  return { repeats, upTo };
}

/** Extends a passage by what also agrees at its ends, where winnowing misses up to three characters. */
function widened(text: string, { here, earlier, counted, matched }: Repeat): Repeat {
  let before = 0;
  while (before < mostMissed && same(here.start - before - 1, earlier.start - before - 1)) before += 1;
  let behind = 0;
  while (behind < mostMissed && same(here.end + behind, earlier.end + behind)) behind += 1;
  return {
    here: { start: here.start - before, end: here.end + behind },
    earlier: { start: earlier.start - before, end: earlier.end + behind },
    counted: counted + before + behind,
    matched: matched + before + behind,
  };

  function same(a: number, b: number): boolean {
    const char = text.charAt(a);
    return char !== '' && char === text.charAt(b) && !/[，。；：！？、\r\n]/.test(char);
  }
}

const mostMissed = windowLength - 1;
