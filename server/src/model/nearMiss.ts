import collocations from '../../data/collocations.json' with { type: 'json' };
import misspellings from '../../data/misspellings.json' with { type: 'json' };
import { memoised } from './memoised.ts';
import { bareOf, hitsInBlock, type Phrase, type PhraseHit, withCurlyQuotes } from './phrases.ts';
import { soundsAlike } from './soundAlike.ts';
import { contains, type Span } from './span.ts';
import type { Block } from './speech.ts';
import { type WordFinder, wordFinder } from './wordFinder.ts';

/** A fixed expression with one character dropped, added or changed, where what results is no ordinary sequence of words. */
export interface NearMiss {
  readonly span: Span;
  readonly phrase: string;
  readonly how: 'dropped' | 'added' | 'changed';
  /** The character written, '' where one is missing, and the one that the expression has in its place, '' for one too many. */
  readonly written: string;
  readonly expected: string;
  /** What stands there makes no sense as other words; where it does, or nobody can tell, it is a suspicion. */
  readonly sure: boolean;
}

/** Those of a block, in its own offsets. */
export function nearMissesIn(block: Block, phrases: readonly Phrase[]): readonly NearMiss[] {
  const known = hitsInBlock(block, phrases);
  return missesIn(block, finderFor(phrases))
    .filter(({ span }) => !known.some((other) => explains(other, span)))
    .filter(({ span, phrase }) => !block.text.slice(span.start, span.end).includes(phrase));
}

/** A known wording that lies there makes the surroundings a chance likeness, unless it is right and only a part of the expression. */
function explains({ kind, span: other }: PhraseHit, span: Span): boolean {
  const overlaps = other.start < span.end && span.start < other.end;
  return overlaps && (kind === 'wrong' || !contains(span, other) || contains(other, span));
}

interface Half {
  readonly phrase: string;
  /** Where the half stands in the expression. */
  readonly at: number;
  readonly first: boolean;
  /** No fixed expression but a common pair of words: only a character that sounds like the right one is told. */
  readonly common: boolean;
}

const shortest = 5;

const finderFor = memoised((phrases: readonly Phrase[]) => wordFinder(halvesOf(phrases)));

/** One error leaves one half of an expression whole. */
function* halvesOf(phrases: readonly Phrase[]): Iterable<readonly [string, Half]> {
  for (const { phrase: written, near } of phrases) {
    if (near === false) continue;
    const bare = bareOf(written);
    for (const phrase of new Set([bare, written])) {
      const isQuoted = quotedTerm.test(phrase);
      if (!isQuoted && (phrase.length < shortest || !/^\p{Script=Han}[\p{Script=Han}、]+$/u.test(phrase))) continue;
      yield* halves(phrase, false);
    }
  }
  for (const phrase of collocations) yield* halves(phrase, true);
}

function* halves(phrase: string, common: boolean): Iterable<readonly [string, Half]> {
  const middle = Math.floor(phrase.length / 2);
  yield [phrase.slice(0, middle), { phrase, at: 0, first: true, common }];
  yield [phrase.slice(middle), { phrase, at: middle, first: false, common }];
}

/** “三会一课”, “第一议题”制度: with its marks, inside which nothing else is meant. */
const quotedTerm = /^“\p{Script=Han}{4,}”\p{Script=Han}*$/u;

/** What the rule on misspelt words tells. */
const misspelt = memoised((table: Readonly<Record<string, readonly string[]>>) => new Set(Object.values(table).flat()));

function missesIn(block: Block, finder: WordFinder<Half>): NearMiss[] {
  const text = withCurlyQuotes(block.text);
  const prose = block.entries.flatMap((entry) => (entry.kind === 'line' ? entry.prose : []));
  const found = new Map<number, NearMiss>();
  finder.find(text, ({ phrase, first, common }, start, end) => {
    const half = end - start;
    for (const length of common ? [phrase.length] : [phrase.length, phrase.length - 1, phrase.length + 1]) {
      const from = first ? start : end - length;
      // Most places hold the right words, or quite others.
      if (common && differences(text, from, phrase) !== 1) continue;
      const span = { start: from, end: from + length };
      if (span.start < 0 || span.end > text.length || !prose.some((stretch) => contains(stretch, span))) continue;
      const miss = compare(text.slice(span.start, span.end), phrase, half);
      if (!miss) continue;
      const verdict = common ? homophone(miss, text, span, phrase) : meant(miss, text, span, phrase);
      if (verdict === 'other') continue;
      const known = found.get(span.end) ?? found.get(-span.start - 1);
      if (known && known.phrase.length >= phrase.length) continue;
      const { how, written, expected } = miss;
      found.set(span.end, { how, written, expected, span, phrase, sure: verdict === 'sure' });
      break;
    }
  });
  return longestOf([...found.values()]);
}

function differences(text: string, from: number, phrase: string): number {
  let count = 0;
  for (let at = 0; at < phrase.length; at += 1) if (text.charCodeAt(from + at) !== phrase.charCodeAt(at)) count += 1;
  return count;
}

