import type { Paragraph } from './paragraph.ts';

/**
 * 落款 — a short name line and a date line at the very end become a signature: the date 4 字 from the right edge, the name
 * centred above it, as the common office rule has it.
 */
export function signatureOf(paragraphs: readonly Paragraph[]): readonly Paragraph[] {
  const date = paragraphs.at(-1);
  if (date?.role !== 'text' || !datePattern.test(wordsOf(date))) return paragraphs;
  const name = paragraphs.at(-2);
  const signed = { ...date, role: 'signature' as const, rightIndent: dateIndent };
  if (name?.role !== 'text' || name.level > 0 || !isName(wordsOf(name))) {
    return [...paragraphs.slice(0, -1), signed];
  }
  const rightIndent = Math.max(0, dateIndent + (widthOfWords(wordsOf(date)) - widthOfWords(wordsOf(name))) / 2);
  return [...paragraphs.slice(0, -2), { ...name, role: 'signature', rightIndent }, signed];
}

const dateIndent = 4;

const datePattern =
  /^20\d\d ?年 ?\d{1,2} ?月 ?\d{1,2} ?日$|^二[〇○零][〇○零一二三四五六七八九]{2}年[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}日$/;

function isName(words: string): boolean {
  return words.length > 0 && words.length <= 24 && !/[。；！？：，、;!?:,]/.test(words);
}

function wordsOf({ runs }: Paragraph): string {
  return runs
    .map(({ text }) => text)
    .join('')
    .trim();
}

/** In 字: digits count half. */
function widthOfWords(words: string): number {
  return [...words].reduce((sum, character) => sum + (character.charCodeAt(0) < 0x2000 ? 0.5 : 1), 0);
}
