import { t } from '@vscode/l10n';
import { memoised } from '../model/memory/memoised.ts';
import { outlineOf } from '../model/parse/retouch.ts';
import { isOtherDocument } from '../model/reading/detect.ts';
import { isUnwritten, unitText } from '../model/reading/unitText.ts';
import { leftOutByCauses } from '../model/trace/arranged.ts';
import { causesOf, isTraceable, outlineTrace } from '../model/trace/trace.ts';
import type { Rule } from './rule.ts';

export const problemWithoutCause: Rule = {
  id: 'problem-without-cause',
  category: 'trace',
  severity: 'hint',
  title: '逐条写原因的，不应当漏下一个问题',
  why: '原因比问题概括，不要求一一对应；各个方面都分别写了原因、或者原因逐条点着问题写的，独独漏下的一个才报。',
  source: '督导组审核意见；实务中对一一对应有争议，故只看材料自己的写法',
  examples: [
    {
      bad: '一、理论学习方面\n\n存在问题：原著读得少。\n\n原因分析：把学习当成软任务。\n\n整改措施：每周读原著。\n\n二、工作作风方面\n\n存在问题：下村少。\n\n原因分析：图省事。\n\n整改措施：每月下村四次。\n\n⟦三、廉洁自律方面⟧\n\n存在问题：公车私用过两次。\n\n整改措施：油费月底前退清。\n',
      good: '一、理论学习方面\n\n存在问题：原著读得少。\n\n原因分析：把学习当成软任务。\n\n整改措施：每周读原著。\n\n二、工作作风方面\n\n存在问题：下村少。\n\n原因分析：图省事。\n\n整改措施：每月下村四次。\n\n三、廉洁自律方面\n\n存在问题：公车私用过两次。\n\n原因分析：以为小事不算事。\n\n整改措施：油费月底前退清。\n',
    },
    {
      bad: '一、存在的问题\n\n（一）理论学习方面。原著读得少。\n\n（二）工作作风方面。下村少。\n\n（三）担当作为方面。车棚拖了半年没有修。\n\n⟦（四）廉洁自律方面⟧。公车私用过两次。\n\n二、原因分析\n\n（一）理论学习方面的原因。把学习当成软任务。\n\n（二）工作作风方面的原因。图省事。\n\n（三）担当作为方面的原因。怕惹麻烦。\n\n三、整改措施\n\n（一）每周读原著，每月下村四次，车棚月底前修好，油费退清。\n',
      good: '一、存在的问题\n\n（一）理论学习方面。原著读得少。\n\n（二）工作作风方面。下村少。\n\n（三）担当作为方面。车棚拖了半年没有修。\n\n（四）廉洁自律方面。公车私用过两次。\n\n二、原因分析\n\n（一）理想信念有所松动。把学习当成软任务。\n\n（二）宗旨意识有所淡薄。图省事。\n\n（三）担当精神有所减退。怕惹麻烦。\n\n三、整改措施\n\n（一）每周读原著，每月下村四次，车棚月底前修好，油费退清。\n',
    },
  ],

  *check(speech, context) {
    if (!isTraceable(speech) || isOtherDocument(speech)) return;
    const { outline, place } = outlineOf(speech);
    const left = leftOut(outline);
    if (left.length === 0) return;
    const found = outlineTrace(speech, context);
    for (const problem of left) {
      if (causesOf(problem, found).length > 0 || isUnwritten(speech, problem)) continue;
      if (saysWhy.test(unitText(speech, problem))) continue;
      yield { span: place(problem.headSpan), message: t('别的问题都分别写了原因，这个没有') };
    }
  },
};

const leftOut = memoised(leftOutByCauses);

/** A cause in the words of the problem itself. */
const saysWhy = /原因|根源|根子|病根|症结|究其|归根|说到底|之所以|因为|由于/;
