import { memoised } from '../model/memory/memoised.ts';
import { memoisedByBlock } from '../model/memory/memoisedByBlock.ts';
import type { Speech } from '../model/speech.ts';
import { fnv1a } from '../model/text/fnv.ts';
import { countedLines } from './counted.ts';
import { winnowedGramsOf } from './grams.ts';

/** 指纹 — what the index keeps about a speech: hashes and offsets, but no words. */
export interface Fingerprint {
  /** The hashes of the winnowed grams, and the offset where each begins; in reading order. */
  readonly hashes: Uint32Array;
  readonly offsets: Uint32Array;
  /** The offset where each line begins, so that offsets can become positions without the text. */
  readonly lines: Uint32Array;
  /** Start and end of each 问题 unit. */
  readonly problems: Uint32Array;
  /** Hash of the name under the title, see `authorOf`; 0 where there is none. */
  readonly author: number;
  /** How many characters count in a comparison. */
  readonly counted: number;
}

/** A speech with nothing to compare has no hashes. */
export const fingerprint: (speech: Speech) => Fingerprint = memoised((speech: Speech) => {
  const grams = speech.blocks.map(winnowedGramsOf);
  const length = grams.reduce((sum, { hashes }) => sum + hashes.length, 0);
  const hashes = new Uint32Array(length);
  const offsets = new Uint32Array(length);
  let at = 0;
  for (const [index, own] of grams.entries()) {
    hashes.set(own.hashes, at);
    const by = speech.starts[index] ?? 0;
    for (let inner = 0; inner < own.starts.length; inner += 1) offsets[at + inner] = (own.starts[inner] ?? 0) + by;
    at += own.hashes.length;
  }
  return {
    hashes,
    offsets,
    lines: lineStarts(speech.text),
    problems: Uint32Array.from(speech.problems.flatMap(({ span }) => [span.start, span.end])),
    author: authorOf(speech),
    counted: countedIn(speech),
  };
});

/** The number of characters of a speech that count and belong to no formula. */
export function countedIn({ blocks }: Speech): number {
  return blocks.reduce((sum, block) => sum + ownCharacters(block), 0);
}

const ownCharacters = memoisedByBlock((block) =>
  countedLines(block).reduce((sum, { common }) => sum + common.length - common.reduce((a, b) => a + b, 0), 0),
);

function lineStarts(text: string): Uint32Array {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return Uint32Array.from(starts);
}

/**
 * A hash of the person's name without the post, or of the whole line for a team; 0 where there is only an
 * office, which many share.
 */
export function authorOf({ text, titleBlock }: Speech): number {
  const { author } = titleBlock;
  if (!author) return 0;
  const words = text.slice(author.span.start, author.span.end).replaceAll('*', '').trim();
  const name = /\S[ \t　]+(\S{2,4}|\p{Script=Han}[ \t　]+\p{Script=Han})(?:同志)?$/u.exec(words)?.[1];
  if (name === undefined && !/(?:班子|党组|党委|党支部)$/.test(words)) return 0;
  // 王某某 and 副局长 are not names: the whole line is more specific.
  const identity = name === undefined || noName.test(name) ? words : name;
  return fnv1a(identity.replace(/[\s　（）()]/g, '')) || 1;
}

const noName = /[某×*xX〔〕]|[长记任理]$|委员$/;
