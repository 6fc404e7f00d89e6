import { t } from '@vscode/l10n';
import type { Rule } from './rule.ts';

export const negativeMeasureHeading: Rule = {
  id: 'negative-measure-heading',
  category: 'wording',
  severity: 'hint',
  title: '措施的小标题要讲怎么改',
  why: '“学习不够深入”是问题的口气，放在整改里，看不出要做什么。',
  source: '问题、措施小标题的通行写法',
  examples: [
    {
      bad: '一、存在的问题\n\n（一）学习抓得不紧。\n\n二、整改措施\n\n（一）⟦理论学习不够深入⟧。每周读原著。\n',
      good: '一、存在的问题\n\n（一）学习抓得不紧。\n\n二、整改措施\n\n（一）解决理论学习不够深入的问题。每周读原著。\n\n（二）不到现场不拍板。\n',
    },
  ],

  *checkUnit({ kind, title, titleSpan, section }) {
    if (kind !== 'measure' || !section || !negative.test(title) || remedies.test(title.replace(brave, ''))) return;
    if (namesProblem.test(title)) return;
    yield { span: titleSpan, message: t('措施的小标题讲的是问题，没有讲怎么改') };
  },
};

const negative = /(?:不够[^，。]{0,6}|不足|不强|不深|不实|不严|不到位|缺乏[^，。]{0,8}|薄弱|淡化|弱化|松懈|滞后)$/;

/** “关于学习不够深入的问题”: what is to be mended, in a plan that tells below it how. */
const namesProblem = /^(?:关于|对照|对于)|问题$/;

/** Set phrases that contain a word for a remedy without naming one. */
const brave = /攻坚克难|克己奉公|管党治党|综合治理/g;

const remedies =
  /强化|加强|提升|增强|筑牢|锤炼|压实|树牢|健全|完善|聚焦|推动|夯实|补齐|扛牢|解决|纠正|克服|整治|针对|防止|破除|摒弃|改变|治|改|补|消除|杜绝|克|破|不再|决不|绝不|严禁/;
