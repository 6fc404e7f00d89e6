import { t } from '@vscode/l10n';
import { hasBlank } from '../model/blanks.ts';
import { spokenLength } from '../model/prose.ts';
import { genericProblem as generic, isConcrete } from '../model/tone.ts';
import type { Rule } from './rule.ts';
import { bodyOf, leaves, textOf } from './unitBody.ts';

export const genericProblem: Rule = {
  id: 'generic-problem',
  category: 'wording',
  severity: 'hint',
  title: '问题要有具体表现',
  why: '“学习不够深入”谁都能写；没有事例、时间、数字，就是千人一面。',
  source: '督导组意见：以抽象问题代替具体问题',
  examples: [
    {
      bad: '一、存在的问题\n\n（一）⟦理论学习不够深入⟧。对新思想领会不深，学用结合不紧。\n\n二、整改措施\n\n（一）每周读原著。\n',
      good: '一、存在的问题\n\n（一）理论学习不够深入。全年原著只读完1本，笔记是年底补的。\n\n二、整改措施\n\n（一）每周读原著。\n',
    },
  ],

  *checkUnit(whole, speech) {
    if (whole.kind !== 'problem') return;
    for (const unit of leaves([whole])) {
      const body = textOf(speech, bodyOf(unit));
      if (hasBlank(body) || !generic.test(unit.title) || isConcrete(body) || spokenLength(body) > longest) continue;
      yield { span: unit.titleSpan, message: t('只有笼统的提法，可补上事例、时间或数字') };
    }
  },
};

/** 字. A longer text has described something. */
const longest = 45;
