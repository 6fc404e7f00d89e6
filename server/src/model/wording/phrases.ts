import type { Context } from '../context.ts';
import { memoised } from '../memory/memoised.ts';
import { memoisedByBlock } from '../memory/memoisedByBlock.ts';
import { perBlock } from '../memory/perBlock.ts';
import type { Block, Speech } from '../speech.ts';
import { contains, moveSpan, type Span } from '../text/span.ts';
import type { Misprint, Phrase } from './phrase.ts';
import { type WordFinder, wordFinder } from './wordFinder.ts';

/** An occurrence of an expression, right or wrong. */
export interface PhraseHit {
  /** `bare`: without the quotation marks, in a context that does not tell whether it is meant. */
  readonly kind: 'right' | 'wrong' | 'unquoted' | 'bare';
  readonly phrase: Phrase;
  readonly misprint?: Misprint;
  readonly span: Span;
}

/** The fixed expressions in the speech, right or wrong, in reading order and without overlaps. */
export function phraseHits(speech: Speech, { phrases }: Pick<Context, 'phrases'>): readonly PhraseHit[] {
  return hits(phrases)(speech);
}

const hits = memoised((phrases: readonly Phrase[]) =>
  memoised(({ blocks, starts }: Speech): readonly PhraseHit[] => {
    const find = finder(phrases);
    const found: PhraseHit[] = [];
    for (const [index, block] of blocks.entries()) {
      const start = starts[index] ?? 0;
      for (const hit of find(block)) found.push({ ...hit, span: moveSpan(hit.span, start) });
    }
    return found;
  }),
);

/** The wrong ones among them. */
export function* misprints(speech: Speech, { phrases }: Pick<Context, 'phrases'>): Iterable<PhraseHit> {
  for (const [index, hits] of wrongIn(phrases)(speech)) {
    for (const hit of hits) yield { ...hit, span: moveSpan(hit.span, speech.starts[index] ?? 0) };
  }
}

const wrongIn = memoised((phrases: readonly Phrase[]) =>
  perBlock((block): readonly PhraseHit[] | undefined => {
    const found = hitsInBlock(block, phrases).filter(({ kind }) => kind === 'wrong');
    return found.length > 0 ? found : undefined;
  }),
);

/** The same for one block, in the block's offsets. */
export function hitsInBlock(block: Block, phrases: readonly Phrase[]): readonly PhraseHit[] {
  return finder(phrases)(block);
}

const finder = memoised((phrases: readonly Phrase[]) => {
  const words = wordFinder(wordsOf(phrases));
  return memoisedByBlock((block) => hitsIn(block, words));
});

type Word = Omit<PhraseHit, 'span'> & { readonly inner: Span | undefined };

function* wordsOf(phrases: readonly Phrase[]): Iterable<readonly [string, Word]> {
  for (const phrase of phrases) {
    yield [phrase.phrase, { kind: 'right', phrase, inner: undefined }];
    for (const right of phrase.right ?? []) yield [right, { kind: 'right', phrase, inner: undefined }];
    for (const misprint of phrase.wrong ?? [])
      yield [misprint.text, { kind: 'wrong', phrase, misprint, inner: undefined }];
    const bare = bareOf(phrase.phrase);
    if (bare === phrase.phrase) continue;
    // Where several terms have lost their quotation marks, each is reported.
    if (phrase.phrase.split('“').length > 2) continue;
    yield [bare, { kind: phrase.unquoted ? 'bare' : 'right', phrase, inner: undefined }];
    const term = termOf(phrase.phrase);
    for (const context of phrase.unquoted ?? []) {
      const start = context.indexOf(term);
      if (start < 0) continue;
      yield [context, { kind: 'unquoted', phrase, inner: { start, end: start + term.length } }];
    }
  }
}

/** The expression without its quotation marks, as some drafts write it. */
export function bareOf(phrase: string): string {
  return phrase.replace(/[“”]/g, '');
}

/** The words between the first pair of quotation marks. */
export function termOf(phrase: string): string {
  const open = phrase.indexOf('“');
  const close = phrase.indexOf('”', open);
  return open < 0 || close < 0 ? phrase : phrase.slice(open + 1, close);
}

/** Longest first, so that a right wording suppresses everything it overlaps, except a wrong one that is longer. */
function hitsIn(block: Block, words: WordFinder<Word>): PhraseHit[] {
  const text = withCurlyQuotes(block.text);
  const prose = block.entries.flatMap((entry) => (entry.kind === 'line' ? entry.prose : []));
  const all: Array<Span & { readonly value: Word }> = [];
  words.find(text, (value, start, end) => all.push({ start, end, value }));
  all.sort((a, b) => b.end - b.start - (a.end - a.start) || rank(a.value) - rank(b.value) || a.start - b.start);
  const taken: Span[] = [];
  const hits: PhraseHit[] = [];
  for (const { start, end, value } of all) {
    if (taken.some((span) => start < span.end && span.start < end)) continue;
    if (!prose.some((span) => contains(span, { start, end }))) continue;
    taken.push({ start, end });
    const { inner, ...hit } = value;
    hits.push({ ...hit, span: inner ? moveSpan(inner, start) : { start, end } });
  }
  return hits.sort((a, b) => a.span.start - b.span.start);
}

function rank({ kind }: Word): number {
  return kind === 'right' ? 0 : 1;
}

/** The same text, of the same length, with straight quotation marks read as “ ” in turn within each paragraph. */
export function withCurlyQuotes(text: string): string {
  if (!text.includes('"')) return text;
  let open = true;
  return text.replace(/"|\n[ \t]*\r?\n/g, (mark) => {
    if (mark !== '"') {
      open = true;
      return mark;
    }
    open = !open;
    return open ? '”' : '“';
  });
}

/** The built-in table with the user's entries, which replace built-in ones with the same `phrase`. */
export function withPhrases(base: readonly Phrase[], own: readonly Phrase[]): readonly Phrase[] {
  const named = new Set(own.map(({ phrase }) => phrase));
  return [...base.filter(({ phrase }) => !named.has(phrase)), ...own.filter(({ off }) => !off)];
}
