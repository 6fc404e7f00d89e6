import { t } from '@vscode/l10n';
import { causesOf, trace } from '../model/trace.ts';
import type { Rule } from './rule.ts';

export const problemWithoutCause: Rule = {
  id: 'problem-without-cause',
  category: 'trace',
  severity: 'off',
  title: '问题应当有原因可循',
  why: '原因比问题概括，不要求一一对应；一条原因也挨不上的问题，值得看一眼。要求逐条对应的单位可以打开这一条。',
  source: '督导组审核意见；实务中对一一对应有争议，故默认关闭 [D G37]',
  examples: [
    {
      bad: '一、存在的问题\n\n（一）理论学习方面。学习原著不够系统，读书笔记记得少。\n\n⟦（二）修缮车棚方面⟧。雨布破了没有及时更换。\n\n二、原因分析\n\n（一）理论学习抓得不紧。读书笔记、学习原著都靠自觉。\n\n三、整改措施\n\n（一）强化理论武装。每周读原著，写读书笔记。\n',
      good: '一、存在的问题\n\n（一）理论学习方面。学习原著不够系统，读书笔记记得少。\n\n二、原因分析\n\n（一）理论学习抓得不紧。读书笔记、学习原著都靠自觉。\n\n三、整改措施\n\n（一）强化理论武装。每周读原著，写读书笔记。\n',
    },
  ],

  *check(speech, context) {
    if (speech.causes.length === 0) return;
    const found = trace(speech, context);
    for (const problem of speech.problems) {
      if (causesOf(problem, found).length > 0) continue;
      yield { span: problem.headSpan, message: t('原因分析里没有哪一条说到这个问题') };
    }
  },
};