function longestOf(misses: readonly NearMiss[]): NearMiss[] {
  const kept: NearMiss[] = [];
  for (const miss of [...misses].sort((a, b) => b.phrase.length - a.phrase.length)) {
    if (!kept.some(({ span }) => span.start < miss.span.end && miss.span.start < span.end)) kept.push(miss);
  }
  return kept;
}

type Slip = Pick<NearMiss, 'how' | 'written' | 'expected'> & {
  /** The first or the last character differs. */
  readonly atEnd: boolean;
};

/** The one difference; none where there are more, at the ends, or where it is no slip but a word of grammar. */
function compare(written: string, phrase: string, half: number): Slip | undefined {
  if (written === phrase || half < 2) return undefined;
  let start = 0;
  while (start < written.length && start < phrase.length && written[start] === phrase[start]) start += 1;
  let end = 0;
  const most = Math.min(written.length, phrase.length) - start;
  while (end < most && written.at(-1 - end) === phrase.at(-1 - end)) end += 1;
  const extra = written.slice(start, written.length - end);
  const lost = phrase.slice(start, phrase.length - end);
  // What differs at an end is mostly another word that goes on otherwise, unless it sounds the same.
  const atEnd = start === 0 || end === 0;
  if (atEnd && !soundsAlike(extra, lost)) return undefined;
  if (extra.length > 1 || lost.length > 1 || !isSlip(extra) || !isSlip(lost)) return undefined;
  const how = extra === '' ? 'dropped' : lost === '' ? 'added' : 'changed';
  const doubled = written.includes(extra + extra);
  if (how === 'added' && !doubled && (complement.test(extra) || grammar.test(extra))) return undefined;
  return { how, written: extra, expected: lost, atEnd };
}

function isSlip(char: string): boolean {
  return char === '' || (/\p{Script=Han}/u.test(char) && !particle.test(char));
}

/** Characters that good Chinese puts in and leaves out. */
const particle = /[的地得了着过和与及或]/;

/** What good Chinese puts behind a verb, as in 贯彻落实好党中央决策部署. */
const complement = /[好完成住稳牢实细紧]/;

/** Characters that stand alone in good Chinese. */
const grammar =
  /[的地得了着过和与及或在于以为对从把被将不也都又要是有能会可所之其各每这那一二两三四五六七八九十大小新老多少全总更最很上下中内外前后向到给让使就还再等做作讲学抓抢促保]/;

/** `suspected` where the words could mean something else, and hardly do; `other` where they may well. */
type Verdict = 'sure' | 'suspected' | 'other';

function homophone({ written, expected }: Slip, text: string, span: Span, phrase: string): Verdict {
  if (!soundsAlike(written, expected) || misspelt(misspellings).has(text.slice(span.start, span.end))) return 'other';
  return isNoWordSequence(text, span, phrase) ? 'sure' : 'other';
}

/** An input method's slip in the middle needs no other sign; at an end, or where the characters sound different, the words must make no sense. */
function meant(slip: Slip, text: string, span: Span, phrase: string): Verdict {
  const alike = soundsAlike(slip.written, slip.expected);
  if (quotedTerm.test(phrase)) return alike ? 'sure' : 'other';
  if (slip.atEnd && !alike) return 'other';
  if (isNoWordSequence(text, span, phrase) || (!slip.atEnd && isSure(slip, text, span, phrase))) return 'sure';
  return alike && !slip.atEnd ? 'suspected' : 'other';
}

/** So long an expression has no neighbours that mean something else; and nobody writes a character twice on purpose. */
function isSure({ how, written }: Slip, text: string, { start, end }: Span, phrase: string): boolean {
  return phrase.length >= longEnough || (how === 'added' && text.slice(start, end).includes(written + written));
}

const longEnough = 10;

/** More single characters stand about than in the right wording: 意识|形态|工|方面. Never, where no segmenter is at hand. */
function isNoWordSequence(text: string, span: Span, phrase: string): boolean {
  const before = /[\p{Script=Han}]{0,6}$/u.exec(text.slice(Math.max(0, span.start - 6), span.start))?.[0] ?? '';
  const after = /^[\p{Script=Han}]{0,6}/u.exec(text.slice(span.end, span.end + 6))?.[0] ?? '';
  const written = before + text.slice(span.start, span.end) + after;
  return loneCharacters(written) > loneCharacters(before + phrase + after);
}

/** Made when it is first asked, for it reads a dictionary of the platform. */
let segmenter: Intl.Segmenter | undefined;

function loneCharacters(text: string): number {
  if (typeof Intl !== 'object' || !('Segmenter' in Intl)) return 0;
  segmenter ??= new Intl.Segmenter('zh', { granularity: 'word' });
  let lone = 0;
  for (const { segment } of segmenter.segment(text)) {
    if (segment.length === 1 && /\p{Script=Han}/u.test(segment) && !grammar.test(segment)) lone += 1;
  }
  return lone;
}
