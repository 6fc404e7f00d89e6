import { t } from '@vscode/l10n';
import { matchesInBlock } from '../model/reading/prose.ts';
import type { Rule } from './rule.ts';

export const nestedBookTitles: Rule = {
  id: 'nested-book-titles',
  category: 'punctuation',
  severity: 'warning',
  title: '书名号里面再用书名号，用〈 〉',
  why: '文件名套文件名最容易写成两层《》，引用文件时一眼看得出不规范。',
  source: 'GB/T 15834-2011 4.15（书名号）',
  examples: [
    {
      bad: '学习《关于印发⟦《考核办法》⟧的通知》。\n',
      good: '学习《关于印发〈考核办法〉的通知》，对照《准则》《条例》。\n',
    },
  ],
  needs: '《',

  *checkBlock(block) {
    const { text } = block;
    if (!/《[^》]*《/.test(text)) return;
    for (const { match, span } of matchesInBlock(
      block,
      /《(?<=《[^《》]{0,40}《)[^《》]{1,60}》(?=[^《》]{0,40}》)/g,
    )) {
      const newText = `〈${match[0].slice(1, -1)}〉`;
      const fixes = [{ title: t('里层改为〈 〉'), edits: [{ span, newText }], safe: true }];
      yield { span, message: t('书名号里面再用书名号，应当用〈 〉'), fixes };
    }
  },
};
