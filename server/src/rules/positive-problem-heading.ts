import { t } from '@vscode/l10n';
import { soundsNegative } from '../model/wording/tone.ts';
import type { Rule } from './rule.ts';
import { bodyOf, leaves, textOf } from './unitBody.ts';

export const positiveProblemHeading: Rule = {
  id: 'positive-problem-heading',
  category: 'wording',
  severity: 'hint',
  title: '问题的小标题要点出问题',
  why: '“强化理论武装”是措施的口气，放在问题里，听的人不知道缺在哪里。',
  source: '问题、措施小标题的通行写法',
  examples: [
    {
      bad: '一、存在的问题\n\n（一）政治建设方面\n\n1.⟦强化理论武装⟧。原著读得少。\n\n2.站位不高。\n\n二、整改措施\n\n（一）每周读原著。\n',
      good: '一、存在的问题\n\n（一）带头强化政治忠诚方面\n\n1.理论武装抓得不紧。原著读得少。\n\n2.站位不高。\n\n二、整改措施\n\n（一）强化理论武装。\n',
    },
  ],

  *checkUnit(whole, speech) {
    if (whole.kind !== 'problem') return;
    for (const unit of leaves([whole])) {
      const { title } = unit;
      // Where all is one line, the heading may be the name of an aspect.
      if (unit.id.indexOf('.') < 0 || title.length < 4 || title.length > 24) continue;
      if (!starts.test(title) || soundsNegative(title) || /方面|带头|情况|上$|中$|来看/.test(title)) continue;
      if (textOf(speech, bodyOf(unit)).trim() === '') continue;
      yield { span: unit.titleSpan, message: t('问题的小标题只有正面的话，没有点出问题') };
    }
  },
};

const starts =
  /^(?:强化|深化|加强|提升|增强|筑牢|锤炼|压实|树牢|健全|完善|聚焦|夯实|厚植|补齐|扛牢|站稳|勇于|敢于|弘扬|恪守|争当|发扬)/;
