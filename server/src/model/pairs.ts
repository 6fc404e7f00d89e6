import { memoised } from './memoised.ts';
import { remembered } from './remembered.ts';

/**
 * 字对 — two characters side by side, the unit in which passages are compared: unlike words they need no dictionary, and a run
 * of shared pairs is a shared word or name (台账, 红军标语墙). '' where one of the two is no letter, digit or 汉字.
 */
export const pairsOf = remembered((text): readonly string[] => {
  const pairs: string[] = [];
  for (let at = 0; at + 2 <= text.length; at += 1) {
    const meaningful = isWordLike(text.charCodeAt(at)) && isWordLike(text.charCodeAt(at + 1));
    pairs.push(meaningful ? text.slice(at, at + 2) : '');
  }
  return pairs;
});

/** Each of them once. */
export function distinctPairs(text: string): ReadonlySet<string> {
  return distinct(pairsOf(text));
}

const distinct = memoised((pairs: readonly string[]): ReadonlySet<string> => {
  const found = new Set(pairs);
  found.delete('');
  return found;
});

/** Letters, digits and 汉字, but no numerals and no particles: 一百二, 的办, 和网 are no words. */
function isWordLike(code: number): boolean {
  if (code >= 0x4e00 && code <= 0x9fff) return !empty.has(code);
  return (
    (code >= 0x30 && code <= 0x39) ||
    (code >= 0x41 && code <= 0x5a) ||
    (code >= 0x61 && code <= 0x7a) ||
    (code >= 0x3400 && code <= 0x4dbf) ||
    (code >= 0xd800 && code <= 0xdfff)
  );
}

const empty = new Set(
  [
    ...'一二三四五六七八九十百千万两半零几多个次名条件年月日的了着过是在把被让给对和与及同跟向也都就又还很更最这那们我你他她它之其而但或如若因',
  ].map((character) => character.charCodeAt(0)),
);

/** In how many units of the project's fixture speeches each common pair stands; written by `npm run trace:fit`. */
export interface CommonPairs {
  readonly units: number;
  /** By the first character of a pair: all that follow it, and then as many characters whose codes tell the units, counted from `0`. */
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

/** In how many units a pair or a topic stands. */
export function unitsWith(pair: string, { pairs, topics }: CommonPairs): number {
  if (pair.startsWith(topicSign)) return topics[pair] ?? 0;
  const group = pairs[pair.charAt(0)] ?? '';
  const at = group.indexOf(pair.charAt(1));
  return at < 0 || at >= group.length / 2 ? 0 : group.charCodeAt(at + group.length / 2) - zero;
}

/**
 * How much a pair tells, 0 and up: the logarithm of one over its share of units. 落实, 加强, 工作 weigh next to nothing,
 * the name of a village weighs most.
 */
export function rarity(pair: string, common: CommonPairs): number {
  return Math.max(0, Math.log((common.units + 1) / (unitsWith(pair, common) + 0.5)));
}
