import { t } from '@vscode/l10n';
import { memoised } from '../model/memoised.ts';
import { distinctPairs } from '../model/pairs.ts';
import { isTraceable } from '../model/trace.ts';
import { unitText } from '../model/unitText.ts';
import type { Rule } from './rule.ts';

export const causeRepeatsProblem: Rule = {
  id: 'cause-repeats-problem',
  category: 'trace',
  severity: 'hint',
  title: '原因不应当是问题的复述',
  why: '把问题换个地方再说一遍，不是原因；原因要讲到思想、认识、党性上去。',
  source: '审核意见：“把问题当原因、问题与原因不分” [D G49]',
  examples: [
    {
      bad: '一、存在的问题\n\n（一）理论学习方面。学习原著不够系统，读书笔记记得少，满足于完成规定篇目。\n\n二、原因分析\n\n⟦（一）理论学习不够系统⟧。学习原著不够系统，读书笔记记得少，满足于完成规定篇目。\n',
      good: '一、存在的问题\n\n（一）理论学习方面。学习原著不够系统，读书笔记记得少，满足于完成规定篇目。\n\n二、原因分析\n\n（一）重业务轻学习。总觉得业务是硬任务，学习可以往后放一放。\n',
    },
  ],

  *check(speech) {
    if (!isTraceable(speech)) return;
    const problems = speech.problems.map((problem) => ({
      problem,
      pairs: distinctPairs(unitText(speech, problem)),
    }));
    for (const cause of speech.causes) {
      const own = distinctPairs(unitText(speech, cause));
      if (own.size < fewest) continue;
      const source = problems.find(({ pairs }) => shared(own)(pairs).share >= mostShared);
      if (!source) continue;
      yield {
        span: cause.headSpan,
        message: t('这条原因差不多是问题“{0}”的复述', source.problem.title.slice(0, 16)),
        related: [{ span: source.problem.headSpan, message: t('问题在这里') }],
      };
    }
  },
};

/** How much of one passage stands in another, remembered from one keystroke to the next. */
const shared = memoised((own: ReadonlySet<number>) =>
  memoised((other: ReadonlySet<number>) => {
    let count = 0;
    for (const pair of own) if (other.has(pair)) count += 1;
    return { share: count / own.size };
  }),
);

/** Pairs of characters; a shorter cause says too little to compare. */
const fewest = 12;

/** Share of a cause's pairs that one problem holds. Whole sentences must be the same before this is reached. */
const mostShared = 0.7;
