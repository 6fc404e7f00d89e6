import { fixtures } from '../speeches.ts';

/** Speeches made by chance, some of which hold a paragraph of another with part of its words changed. */
export interface Corpus {
  readonly texts: readonly string[];
  readonly copies: readonly Copy[];
}

export interface Copy {
  readonly share: number;
  /** Numbers of the speeches that copy and are copied from. */
  readonly by: number;
  readonly from: number;
  readonly start: number;
  readonly end: number;
}

export const shares = [0, 0.1, 0.3, 0.5];

/**
 * Words follow each other as in our sample speeches (a Markov chain over words, with one jump in four), so that
 * unrelated speeches share about what unrelated speeches of this genre share. Always the same for the same numbers.
 */
export function corpusOf(count: number, characters: number, copiesOfEach: number): Corpus {
  const random = randomFrom(20260105);
  const { words, next } = vocabulary();
  const speeches = Array.from({ length: count }, (_, number) => speech(number));
  const copies: Copy[] = [];
  const texts = speeches.map((paragraphs) => paragraphs.join('\n\n'));
  for (const share of shares) {
    for (let made = 0; made < copiesOfEach; made += 1) {
      const by = copies.length;
      const from = copiesOfEach * shares.length + Math.floor(random() * (count - copiesOfEach * shares.length));
      const copy = changed((speeches[from] ?? [])[5] ?? '', share);
      const before = `${texts[by]}\n\n`;
      texts[by] = `${before}${copy}\n`;
      copies.push({ share, by, from, start: before.length, end: before.length + copy.length });
    }
  }
  return { texts, copies };

  function speech(number: number): string[] {
    const paragraphs = [`# ${sentence(12)}对照检查材料`, `某局科员 甲${number}`];
    const marks = [
      '**一、存在的主要问题**',
      '（一）',
      '（二）',
      '（三）',
      '**二、原因分析**',
      '（一）',
      '（二）',
      '**三、整改措施**',
      '（一）',
      '（二）',
    ];
    const bodies = marks.filter((mark) => mark.startsWith('（')).length;
    for (const mark of marks) paragraphs.push(mark.startsWith('（') ? mark + paragraph(characters / bodies) : mark);
    return paragraphs;
  }

  function paragraph(length: number): string {
    let text = '';
    while (text.length < length) text += `${sentence(15 + random() * 15)}，${sentence(10 + random() * 20)}。`;
    return text;
  }

  function sentence(length: number): string {
    let text = '';
    let word = pick(words);
    while (text.length < length) {
      text += word;
      word = random() < 0.25 ? pick(words) : pick(next.get(word) ?? words);
    }
    return text;
  }

  /** Of the words this share is replaced by others, or dropped, or gets another before it. */
  function changed(text: string, share: number): string {
    return segments(text)
      .map((word) => {
        if (!/\p{Script=Han}/u.test(word) || random() >= share) return word;
        const kind = random();
        return kind < 0.8 ? pick(words) : kind < 0.9 ? '' : pick(words) + word;
      })
      .join('');
  }

  function pick(list: readonly string[]): string {
    return list[Math.floor(random() * list.length)] ?? '';
  }
}

function vocabulary(): { words: string[]; next: Map<string, string[]> } {
  const words: string[] = [];
  const next = new Map<string, string[]>();
  for (const { text } of fixtures()) {
    for (const run of text.match(/\p{Script=Han}+/gu) ?? []) {
      const own = segments(run);
      words.push(...own);
      for (const [index, word] of own.entries()) {
        const after = own[index + 1];
        if (after === undefined) continue;
        const known = next.get(word);
        if (known) known.push(after);
        else next.set(word, [after]);
      }
    }
  }
  return { words, next };
}

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

function segments(text: string): string[] {
  return Array.from(segmenter.segment(text), ({ segment }) => segment);
}

/** Mulberry32 (T. Ettinger, public domain). */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
