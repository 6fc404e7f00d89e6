import { t } from '@vscode/l10n';
import { isAspectTitle } from '../model/outline/role.ts';
import { allSections } from '../model/speech.ts';
import type { Rule } from './rule.ts';

export const overlongHeading: Rule = {
  id: 'overlong-heading',
  category: 'structure',
  severity: 'hint',
  title: '标题不宜过长',
  why: '标题是给听众记的。上级规定的“带头……方面”照抄原文，不在此列。',
  source: '公文标题力求简明的通行要求',
  examples: [
    {
      bad: '一、整改措施\n\n（一）⟦坚持把学习贯彻党的创新理论作为首要政治任务并且结合本单位本岗位实际制定切实可行的学习计划认真抓好各项任务的贯彻落实工作⟧\n\n每周自学。\n',
      good: '一、整改措施\n\n（一）把理论学习抓实\n\n每周自学。\n',
    },
  ],

  *checkOutline(outline) {
    for (const { heading } of allSections(outline)) {
      const { title, titleSpan, inline, line } = heading;
      const alone = heading.body.start === heading.body.end;
      if (inline || !alone || title.length <= longest || isAspectTitle(title) || /[。；]/.test(title)) continue;
      if (line.depth === 0 && !line.bold && /，.*，/.test(title)) continue;
      yield { span: titleSpan, message: t('标题有 {0} 个字，不宜超过 {1} 个', title.length, longest) };
    }
  },
};

/** Characters: two lines of the 28-character page. */
const longest = 50;
