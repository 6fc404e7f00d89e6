import { t } from '@vscode/l10n';
import type { Line } from '../model/speech.ts';
import type { Rule } from './rule.ts';

export const halfwidthPunctuation: Rule = {
  id: 'halfwidth-punctuation',
  category: 'punctuation',
  severity: 'warning',
  title: '中文里应当用全角标点',
  why: '半角逗号、冒号、括号夹在汉字之间，排版后挤在一起，念稿时容易看漏停顿。',
  source: 'GB/T 15834-2011 5.1（标点占一个字位置）[D]',
  examples: [
    { bad: '面对困难⟦,⟧我们要有信心⟦!⟧\n', good: '面对困难，我们要有信心！\n' },
    { bad: '按照方案⟦(⟧试行⟦)⟧办理。\n', good: '按照方案（试行）办理，每天8:30到岗，拨付1,000元。\n' },
  ],

  *checkBlock({ text, entries }) {
    for (const line of entries) {
      if (line.kind !== 'line') continue;
      for (const { start, end } of line.prose) {
        for (const { index, 0: mark } of text.slice(start, end).matchAll(/[,;:?!().]/g)) {
          const at = start + index;
          if (inNumbering(line, at) || !standsInChinese(text, at, mark)) continue;
          const span = { start: at, end: at + 1 };
          const newText = fullwidth[mark] ?? mark;
          yield {
            span,
            message: t('半角“{0}”应为全角“{1}”', mark, newText),
            fixes: [{ title: t('改为“{0}”', newText), edits: [{ span, newText }], safe: true }],
          };
        }
      }
    }
  },
};

const fullwidth: Readonly<Record<string, string>> = {
  ',': '，',
  ';': '；',
  ':': '：',
  '?': '？',
  '!': '！',
  '(': '（',
  ')': '）',
  '.': '。',
};

/** Marks of headings and points are the business of the numbering rules. */
function inNumbering({ numbering, series }: Line, at: number): boolean {
  return [numbering, ...series].some((mark) => mark !== undefined && mark.span.start <= at && at < mark.span.end);
}

const chinese = /[\p{Script=Han}，。；：？！、“”‘’（）《》…—]/u;

/** A neighbour is Chinese, and the mark is no part of a number, a time, a web address or a word in Latin letters. */
function standsInChinese(text: string, at: number, mark: string): boolean {
  const before = text.charAt(at - 1);
  const after = text.charAt(at + 1);
  if (/[0-9A-Za-z]/.test(before) && /[0-9A-Za-z/\\]/.test(after)) return false;
  if (mark === '.') return chinese.test(before) && (after === '' || /\s/.test(after) || chinese.test(after));
  if (mark === '(' || mark === ')') return bracketsChinese(text, at, mark);
  const quote = /["']/;
  if (chinese.test(before) || quote.test(before)) return !/[/\\]/.test(after) || chinese.test(before);
  return chinese.test(after) && !/[\s]/.test(before);
}

/** The bracket's inside begins or ends with a Chinese character, or Chinese stands on both outer sides. */
function bracketsChinese(text: string, at: number, mark: string): boolean {
  const inner = text.charAt(mark === '(' ? at + 1 : at - 1);
  const outer = text.charAt(mark === '(' ? at - 1 : at + 1);
  return chinese.test(inner) || (chinese.test(outer) && !/[A-Za-z0-9]/.test(inner));
}
