import { t } from '@vscode/l10n';
import type { Speech } from '../model/speech.ts';
import type { Span } from '../model/text/span.ts';
import { plainName } from '../similar/plainName.ts';
import { sameWords } from '../similar/sameWords.ts';
import type { Rule } from './rule.ts';

export const copiedPassage: Rule = {
  id: 'copied-passage',
  category: 'wording',
  severity: 'warning',
  title: '不宜与别人的、上年的材料雷同',
  why: '材料雷同、抄袭是通报的常见由头，交稿前自己先看到才好改。只在本机比较，规范表述、方面标题、过渡语不算。',
  source: '对照检查材料雷同、年年相同的通报与审核意见；门槛（相同 30 字以上）由样稿量出',
  examples: [],

  *check(speech, { similar }) {
    for (const { here, there, counted, matched, lastYear, inProblem } of similar?.passagesLike(speech) ?? []) {
      const preamble = isPreamble(speech, here);
      const least = preamble ? leastInPreamble : leastCharacters;
      if (matched < least || matched / counted < leastShare) continue;
      if (lastYear && inProblem && speech.problems.some(({ span }) => span.start <= here.start && here.end <= span.end))
        continue;
      const name = plainName(there.uri);
      yield {
        span: here,
        message: lastYear
          ? t('与上年的“{0}”雷同：{1}', name, sameWords({ counted, matched }))
          : t('与“{0}”雷同：{1}', name, sameWords({ counted, matched })),
        ...((matched / counted < sureShare || preamble) && { severity: 'hint' as const }),
        related: [
          { span: here, message: t('“{0}”第 {1} 行', name, there.start.line + 1), elsewhere: there, alike: here },
        ],
      };
    }
  },
};

const leastCharacters = 30;
/** In a whole county 帽段 say much the same: by whose order, what was studied, whose opinions were asked. */
const leastInPreamble = 60;
const leastShare = 0.2;
const sureShare = 0.6;

function isPreamble({ sections }: Speech, { end }: Span): boolean {
  const first = sections[0]?.span.start;
  return first !== undefined && end <= first;
}
