import { vagueMeasure } from '../../../server/src/rules/vague-measure.ts';
import { checkRule } from '../marked.ts';

const before = '一、存在的问题\n\n（一）学习方面。学得不深。\n\n二、原因分析\n\n（一）重视不够。\n\n三、整改措施\n\n';

it('a measure that leaves a record can be checked', () =>
  checkRule(
    vagueMeasure,
    `${before}（一）到期必轮。谁提出变通，谁在会上说明理由并记录在案。\n\n（二）公开用权。结果在村口公示。\n\n（三）精简文稿。分析材料不超过两页，没有判断的退回。\n`,
  ));

it('who checks, and how many must agree', () =>
  checkRule(
    vagueMeasure,
    `${before}（一）从严审批。工程变更实行三级会审。\n\n（二）入户问需。签字率不到九成不开工。\n\n（三）严防差错。公文数字双人校对。\n\n⟦（四）层层抓落实⟧。一级抓一级，进一步压实责任。\n`,
  ));

it('a series of 一要…二要… is judged one by one', () =>
  checkRule(vagueMeasure, `${before}⟦一要强化学习，不断提高认识⟧。二要勤下去，每月下村三天。\n`));

it('a measure below “（一）立行立改事项” has its term', () =>
  checkRule(vagueMeasure, `${before}（一）立行立改事项\n\n1.把原著摆上桌面。\n\n（二）长期坚持事项\n\n1.学深悟透。\n`));
