import { memoised } from '../model/memoised.ts';
import type { Span } from '../model/span.ts';
import type { Speech } from '../model/speech.ts';
import { type Anchor, chains, extent } from './chain.ts';
import { windowLength, winnowedGramsOf } from './grams.ts';

/** 自相重复 — a passage that stands in the same speech twice. */
export interface Repeat {
  readonly here: Span;
  readonly earlier: Span;
  readonly counted: number;
  readonly matched: number;
}

/** The passages that repeat an earlier one, in reading order. Nothing for a text that is no speech by its length. */
export const repeats: (speech: Speech) => readonly Repeat[] = memoised((speech: Speech) =>
  speech.text.length > mostCharacters ? [] : repeatsIn(speech),
);

/** Eight hours of reading aloud. */
const mostCharacters = 100_000;

const leastScore = 20;

/** Of the places where a gram stands, the last few: in a text made of copies the nearest is as good as any. */
const mostPlaces = 8;

function repeatsIn({ text, blocks, starts }: Speech): Repeat[] {
  const places = new Map<number, number[]>();
  const anchors: Anchor[] = [];
  let counted = 0;
  for (const [number, block] of blocks.entries()) {
    const grams = winnowedGramsOf(block);
    const by = starts[number] ?? 0;
    for (let index = 0; index < grams.hashes.length; index += 1) {
      const hash = grams.hashes[index] ?? 0;
      const [here, hereEnd] = [(grams.starts[index] ?? 0) + by, (grams.ends[index] ?? 0) + by];
      const known = places.get(hash);
      if (!known) places.set(hash, [here]);
      else {
        for (const there of known) anchors.push({ here, hereEnd, place: counted + (grams.places[index] ?? 0), there });
        known.push(here);
        if (known.length > mostPlaces) known.shift();
      }
    }
    counted += block.text.length;
  }
  if (anchors.length === 0) return [];
  return chains(anchors, leastScore)
    .map((chain) => {
      const [first, last] = [chain.anchors[0], chain.anchors.at(-1)];
      const here = { start: first?.here ?? 0, end: last?.hereEnd ?? 0 };
      const earlier = { start: first?.there ?? 0, end: (last?.there ?? 0) + (last ? last.hereEnd - last.here : 0) };
      return { ...widened(text, here, earlier), ...extent(chain) };
    })
    .filter(({ here, earlier }) => earlier.end <= here.start)
    .sort((a, b) => a.here.start - b.here.start);
}

/** Winnowing misses up to three characters at the ends; here the text is at hand to tell. */
function widened(text: string, here: Span, earlier: Span): { here: Span; earlier: Span } {
  let before = 0;
  while (before < mostMissed && same(here.start - before - 1, earlier.start - before - 1)) before += 1;
  let behind = 0;
  while (behind < mostMissed && same(here.end + behind, earlier.end + behind)) behind += 1;
  return {
    here: { start: here.start - before, end: here.end + behind },
    earlier: { start: earlier.start - before, end: earlier.end + behind },
  };

  function same(a: number, b: number): boolean {
    const char = text.charAt(a);
    return char !== '' && char === text.charAt(b) && !/[，。；：！？、\r\n]/.test(char);
  }
}

const mostMissed = windowLength - 1;
