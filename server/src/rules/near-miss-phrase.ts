import { t } from '@vscode/l10n';
import { nearMissesIn } from '../model/wording/nearMiss.ts';
import { bareOf } from '../model/wording/phrases.ts';
import type { Rule } from './rule.ts';

export const nearMissPhrase: Rule = {
  id: 'near-miss-phrase',
  category: 'wording',
  severity: 'warning',
  title: '固定表述不多字、漏字、错字',
  why: '同音字、漏字夹在熟悉的提法里，自己读十遍也看不出来。',
  source: '规范表述表；只在改动后不成词时提出，同音而另成词语的只算疑似，不给改法',
  examples: [
    {
      bad: '实现⟦中华民族伟复兴⟧，发挥⟦先锋摸范作用⟧，坚持⟦民主集集中制⟧，落实⟦中央八享规定精神⟧，落实⟦“三会一科”⟧。\n',
      good: '实现中华民族伟大复兴，发挥先锋模范作用，全心全意地为人民服务，开展反腐斗争。\n',
    },
  ],

  *checkBlock(block, { phrases }) {
    for (const { span, phrase, how, written, expected, sure } of nearMissesIn(block, phrases)) {
      const name = bareOf(phrase);
      const message = {
        dropped: t('应为“{0}”，漏了“{1}”字', name, expected),
        added: t('应为“{0}”，多了“{1}”字', name, written),
        changed: sure
          ? t('应为“{0}”，“{1}”写成了“{2}”', name, expected, written)
          : t('疑似“{0}”，把“{1}”写成了“{2}”', name, expected, written),
      }[how];
      // A mere suspicion gets no fix.
      yield { span, message, fixes: sure ? [{ title: t('改为“{0}”', name), edits: [{ span, newText: phrase }] }] : [] };
    }
  },
};
