import { t } from '@vscode/l10n';
import type { Rule } from './rule.ts';

export const missingSection: Rule = {
  id: 'missing-section',
  category: 'structure',
  severity: 'warning',
  title: '问题、原因、整改三部分应当齐全',
  why: '材料缺了原因分析或整改措施，审稿时一律退回重写。',
  source: '历年民主生活会材料的通行结构 [D G10、G27]',
  examples: [
    {
      bad: '一、存在的问题\n\n（一）学习方面。不够深入。\n\n⟦二、整改措施⟧\n\n（一）加强学习。每月一次。\n',
      good: '一、存在的问题\n\n（一）学习方面。不够深入。\n\n二、原因分析\n\n（一）重视不够。\n\n三、整改措施\n\n（一）加强学习。每月一次。\n',
    },
  ],

  *check(speech) {
    if (speech.problems.length === 0) return;
    const last = speech.sections.at(-1);
    const combined = speech.sections.some(({ heading }) => /问题(?:及|和|与|、).*原因/.test(heading.title));
    if (speech.causes.length === 0 && !combined && !hasSection('causes')) {
      const next = speech.sections.find(({ role }) => role === 'measures') ?? last;
      if (next) yield { span: next.heading.span, message: t('缺少“原因分析”部分，应当放在整改措施之前') };
    }
    if (speech.measures.length === 0 && !hasSection('measures') && last) {
      yield { span: last.heading.span, message: t('缺少“整改措施”部分') };
    }

    function hasSection(role: 'causes' | 'measures'): boolean {
      return speech.sections.some((section) => section.role === role);
    }
  },
};
