import { t } from '@vscode/l10n';
import { lineOf } from '../model/reading/lineOf.ts';
import { hasBlank } from '../model/text/blanks.ts';
import type { Span } from '../model/text/span.ts';
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
      const words = speech.text.slice(here.start, here.end);
      if (hasBlank(words) || isForm(words) || matched - quotedWords(speech.text, here) < leastCharacters) continue;
      yield {
        span: here,
        message: t('与前文第 {0} 行重复（{1} 字）', lineOf(speech, earlier.start), matched),
        ...(share < sureShare && { severity: 'hint' as const }),
        related: [{ span: earlier, message: t('前文在这里'), alike: here }],
      };
    }
  },
};

/** “责任领导：……；责任科室：……；完成时限：……” is the same below every measure. */
function isForm(words: string): boolean {
  return (words.match(/(?:领导|责任人|单位|[科股处]室|部门|时限|期限|时间)[：:]/g)?.length ?? 0) >= 2;
}

/** The characters of a passage that stand in “ ” or 《 》: 针对“……”的问题 repeats the problem on purpose. */
function quotedWords(text: string, { start, end }: Span): number {
  let depth = 0;
  let count = 0;
  for (let at = text.lastIndexOf('\n', start) + 1; at < end; at += 1) {
    const char = text.charAt(at);
    if (/[“《]/.test(char)) depth += 1;
    else if (/[”》]/.test(char)) depth = Math.max(0, depth - 1);
    else if (at >= start && depth > 0 && /[\p{Script=Han}0-9]/u.test(char)) count += 1;
  }
  return count;
}

const leastCharacters = 24;
const leastShare = 0.6;
const sureShare = 0.85;
