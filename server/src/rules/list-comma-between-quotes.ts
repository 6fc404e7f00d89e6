import { t } from '@vscode/l10n';
import { matchesInProse } from '../model/prose.ts';
import type { Rule } from './rule.ts';

export const listCommaBetweenQuotes: Rule = {
  id: 'list-comma-between-quotes',
  category: 'punctuation',
  severity: 'hint',
  title: '并列的引号、书名号之间通常不用顿号',
  why: '引号、书名号已经把各项分开。标准说的是“通常”，单位有自己的习惯时可以关掉。',
  source: 'GB/T 15834-2011 4.5.3.5（顿号）[D P2、P3]',
  examples: [
    {
      bad: '树牢“四个意识”⟦、⟧“四个自信”，学习《准则》⟦、⟧《条例》。\n',
      good: '增强“四个意识”、坚定“四个自信”，学习《准则》《条例》。\n',
    },
  ],

  *checkBlock({ text, entries }) {
    for (const line of entries) {
      if (line.kind !== 'line') continue;
      for (const { span } of matchesInProse(text, line, /(?<=[”"])、(?=[“"])|(?<=》)、(?=《)/g)) {
        const fix = { title: t('删去顿号'), edits: [{ span, newText: '' }] };
        yield { span, message: t('并列的引号或书名号之间通常不用顿号'), fixes: [fix] };
      }
    }
  },
};
