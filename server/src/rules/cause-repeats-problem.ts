import { t } from '@vscode/l10n';
import { memoised } from '../model/memory/memoised.ts';
import { perUnit, touchedUnits } from '../model/memory/perUnit.ts';
import { outlineOf } from '../model/parse/retouch.ts';
import { unitText } from '../model/reading/unitText.ts';
import type { Speech } from '../model/speech.ts';
import { withinQuotes } from '../model/text/withinQuotes.ts';
import { distinctPairs } from '../model/trace/pairs.ts';
import { isTraceable } from '../model/trace/trace.ts';
import type { Rule } from './rule.ts';

export const causeRepeatsProblem: Rule = {
  id: 'cause-repeats-problem',
  category: 'trace',
  severity: 'hint',
  title: '原因不应当是问题的复述',
  why: '把问题换个地方再说一遍，不是原因；原因要讲到思想、认识、党性上去。',
  source: '审核意见：“把问题当原因、问题与原因不分”',
  examples: [
    {
      bad: '一、存在的问题\n\n（一）理论学习方面。学习原著不够系统，读书笔记记得少，满足于完成规定篇目。\n\n二、原因分析\n\n⟦（一）理论学习不够系统⟧。学习原著不够系统，读书笔记记得少，满足于完成规定篇目。\n',
      good: '一、存在的问题\n\n（一）理论学习方面。学习原著不够系统，读书笔记记得少，满足于完成规定篇目。\n\n二、原因分析\n\n（一）重业务轻学习。总觉得业务是硬任务，学习可以往后放一放。\n',
    },
  ],

  *check(speech) {
    if (!isTraceable(speech)) return;
    const { outline, place } = outlineOf(speech);
    for (const [index, cause] of outline.causes.entries()) {
      const source = outline.problems[sources(speech)[index] ?? -1];
      if (!source) continue;
      yield {
        span: place(cause.headSpan),
        message: t('这条原因差不多是问题“{0}”的复述', withinQuotes(source.title.slice(0, 16))),
        related: [{ span: place(source.headSpan), message: t('问题在这里') }],
      };
    }
  },
};

/** For each cause, the index of the first problem that it repeats; −1 where there is none. */
const sources: (speech: Speech) => readonly number[] = memoised((speech: Speech) => {
  const { problems, causes } = outlineOf(speech).outline;
  const all = pairsOf(speech);
  const ofCauses = all.slice(problems.length, problems.length + causes.length);
  const find = (own: ReadonlySet<number>) =>
    own.size < fewest ? -1 : all.slice(0, problems.length).findIndex((other) => holdsMost(other, own));
  if (!speech.retouch) return ofCauses.map(find);
  const touched = touchedUnits(speech.retouch).map(([at]) => at);
  const problem = touched.filter((at) => at < problems.length);
  return sources(speech.retouch.before).map((known, index) => {
    const own = ofCauses[index] ?? nothing;
    if (touched.includes(problems.length + index) || touched.includes(known)) return find(own);
    if (own.size < fewest) return -1;
    const now = problem.find((at) => holdsMost(all[at] ?? nothing, own)) ?? -1;
    return known < 0 || now < 0 ? Math.max(known, now) : Math.min(known, now);
  });
});

const pairsOf = perUnit((unit, speech) => distinctPairs(unitText(speech, unit), speech.retouch !== undefined));

const nothing: ReadonlySet<number> = new Set();

/** Nearly always a third of the pairs tells that it does not. */
function holdsMost(problem: ReadonlySet<number>, cause: ReadonlySet<number>): boolean {
  let left = cause.size * (1 - mostShared);
  for (const pair of cause) {
    if (problem.has(pair)) continue;
    left -= 1;
    if (left < 0) return false;
  }
  return true;
}

/** Pairs of characters; a shorter cause says too little to compare. */
const fewest = 12;

/** Share of a cause's pairs that one problem holds. Whole sentences must be the same before this is reached. */
const mostShared = 0.7;
