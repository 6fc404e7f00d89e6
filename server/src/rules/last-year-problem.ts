import { t } from '@vscode/l10n';
import type { Unit } from '../model/speech.ts';
import type { Span } from '../model/text/span.ts';
import { withinQuotes } from '../model/text/withinQuotes.ts';
import { plainName } from '../similar/plainName.ts';
import type { SharedPassage } from '../similar/similar.ts';
import type { Rule } from './rule.ts';

export const lastYearProblem: Rule = {
  id: 'last-year-problem',
  category: 'likeness',
  severity: 'warning',
  title: '上年的问题不宜原样再提',
  why: '“问题年年提、年年改、年年有”是督导组常批的一条。确实没有改好的，要写清今年的新情况。',
  source: '审核意见：问题年年相同；门槛由样稿量出',
  examples: [],

  *check(speech, { similar }) {
    const shared = (similar?.passagesLike(speech) ?? []).filter(({ lastYear, inProblem }) => lastYear && inProblem);
    if (shared.length === 0) return;
    for (const problem of speech.problems) {
      const own = shared.filter(({ here }) => inside(here, problem));
      const best = own.reduce<SharedPassage | undefined>((a, b) => (a && a.matched >= b.matched ? a : b), undefined);
      if (!best) continue;
      const matched = own.reduce((sum, passage) => sum + passage.matched, 0);
      const name = withinQuotes(plainName(best.there.uri));
      const share = best.matched / best.counted;
      yield {
        span: problem.headSpan,
        message: t('这个问题上年的“{0}”里提过，有 {1} 字相同，请写明今年的新情况', name, matched),
        ...((matched < sureCharacters || share < sureShare) && { severity: 'hint' as const }),
        related: own.flatMap(({ here, there }) => [
          { span: here, message: t('本篇的这一段') },
          { span: here, message: t('上年“{0}”第 {1} 行', name, there.start.line + 1), elsewhere: there, alike: here },
        ]),
      };
    }
  },
};

/** Less than this is a hint only: characters in common, and their share of the passage. */
const sureCharacters = 40;
const sureShare = 0.6;

function inside({ start, end }: Span, { span }: Unit): boolean {
  return span.start <= start && end <= span.end;
}
