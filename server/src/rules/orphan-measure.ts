import { t } from '@vscode/l10n';
import { outlineOf } from '../model/parse/retouch.ts';
import { isUnwritten } from '../model/reading/unitText.ts';
import { orphanBelow } from '../model/trace/comparison.ts';
import { pinsOf } from '../model/trace/pins.ts';
import { outlineTrace, problemsOf } from '../model/trace/trace.ts';
import type { Rule } from './rule.ts';

export const orphanMeasure: Rule = {
  id: 'orphan-measure',
  category: 'trace',
  severity: 'hint',
  title: '每条整改措施都应当有所针对',
  why: '措施没有对应的问题，就是无的放矢；要么补上问题，要么删去，要么用“对应：无”写明。',
  source: '督导组审核意见：整改“无的放矢”',
  examples: [
    {
      bad: '一、存在的问题\n\n（一）理论学习方面。学习原著不够系统，读书笔记记得少。\n\n二、原因分析\n\n（一）认识不到位。\n\n三、整改措施\n\n（一）强化理论武装。每周读原著，写读书笔记。\n\n⟦（二）修好停车棚⟧。六月底前更换车棚雨布。\n',
      good: '一、存在的问题\n\n（一）理论学习方面。学习原著不够系统，读书笔记记得少。\n\n二、原因分析\n\n（一）认识不到位。\n\n三、整改措施\n\n（一）强化理论武装。每周读原著，写读书笔记。\n\n（二）修好停车棚。六月底前更换车棚雨布。<!-- 对应：无 -->\n',
    },
  ],

  *check(speech, context) {
    const { outline, place } = outlineOf(speech);
    if (outline.problems.every((problem) => isUnwritten(speech, problem))) return;
    const found = outlineTrace(speech, context);
    const { none } = pinsOf(outline);
    for (const measure of outline.measures) {
      if (none.has(measure) || measure.aspect || problemsOf(measure, found).length > 0) continue;
      if (isUnwritten(speech, measure)) continue;
      // Only where nothing at all links it to a problem: a measure in other words is no orphan.
      const best = found.claims.get(measure) ?? 0;
      if (best < orphanBelow) yield { span: place(measure.headSpan), message: t('看不出这条措施针对前面哪个问题') };
    }
  },
};
