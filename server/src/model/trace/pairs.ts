import { memoisedByText } from '../memory/memoisedByText.ts';

/**
 * 字对 — two characters side by side, the unit in which passages are compared: unlike words they need no dictionary, and
 * a run of shared pairs is a shared word or name (台账, 红军标语墙). A number for each place in the text, for numbers are
 * compared fastest; `noPair` where one of the two is no letter, digit or 汉字.
 */
export const pairsOf = memoisedByText((text): Int32Array => {
  const pairs = new Int32Array(Math.max(0, text.length - 1));
  forEachPair(text, (pair, at) => {
    pairs[at] = pair;
  });
  return pairs;
});

function forEachPair(text: string, visit: (pair: number, at: number) => void): void {
  let before = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    const letter = isLetter[code] === 1 ? code - (shift[code >> 8] ?? 0) : 0;
    if (before !== 0 && letter !== 0) visit(before * mostLetters + letter, at - 1);
    before = letter;
  }
}

/** Equal to no pair of characters. */
export const noPair = 0;

/** Each of them once. */
export const distinctPairs = memoisedByText((text): ReadonlySet<number> => {
  const found = new Set<number>();
  forEachPair(text, (pair) => found.add(pair));
  return found;
});

/** The two characters. */
export function pairText(pair: number): string {
  return String.fromCharCode(codeOf(Math.floor(pair / mostLetters)), codeOf(pair % mostLetters));
}

/** So few that two of them make a small integer. */
const mostLetters = 0x8000;

/**
 * 1 for what words are made of: letters, digits and 汉字 (halves of those beyond the basic plane), but not for numerals
 * and particles: 一百二, 的办, 和网 are no words. Tables, for every character of every speech is asked for.
 */
const isLetter = new Uint8Array(0x10000)
  .fill(1, 0x30, 0x3a)
  .fill(1, 0x41, 0x5b)
  .fill(1, 0x61, 0x7b)
  .fill(1, 0x3400, 0x4dc0)
  .fill(1, 0x4e00, 0xa000)
  .fill(1, 0xd800, 0xe000);
for (const character of '一二三四五六七八九十百千万两半零几多个次名条件年月日的了着过是在把被让给对和与及同跟向也都又就还很更最这那我们你他她它之其而但或如若因')
  isLetter[character.charCodeAt(0)] = 0;

/** By how much the number of a letter is less than its code, by the high byte of this. */
const beforeHan = 0x33ff;
const behindHan = 0x9fff - beforeHan;
const beforeHalves = 0xd800 - (behindHan + 0x100);
const shift = new Int32Array(0x100).fill(-behindHan, 0, 1).fill(beforeHan, 0x34, 0xa0).fill(beforeHalves, 0xd8, 0xe0);

function codeOf(letter: number): number {
  if (letter <= behindHan) return letter + beforeHan;
  return letter < behindHan + 0x100 ? letter - behindHan : letter + beforeHalves;
}

/** In how many units of the project's fixture speeches each common pair stands; written by `npm run trace:fit`. */
export interface CommonPairs {
  readonly units: number;
  /**
   * By the first character of a pair: all that follow it, and then as many characters whose codes tell the
   * units, counted from `0`.
   */
  readonly pairs: Readonly<Record<string, string>>;
  /** Counts of the topics, by id. */
  readonly topics: Readonly<Record<string, number>>;
}

/** The form in which pairs need no reading at the start. */
export function commonPairs(units: number, counts: ReadonlyMap<string, number>): CommonPairs {
  const pairs: Record<string, string> = {};
  const firsts = new Set([...counts.keys()].sort().map((pair) => pair.charAt(0)));
  for (const first of firsts) {
    if (first === topicSign) continue;
    const group = [...counts].filter(([pair]) => pair.startsWith(first)).sort(([a], [b]) => (a < b ? -1 : 1));
    pairs[first] =
      group.map(([pair]) => pair.charAt(1)).join('') +
      group.map(([, count]) => String.fromCharCode(zero + count)).join('');
  }
  const topics = Object.fromEntries(
    [...counts].filter(([pair]) => pair.startsWith(topicSign)).sort(([a], [b]) => (a < b ? -1 : 1)),
  );
  return { units, pairs, topics };
}

const zero = 0x30;

/** What the id of a topic begins with, and no pair of characters. */
const topicSign = '#';

/** A pair of characters, or a topic by its id. */
export type Pair = number | string;

/** In how many units a pair or a topic stands. */
function unitsWith(pair: Pair, { pairs, topics }: CommonPairs): number {
  if (typeof pair === 'string') return topics[pair] ?? 0;
  const text = pairText(pair);
  const group = pairs[text.charAt(0)] ?? '';
  const at = group.indexOf(text.charAt(1));
  return at < 0 || at >= group.length / 2 ? 0 : group.charCodeAt(at + group.length / 2) - zero;
}

/**
 * How much a pair tells, 0 and up: the logarithm of one over its share of units. 落实, 加强, 工作 weigh next to nothing,
 * the name of a village weighs most.
 */
export function rarity(pair: Pair, common: CommonPairs): number {
  return Math.max(0, Math.log((common.units + 1) / (unitsWith(pair, common) + 0.5)));
}
