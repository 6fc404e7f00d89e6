import { t } from '@vscode/l10n';
import { sequencesOf } from '../model/reading/sequences.ts';
import { spanAt } from '../model/text/span.ts';
import { replacement } from './replacement.ts';
import type { Rule } from './rule.ts';

export const unevenHeadingEnds: Rule = {
  id: 'uneven-heading-ends',
  category: 'punctuation',
  severity: 'hint',
  title: '同级标题的收尾应当一致',
  why: '前四条写“……方面。”，第五条写“……方面：”，格式审查会圈出来。',
  source: '局部体例一致（GB/T 15835-2011 的一般原则）；样稿里就有此例',
  examples: [
    {
      bad: '一、存在的问题\n\n（一）学习方面。不够深入。\n\n（二）作风方面。不够扎实。\n\n（三）廉洁方面⟦：⟧要求不严。\n',
      good: '一、存在的问题\n\n（一）学习方面。不够深入。\n\n（二）作风方面。不够扎实。\n\n（三）廉洁方面。要求不严。\n',
    },
  ],

  *checkOutline(outline) {
    for (const { items } of sequencesOf(outline)) {
      const runIn = items.filter(
        ({ section: { heading } }) => heading.body.start < heading.body.end && /^[。：]$/.test(heading.titleEnd),
      );
      const colons = runIn.filter(({ section }) => section.heading.titleEnd === '：');
      const stops = runIn.length - colons.length;
      if (runIn.length < 3 || colons.length === 0 || stops === 0 || stops === colons.length) continue;
      const usual = stops > colons.length ? '。' : '：';
      for (const { section } of runIn) {
        const { titleEnd, titleSpan } = section.heading;
        if (titleEnd === usual) continue;
        const at = spanAt(titleSpan.end);
        yield {
          span: at,
          message: t('同级标题多以“{0}”收尾，这里用了“{1}”', usual, titleEnd),
          fixes: [replacement(at, usual)],
        };
      }
    }
  },
};
