import { t } from '@vscode/l10n';
import { quotedIn, sentencesOf } from '../model/prose.ts';
import type { Unit } from '../model/speech.ts';
import type { Rule } from './rule.ts';

export const misplacedMeasure: Rule = {
  id: 'misplaced-measure',
  category: 'structure',
  severity: 'hint',
  title: '整改打算放在整改部分讲',
  why: '在问题、原因里许诺“下一步我将……”，整改部分往往又漏掉它，表态成了空话。',
  source: '审核意见：问题、原因、措施要分清',
  examples: [
    {
      bad: '一、存在的问题\n\n（一）学习不深。原著读得少。⟦下一步，我将每周读原著⟧。\n\n二、整改措施\n\n（一）每月下村一次。\n',
      good: '一、存在的问题\n\n（一）学习不深。原著读得少，下一步怎么学没有打算。\n\n二、整改措施\n\n（一）下一步，我将每周读原著。\n',
    },
  ],

  *checkBlock({ text }) {
    if (!mayPromise.test(text)) return;
    const whole = { start: 0, end: text.length };
    const isQuoted = quotedIn(text, whole);
    for (const sentence of sentencesOf(text, whole)) {
      const words = text.slice(sentence.start, sentence.end);
      const match = promise.exec(words);
      if (!match) continue;
      const start = sentence.start + match.index + (match[1] ?? match[2] ?? '').length;
      if (isQuoted(start)) continue;
      const end = start + (/^[^。！？；\n]*/.exec(text.slice(start, sentence.end))?.[0].length ?? 0);
      yield { span: { start, end }, message: t('这是整改打算，宜放到整改部分') };
    }
  },

  holds({ span }, { problems, causes, measures }) {
    const isIn = (unit: Unit) => unit.span.start <= span.start && span.start < unit.span.end;
    // In an interleaved speech measures stand among the problems on purpose.
    return measures.length > 0 && (problems.some(isIn) || causes.some(isIn)) && !measures.some(isIn);
  },
};

/** A quick test: nearly every paragraph has none of these. */
const mayPromise = /下一步|今后|下步|接下来|下一阶段/;

/** The speaker's own promise, at the start of a sentence or clause. */
const promise =
  /^(\s*|[^“”]*[。；])(?:(?:下一步|今后|下步|接下来|今后工作中|下一阶段)[，,]?(?:我|本人|班子|我们|支部|党组|党委)?(?:将|要|必须|会|应当|需要))|^([^“”]*，)(?=(?:下一步|今后|下步)，?(?:我|本人)(?:将|要|必须))/;
