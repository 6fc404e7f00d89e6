import { t } from '@vscode/l10n';
import { matchesInBlock } from '../model/reading/prose.ts';
import type { Rule } from './rule.ts';

export const listCommaBetweenQuotes: Rule = {
  id: 'list-comma-between-quotes',
  category: 'punctuation',
  severity: 'hint',
  title: '并列的引号、书名号之间通常不用顿号',
  why: '引号、书名号已经把各项分开。标准说的是“通常”，单位有自己的习惯时可以关掉。',
  source: 'GB/T 15834-2011 4.5.3.5（顿号）',
  examples: [
    {
      bad: '树牢“四个意识”⟦、⟧“四个自信”，学习《准则》⟦、⟧《条例》。\n',
      good: '增强“四个意识”、坚定“四个自信”，学习《准则》《条例》。\n',
    },
  ],
  needs: '”"》',

  *checkBlock(block) {
    const { text } = block;
    for (const { span } of matchesInBlock(block, /、(?:(?<=[”"]、)(?=[“"])|(?<=》、)(?=《))/g)) {
      if (isPartOfMore(text, span.end)) continue;
      const fix = { title: t('删去顿号'), edits: [{ span, newText: '' }] };
      yield { span, message: t('并列的引号或书名号之间通常不用顿号'), fixes: [fix] };
    }
  },
};

/** “枫桥经验”、“四下基层”优良作风: the second item is more than a quotation, so the mark stays. */
function isPartOfMore(text: string, at: number): boolean {
  const close = text.slice(at + 1, at + 40).search(/[”"》]/);
  return close >= 0 && /^\p{Script=Han}/u.test(text.slice(at + close + 2)) && !follows.test(text.slice(at + close + 2));
}

/** What may follow the last item of a list. */
const follows = /^(?:等|和|及|与|或|的|是|在|为|都|也|要|不|没|未|中|里|上|之|制度|要求|这)/;
