import collocations from '../../../data/collocations.json' with { type: 'json' };
import misspellings from '../../../data/misspellings.json' with { type: 'json' };
import { memoised } from '../memory/memoised.ts';
import type { Block } from '../speech.ts';
import { contains, type Span } from '../text/span.ts';
import type { Phrase } from './phrase.ts';
import { bareOf, hitsInBlock, type PhraseHit, withCurlyQuotes } from './phrases.ts';
import { soundsAlike } from './soundAlike.ts';
import { type WordFinder, wordFinder } from './wordFinder.ts';

/**
 * A fixed expression with one character dropped, added or changed, so that the result is no ordinary sequence of words.
 */
export interface NearMiss {
  readonly span: Span;
  readonly phrase: string;
  readonly how: 'dropped' | 'added' | 'changed';
  /**
   * The character written, '' where one is missing, and the one that the expression has in its
   * place, '' for one too many.
   */
  readonly written: string;
  readonly expected: string;
  /** Whether the words written make no sense otherwise; where they might, the finding is only a suspicion. */
  readonly sure: boolean;
}

/** The near misses in a block, in the block's offsets. */
export function nearMissesIn(block: Block, phrases: readonly Phrase[]): readonly NearMiss[] {
  const known = hitsInBlock(block, phrases);
  return missesIn(block, finderFor(phrases))
    .filter(({ span }) => !known.some((other) => explains(other, span)))
    .filter(({ span, phrase }) => !block.text.slice(span.start, span.end).includes(phrase));
}

/**
 * Whether a known wording explains the likeness: it overlaps the span, unless it is right and only
 * a part of the expression.
 */
function explains({ kind, span: other }: PhraseHit, span: Span): boolean {
  const overlaps = other.start < span.end && span.start < other.end;
  return overlaps && (kind === 'wrong' || !contains(span, other) || contains(other, span));
}

interface Half {
  readonly phrase: string;
  /** Offset of the half in the expression. */
  readonly at: number;
  readonly first: boolean;
  /**
   * Not a fixed expression but a common pair of words, of which only a character that sounds like
   * the right one is reported.
   */
  readonly common: boolean;
}

/** In characters: a shorter expression has too many neighbours that mean something else. */
const shortest = 5;

const finderFor = memoised((phrases: readonly Phrase[]) => wordFinder(halvesOf(phrases)));

/** An expression with one error still has one half intact, so both halves of each are looked for. */
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

/** “三会一课”, “第一议题”制度: between quotation marks nothing else can be meant. */
const quotedTerm = /^“\p{Script=Han}{4,}”\p{Script=Han}*$/u;

/** The spellings that the rule `misspelt-word` reports. */
const misspelt = memoised((table: Readonly<Record<string, readonly string[]>>) => new Set(Object.values(table).flat()));

function missesIn(block: Block, finder: WordFinder<Half>): NearMiss[] {
  const text = withCurlyQuotes(block.text);
  const prose = block.entries.flatMap((entry) => (entry.kind === 'line' ? entry.prose : []));
  const found = new Map<number, NearMiss>();
  finder.find(text, ({ phrase, first, common }, start, end) => {
    const half = end - start;
    for (const length of common ? [phrase.length] : [phrase.length, phrase.length - 1, phrase.length + 1]) {
      const from = first ? start : end - length;
      // Cheap first test: most places hold the right words, or entirely different ones.
      if (common && differences(text, from, phrase) !== 1) continue;
      const span = { start: from, end: from + length };
      if (span.start < 0 || span.end > text.length || !prose.some((stretch) => contains(stretch, span))) continue;
      const miss = compare(text.slice(span.start, span.end), phrase, half);
      if (!miss) continue;
      const certainty = common ? ofCommonPair(miss, text, span, phrase) : ofExpression(miss, text, span, phrase);
      if (certainty === 'none') continue;
      const known = found.get(span.end) ?? found.get(-span.start - 1);
      if (known && known.phrase.length >= phrase.length) continue;
      const { how, written, expected } = miss;
      found.set(span.end, { how, written, expected, span, phrase, sure: certainty === 'sure' });
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

/**
 * The one difference; undefined where there are more, or where it may be a different word at an end or a word of
 * grammar rather than a slip.
 */
function compare(written: string, phrase: string, half: number): Slip | undefined {
  if (written === phrase || half < 2) return undefined;
  let start = 0;
  while (start < written.length && start < phrase.length && written[start] === phrase[start]) start += 1;
  let end = 0;
  const most = Math.min(written.length, phrase.length) - start;
  while (end < most && written.at(-1 - end) === phrase.at(-1 - end)) end += 1;
  const extra = written.slice(start, written.length - end);
  const lost = phrase.slice(start, phrase.length - end);
  // A difference at an end is mostly another word that goes on differently, unless it sounds the same.
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

/** Characters that good Chinese may insert or leave out. */
const particle = /[的地得了着过和与及或]/;

/** Complements that may follow a verb, as in 贯彻落实好党中央决策部署. */
const complement = /[好完成住稳牢实细紧]/;

/** Characters that are words by themselves in good Chinese. */
const grammar =
  /[的地得了着过和与及或在于以为对从把被将不也都又要是有能会可所之其各每这那一二两三四五六七八九十大小新老多少全总更最很上下中内外前后向到给让使就还再等做作讲学抓抢促保]/;

/**
 * How certain it is that the expression is meant: `suspected` where the words could mean something else but hardly do,
 * `none` where they may well.
 */
type Certainty = 'sure' | 'suspected' | 'none';

function ofCommonPair({ written, expected }: Slip, text: string, span: Span, phrase: string): Certainty {
  if (!soundsAlike(written, expected) || misspelt(misspellings).has(text.slice(span.start, span.end))) return 'none';
  return isNoWordSequence(text, span, phrase) ? 'sure' : 'none';
}

/**
 * A character of the same sound in the middle is a slip of the input method; at an end, or with another sound, the
 * words must make no sense besides.
 */
function ofExpression(slip: Slip, text: string, span: Span, phrase: string): Certainty {
  const alike = soundsAlike(slip.written, slip.expected);
  if (quotedTerm.test(phrase)) return alike ? 'sure' : 'none';
  if (slip.atEnd && !alike) return 'none';
  if (isNoWordSequence(text, span, phrase) || (!slip.atEnd && isSure(slip, text, span, phrase))) return 'sure';
  return alike && !slip.atEnd ? 'suspected' : 'none';
}

/**
 * An expression of this length has no neighbours that mean something else, and nobody doubles a character on purpose.
 */
function isSure({ how, written }: Slip, text: string, { start, end }: Span, phrase: string): boolean {
  return phrase.length >= longEnough || (how === 'added' && text.slice(start, end).includes(written + written));
}

const longEnough = 10;

/**
 * Whether segmenting leaves more single characters than in the right wording: 意识|形态|工|方面. False where
 * there is no `Intl.Segmenter`.
 */
function isNoWordSequence(text: string, span: Span, phrase: string): boolean {
  const before = /[\p{Script=Han}]{0,6}$/u.exec(text.slice(Math.max(0, span.start - 6), span.start))?.[0] ?? '';
  const after = /^[\p{Script=Han}]{0,6}/u.exec(text.slice(span.end, span.end + 6))?.[0] ?? '';
  const written = before + text.slice(span.start, span.end) + after;
  return loneCharacters(written) > loneCharacters(before + phrase + after);
}

/** Made on first use, because it loads a dictionary of the platform. */
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
