import { imageText } from '../page/lines.ts';
import type { Layout } from '../page/paragraph.ts';
import type { Run } from '../page/runs.ts';

/** 纯文本 — a paragraph a line, indented by two full-width blanks, for WeChat and mail. */
export function plainText({ paragraphs, notes }: Layout): string {
  const numbers = new Map(notes.map(({ label, number }) => [label, number]));
  const lines: string[] = [];
  for (const { role, runs, rows, spaceAfter } of paragraphs) {
    if (role === 'table') lines.push(...rows.map((row) => row.map((cell) => wordsOf(cell, ' ')).join('\t')));
    else {
      const indent = role === 'text' || role === 'heading' || role === 'quote' || role === 'note' ? '　　' : '';
      lines.push(indent + wordsOf(runs, ''));
    }
    if (spaceAfter > 0) lines.push('');
  }
  return lines.length > 0 ? `${lines.join('\n')}\n` : '';

  function wordsOf(words: readonly Run[], gap: string): string {
    return words
      .map((run) => {
        if (run.note !== undefined) return run.text || `〔${numbers.get(run.note) ?? ''}〕`;
        if (run.image !== undefined) return imageText(run);
        return run.text === '\n' ? gap : run.text;
      })
      .join('');
  }
}
