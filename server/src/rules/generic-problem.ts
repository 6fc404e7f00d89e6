import { t } from '@vscode/l10n';
import { spokenLength } from '../model/reading/prose.ts';
import { hasBlank } from '../model/text/blanks.ts';
import { genericProblem as generic, isConcrete, isTold } from '../model/wording/tone.ts';
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
    {
      bad: '一、存在的问题\n\n（一）服务群众方面。一是⟦联系群众不够，到村里去得少⟧。二是服务意识不强，7月被群众投诉1次。\n\n二、整改措施\n\n（一）每月下村四次。\n',
      good: '一、存在的问题\n\n（一）服务群众方面。一是联系群众不够，11个村有4个没有去过。二是服务意识不强，7月被群众投诉1次。\n\n二、整改措施\n\n（一）每月下村四次。\n',
    },
  ],

  *checkUnit(whole, speech) {
    if (whole.kind !== 'problem') return;
    for (const unit of leaves([whole])) {
      const body = textOf(speech, bodyOf(unit));
      const match = generic.exec(unit.title);
      if (!match || hasBlank(unit.title) || hasBlank(body)) continue;
      // A point of one sentence is all title: its facts stand in the same sentence as the fault.
      const rest = unit.title.slice(match.index + match[0].length);
      if (isConcrete(rest + body) || isTold(rest + body) || isConcrete(lead(unit.title, match.index))) continue;
      if (spokenLength(rest.replace(/^[^，；：（]*/, '') + body) > longest) continue;
      yield { span: unit.titleSpan, message: t('只有笼统的提法，可补上事例、时间或数字') };
    }
  },
};

/** What the title says before the fault, without what names no instance: “一岗双责”, 《准则》, 作为一名党员. */
function lead(title: string, at: number): string {
  return title.slice(0, at).replace(/[“《][^”》]*[”》]?|作为一[名个位]|两个(?:维护|确立|务必)/g, '');
}

/** 字. A longer text has described something. */
const longest = 45;
