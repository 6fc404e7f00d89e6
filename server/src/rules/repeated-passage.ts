import { t } from '@vscode/l10n';
import { lineOf } from '../model/reading/lineOf.ts';
import { hasBlank } from '../model/text/blanks.ts';
import { repeats } from '../similar/repeats.ts';
import type { Rule } from './rule.ts';

export const repeatedPassage: Rule = {
  id: 'repeated-passage',
  category: 'wording',
  severity: 'information',
  title: '同一篇里不宜整句整段重复',
  why: '问题里说过的话又在原因、整改里照搬一遍，听的人会觉得没有新东西。套话、规范表述、方面标题不算。',
  source: '审稿意见：把问题当原因、千篇一律；门槛（相同 24 字以上、占六成以上）由样稿量出',
  examples: [
    {
      bad: '一、存在的问题\n\n（一）下基层少。全年只去过两次车间，大多是听完汇报就走，工人提的通风问题拖了四个月没有答复。\n\n二、原因分析\n\n（一）感情不深。⟦全年只去过两次车间，大多是听完汇报就走，工人提的通风问题拖了四个月没有答复⟧。\n',
      good: '一、存在的问题\n\n（一）下基层少。全年只去过两次车间，大多是听完汇报就走，工人提的通风问题拖了四个月没有答复。\n\n二、原因分析\n\n（一）感情不深。总觉得一线有车间主任盯着，自己少去几趟误不了事，说到底是心里没有把工人的冷暖当成自己的事。\n',
    },
  ],

  *check(speech) {
    for (const { here, earlier, counted, matched } of repeats(speech)) {
      const share = matched / counted;
      if (matched < leastCharacters || share < leastShare) continue;
      if (hasBlank(speech.text.slice(here.start, here.end))) continue;
      yield {
        span: here,
        message: t('与前文第 {0} 行重复（{1} 字）', lineOf(speech, earlier.start), matched),
        ...(share < sureShare && { severity: 'hint' as const }),
        related: [{ span: earlier, message: t('前文在这里'), alike: here }],
      };
    }
  },
};

const leastCharacters = 24;
const leastShare = 0.6;
const sureShare = 0.85;
