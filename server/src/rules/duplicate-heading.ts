import { t } from '@vscode/l10n';
import { siblingGroups } from '../model/speech.ts';
import { hasBlank } from '../model/text/blanks.ts';
import { withinQuotes } from '../model/text/withinQuotes.ts';
import type { Rule } from './rule.ts';

export const duplicateHeading: Rule = {
  id: 'duplicate-heading',
  category: 'structure',
  severity: 'warning',
  title: '同级标题不应当重复',
  why: '两条标题一字不差，多半是复制之后忘了改。',
  source: '公文校核常识',
  examples: [
    {
      bad: '一、存在的问题\n\n（一）理论学习方面。不够深入。\n\n（二）⟦理论学习方面⟧。不够扎实。\n',
      good: '一、存在的问题\n\n（一）理论学习方面。不够深入。\n\n（二）工作作风方面。不够扎实。\n',
    },
  ],

  *checkOutline(outline) {
    for (const siblings of siblingGroups(outline)) {
      const seen = new Map<string, (typeof siblings)[number]>();
      for (const section of siblings) {
        const { title, titleSpan, part, body } = section.heading;
        // “1.存在问题：……” and “2.存在问题：……” differ in what they say.
        const isRunIn = part !== undefined && body.start < body.end;
        if (hasBlank(title) || isRunIn) continue;
        const key = title.replace(/[\s　*“”"，、]/g, '');
        const first = seen.get(key);
        if (first && key.length >= 4) {
          yield {
            span: titleSpan,
            message: t('标题与“{0}”重复', withinQuotes(`${first.heading.numbering?.text ?? ''}${first.heading.title}`)),
            related: [{ span: first.heading.span, message: t('前一个在这里') }],
          };
        } else seen.set(key, section);
      }
    }
  },
};
