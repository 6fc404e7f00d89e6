import type { Line, Speech } from '../speech.ts';

/** The words of the title, its lines with `between` them; empty where a speech has no title. */
export function titleOf({ text, titleBlock }: Speech, between = ''): string {
  return wordsOf(text, titleBlock.title, between);
}

/** The same, but the first line where there is no title. */
export function titleOrFirstLine({ text, titleBlock }: Speech): string {
  return wordsOf(text, titleBlock.title.length > 0 ? titleBlock.title : titleBlock.lines.slice(0, 1), '');
}

function wordsOf(text: string, lines: readonly Line[], between: string): string {
  return lines.map(({ title }) => text.slice(title.start, title.end)).join(between);
}
