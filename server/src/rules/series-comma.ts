import { t } from '@vscode/l10n';
import { isSeries, type Numbering } from '../model/parse/numbering.ts';
import { sequencesOf } from '../model/reading/sequences.ts';
import { allSections, type Section } from '../model/speech.ts';
import type { Rule } from './rule.ts';

export const seriesComma: Rule = {
  id: 'series-comma',
  category: 'punctuation',
  severity: 'hint',
  title: '“第一”“首先”之后用逗号，“一是”之后不用顿号',
  why: '“第一、”“首先、”是最常见的标点误用，老审稿人一眼便能看出。',
  source: 'GB/T 15834-2011 附录 B.1.2（序次语之后的标点）',
  examples: [
    {
      bad: '一、存在的问题\n\n（一）学习方面。⟦第一、⟧自学少。⟦第二、⟧笔记少。\n',
      good: '一、存在的问题\n\n（一）学习方面。第一，自学少。第二，笔记少。今年第一、二季度已有改进。\n',
    },
  ],

  *checkOutline(outline) {
    const wrong = [...marks(outline)];
    for (const numbering of wrong) {
      const right = rightOf(numbering);
      // Fixed alone it would differ from its siblings.
      const alike = wrong.filter(({ style }) => style === numbering.style);
      const edits = alike.map((mark) => ({ span: mark.span, newText: rightOf(mark) }));
      const title = alike.length > 1 ? t('改为“{0}”，同类的一并改', right) : t('改为“{0}”', right);
      yield {
        span: numbering.span,
        message: t('“{0}”应为“{1}”', numbering.text, right),
        fixes: [{ title, edits, safe: true }],
      };
    }
  },
};

function rightOf({ text, style }: Numbering): string {
  return text.slice(0, -1) + (style === 'shi' ? '' : '，');
}

/** The marks with a wrong 、; where only some siblings have it, `inconsistent-mark` reports them. */
function* marks(outline: Pick<Section, 'sections'>): Iterable<Numbering> {
  const mixed = new Set<Numbering>();
  for (const { items } of sequencesOf(outline)) {
    const own = items.map(({ numbering }) => numbering);
    if (!own.every(isWrong)) for (const numbering of own) mixed.add(numbering);
  }
  for (const { heading } of allSections(outline)) {
    const { numbering } = heading;
    if (numbering && isWrong(numbering) && !mixed.has(numbering)) yield numbering;
  }
}

function isWrong({ style, text }: Numbering): boolean {
  return isSeries(style) && text.endsWith('、');
}
