import { t } from '@vscode/l10n';
import type { Edit } from '../model/change/edits.ts';
import { isAspectTitle } from '../model/outline/role.ts';
import { isAtEnd } from '../model/reading/ending.ts';
import { type Section, type Speech, siblingGroups } from '../model/speech.ts';
import { lineEndOf } from '../model/text/textLines.ts';
import { withinQuotes } from '../model/text/withinQuotes.ts';
import { gapOf, indentOf } from './insertion.ts';
import { partStubs } from './partStubs.ts';
import type { Rule } from './rule.ts';

export const emptySection: Rule = {
  id: 'empty-section',
  category: 'structure',
  severity: 'warning',
  title: '标题下面应当有内容',
  why: '只有标题没有内容，多半是删改时落下的，或者忘了写；念到这里会冷场。各部分都还空着的，是刚搭好的架子，不报。',
  source: '公文校核常识',
  examples: [
    {
      bad: '一、存在的问题\n\n（一）学习方面。不够深入。\n\n⟦二、原因分析⟧\n\n三、整改措施\n\n（一）加强学习。每月一次。\n',
      good: '一、存在的问题\n\n（一）学习方面。不够深入。\n\n二、原因分析\n\n重视不够。\n\n三、整改措施\n\n（一）加强学习。每月一次。\n',
    },
    {
      bad: '一、存在的问题：\n\n（一）学习方面。不够深入。\n\n⟦二、需要说明的事项⟧：\n\n三、整改措施：\n\n（一）加强学习。每月一次。\n',
      good: '一、存在的问题：\n\n（一）学习方面。不够深入。\n\n二、需要说明的事项：\n\n没有。\n\n三、整改措施：\n\n（一）加强学习。每月一次。\n',
    },
    {
      bad: '一、存在的问题\n\n（一）学习方面\n\n不够深入。\n\n⟦（二）作风方面⟧\n\n（三）纪律方面\n\n不够严格。\n',
      good: '一、存在的问题\n\n（一）学习方面\n\n不够深入。\n\n（二）作风方面\n\n不够扎实。\n\n（三）纪律方面\n\n不够严格。\n',
    },
  ],

  *checkOutline(outline) {
    for (const group of siblingGroups(outline)) {
      const first = group === outline.sections;
      const empty = group.filter(isEmpty).length;
      for (const section of group) {
        if (!isEmpty(section) || !(first || isHeading(section))) continue;
        if (!first && empty > 1) continue;
        // A speech whose sections are all empty has just been begun, or is a list of sentences.
        if (first && (!namesPart(section, outline) || empty === group.length)) continue;
        // What is to stand there may be what is written next, and the heading may not be ready.
        const atEnd = section.role !== 'closing' && isAtEnd(outline, section);
        if (atEnd && !section.role) continue;
        yield {
          span: section.heading.span,
          message: t('“{0}”下面没有内容', withinQuotes(section.heading.title)),
          ...(atEnd && { severity: 'hint' as const }),
          fixes: [{ title: t('写上〔待填的内容〕'), edits: filled(outline, group, section, first) }],
        };
      }
    }
  },
};

/** Puts below the heading what is to be written there; in the measures, one line for each problem. */
function filled(speech: Speech, group: readonly Section[], section: Section, isPart: boolean): Edit[] {
  const { role, heading, span } = section;
  const before = gapOf(speech.text, group, lineEndOf(speech.text)) + indentOf(speech.text, section);
  const paragraphs = partStubs(speech, (isPart && role) || 'other', heading.numbering);
  return [
    { span: { start: span.end, end: span.end }, newText: paragraphs.map((paragraph) => before + paragraph).join('') },
  ];
}

/** Comments are no content. */
function isEmpty({ heading, body, sections }: Section): boolean {
  if (heading.inline || heading.body.start < heading.body.end || sections.length > 0) return false;
  if (toldInTitle.test(heading.title)) return false;
  return body.every(({ kind }) => kind === 'comment' || kind === 'rule' || kind === 'definition');
}

/** “个人有关事项（无）”, “整改措施（见附表）”, “没有需要说明的事项”. */
const toldInTitle = /^(?:无|没有)(?:需要?|应当?)(?:说明|报告)|[（(](?:无|略|另附|附后|[详另]?见[^（）()]{1,20})[）)]$/;

/** Headings promise something below them; an item that is a sentence of its own does not. */
function isHeading({ heading, role }: Section): boolean {
  const { title, titleEnd, line } = heading;
  if (!/^[：:]?$/.test(titleEnd) || title === '') return false;
  return role !== undefined || isAspectTitle(title) || ((line.depth > 0 || line.bold) && title.length <= 40);
}

/** On the first level: neither a sentence nor the thanks at the end. */
function namesPart({ heading, role }: Section, { sections }: Pick<Section, 'sections'>): boolean {
  if (heading.title === '' || !/^[：:]?$/.test(heading.titleEnd)) return false;
  const last = sections.at(-1)?.heading === heading;
  return !last || role !== 'other' || heading.numbering !== undefined || heading.line.depth > 0;
}
