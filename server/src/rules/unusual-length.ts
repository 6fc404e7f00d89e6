import { t } from '@vscode/l10n';
import { profileOf } from '../model/profile/profile.ts';
import { spokenLengthIn } from '../model/reading/spoken.ts';
import type { Rule } from './rule.ts';

export const unusualLength: Rule = {
  id: 'unusual-length',
  category: 'delivery',
  severity: 'off',
  title: '全文篇幅应当与材料类型相称',
  why: '太短，审稿人认为没有查深；太长，会上念不完。单位规定了字数的，打开这一条。',
  source: '字数见材料类型（`.fayan/profiles` 可改）；没有统一规定，各地自定',
  examples: [
    {
      bad: `# ⟦个人对照检查材料⟧\n\n一、存在的问题\n\n（一）学习不深。\n\n二、原因分析\n\n（一）认识不足。\n\n三、整改措施\n\n（一）每周读原著。\n`,
      good: `# 个人对照检查材料\n\n一、存在的问题\n\n（一）学习不深。${'篇目没有定，笔记没有写，检查没有做。'.repeat(200)}\n\n二、原因分析\n\n（一）认识不足。\n\n三、整改措施\n\n（一）每周读原著。\n`,
    },
  ],

  *check(speech, context) {
    const title = speech.titleBlock.title[0];
    const { profile } = profileOf(speech, context);
    const { min, max } = profile.length;
    // A speech that lacks a part is unfinished, not short.
    if (!title || [speech.problems, speech.causes, speech.measures].some(({ length }) => length === 0)) return;
    const length = spokenLengthIn(speech, { start: speech.frontMatter?.end ?? 0, end: speech.text.length });
    if (min !== undefined && length < min * (1 - tolerance))
      yield { span: title.title, message: t('全文 {0} 字，{1}一般不少于 {2} 字', length, profile.name, min) };
    else if (max !== undefined && length > max * (1 + tolerance))
      yield { span: title.title, message: t('全文 {0} 字，{1}一般不超过 {2} 字', length, profile.name, max) };
  },
};

/** How far a length may be outside its bounds before it is reported. */
const tolerance = 0.1;
