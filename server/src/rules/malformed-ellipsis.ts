import { t } from '@vscode/l10n';
import { isChinese, isHan, matchesInBlock } from '../model/reading/prose.ts';
import { replacement } from './replacement.ts';
import type { Rule } from './rule.ts';

export const malformedEllipsis: Rule = {
  id: 'malformed-ellipsis',
  category: 'punctuation',
  severity: 'warning',
  title: '省略号是六个点“……”，占两个字',
  why: '“...”“。。。”和单个“…”都不是中文省略号，排版后高低、宽窄不一。',
  source: 'GB/T 15834-2011 4.11（省略号）',
  examples: [
    { bad: '群众盼着修路、通水⟦...⟧一件也没有办⟦。。。⟧\n', good: '群众盼着修路、通水……一件也没有办。\n' },
    { bad: '话到嘴边⟦…⟧又咽了回去。\n', good: '话到嘴边……又咽了回去，循环从 1...n 开始。\n' },
  ],

  *checkBlock(block) {
    const { text } = block;
    for (const { span } of matchesInBlock(block, /\.{3,}|。{3,}|…+/g)) {
      const marks = text.slice(span.start, span.end);
      if (marks.charAt(0) === '…' && marks.length % 2 === 0) continue;
      const before = text.charAt(span.start - 1);
      const after = text.charAt(span.end);
      if ((!isChinese(before) && !isHan(after)) || (/[〔[（(]/.test(before) && /[〕\]）)]/.test(after))) continue;
      // “第一…第二…” and “从…到…” name a pattern; there one … stands for a gap.
      if (marks === '…' && isGap(text, span.start)) continue;
      if (marks.charAt(0) === '.' && (/[A-Za-z0-9_/\\[(]/.test(before) || /[A-Za-z0-9_/\\\])]/.test(after))) continue;
      const fix = replacement(span, '……', { safe: true });
      yield { span, message: t('省略号应为“……”'), fixes: [fix] };
    }
  },
};

/** Characters that belong to the same clause, more or less. */
const reach = 12;

/** One of several … in the same clause, or inside quotation marks. */
function isGap(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - reach), at);
  const isInQuotes =
    before.lastIndexOf('“') > before.lastIndexOf('”') || before.lastIndexOf('‘') > before.lastIndexOf('’');
  return isInQuotes || /…[^…。！？\n]{1,12}…/.test(text.slice(Math.max(0, at - reach), at + reach + 1));
}
