import { parseSpeech } from '../model/parse/parse.ts';
import { countedIn } from '../similar/fingerprint.ts';
import { sharedWith } from '../similar/lookup.ts';
import type { SharedPassage } from '../similar/similar.ts';
import type { Index } from '../similar/similarIndex.ts';
import { readText } from './readText.ts';

/** Two speeches that share passages. */
export interface Pair {
  readonly a: string;
  readonly b: string;
  /** 0–1: how much of each also occurs in the other. */
  readonly shareA: number;
  readonly shareB: number;
  /** Two drafts of one work, by name or author. */
  readonly sameWork: boolean;
  readonly passages: ReadonlyArray<SharedPassage & { readonly line: number; readonly endLine: number }>;
}

/** All pairs of which one side shares at least `least`; those that share most first. */
export function pairsIn(
  index: Index,
  files: readonly string[],
  least: number,
  onDone: (done: number) => void,
): { sizes: Map<string, number>; pairs: Pair[] } {
  const sizes = new Map<string, number>();
  const half = new Map<string, Pair>();
  const pairs: Pair[] = [];
  for (const [number, file] of files.entries()) {
    onDone(number);
    const read = readText(file);
    if ('error' in read) continue;
    const speech = parseSpeech(read.text);
    const counted = countedIn(speech);
    sizes.set(file, counted);
    for (const { uri, sameWork, matched, passages } of sharedWith(index, speech, file)) {
      const share = counted > 0 ? Math.min(1, matched / counted) : 0;
      const key = [file, uri].sort().join('\0');
      const other = half.get(key);
      if (other) {
        half.delete(key);
        const pair = { ...other, shareB: share };
        if (Math.max(pair.shareA, pair.shareB) >= least) pairs.push(pair);
        continue;
      }
      const placed = passages.map((passage) => ({
        ...passage,
        line: speech.source.positionAt(passage.here.start).line,
        endLine: speech.source.positionAt(passage.here.end).line,
      }));
      half.set(key, { a: file, b: uri, shareA: share, shareB: 0, sameWork, passages: placed });
    }
  }
  for (const pair of half.values()) if (pair.shareA >= least) pairs.push(pair);
  pairs.sort((x, y) => Math.max(y.shareA, y.shareB) - Math.max(x.shareA, x.shareB));
  return { sizes, pairs };
}
