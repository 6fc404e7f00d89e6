import { t } from '@vscode/l10n';
import type { Rule } from './rule.ts';

export const brokenBold: Rule = {
  id: 'broken-bold',
  category: 'punctuation',
  severity: 'hint',
  title: '加粗没有生效',
  why: '“**一是……。**正文”里，右边的星号夹在标点和汉字之间，Markdown 不认，别的编辑器和网页会把星号原样印出来（本工具的预览和导出认得）。',
  source: 'CommonMark 0.31 §6.2（右侧定界符的条件）[D]',
  examples: [
    {
      bad: '一、存在的问题\n\n（一）学习方面。⟦**一是自学不够。**⟧平时翻书少。\n',
      good: '一、存在的问题\n\n（一）学习方面。**一是自学不够**。平时翻书少。\n',
    },
  ],

  *checkBlock({ text, entries }) {
    for (const line of entries) {
      if (line.kind !== 'line') continue;
      for (const [open, close] of line.brokenBold) {
        const inner = text.slice(open.end, close.start);
        const bare = inner.replace(/^\p{P}+|(?<!\p{P})\p{P}+$/gu, '');
        const [before = '', after = ''] = bare ? inner.split(bare, 2) : ['', ''];
        const fixed = `${before}**${bare}**${after}`;
        const span = { start: open.start, end: close.end };
        yield {
          span,
          message: t('加粗没有生效：星号内侧是标点、外侧是汉字'),
          ...(bare &&
            /^[^“”‘’（）《》]*$/.test(before + after) && {
              fixes: [{ title: t('把标点移到加粗之外'), edits: [{ span, newText: fixed }], safe: true }],
            }),
        };
      }
    }
  },
};
