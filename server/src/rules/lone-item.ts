import { t } from '@vscode/l10n';
import { renumbered } from '../model/parse/numbering.ts';
import { isAtEnd, isBegun } from '../model/reading/ending.ts';
import { type Sequence, sequencesOf } from '../model/reading/sequences.ts';
import type { Section } from '../model/speech.ts';
import type { Rule } from './rule.ts';

export const loneItem: Rule = {
  id: 'lone-item',
  category: 'structure',
  severity: 'hint',
  title: '有“一”就该有“二”',
  why: '只有（一）没有（二），或者只有“一是”没有“二是”，多半是删掉了一段；确实只有一条，就不必编号。',
  source: '公文层次序数使用常识',
  examples: [
    {
      bad: '一、存在的问题\n\n⟦（一）⟧学习方面。不够深入。\n\n二、原因分析\n\n认识不到位。\n',
      good: '一、存在的问题\n\n（一）学习方面。不够深入。\n\n（二）作风方面。不够扎实。\n\n二、原因分析\n\n认识不到位。\n',
    },
  ],

  *checkOutline(outline) {
    const longer = longerIn(sequencesOf(outline));
    for (const { items, parent, style } of sequencesOf(outline)) {
      const [item] = items;
      if (!item || !parent || items.length > 1 || item.ordinal !== 1) continue;
      // “对老周：1.…2.…”, “对小李：1.…”: one of several lists that begin anew may be short.
      if (longer.get(parent)?.has(style)) continue;
      // The second may be what is written next.
      if (isBegun(outline) && isAtEnd(outline, item.section)) continue;
      yield {
        span: item.numbering.span,
        message: t('只有“{0}”，没有“{1}”', item.numbering.text, renumbered(item.numbering, 2)),
      };
    }
  },
};

/** The styles in which a section has a list of several items. */
function longerIn(sequences: readonly Sequence[]): ReadonlyMap<Section, ReadonlySet<Sequence['style']>> {
  const longer = new Map<Section, Set<Sequence['style']>>();
  for (const { items, parent, style } of sequences) {
    if (!parent || items.length < 2) continue;
    const styles = longer.get(parent) ?? new Set();
    longer.set(parent, styles.add(style));
  }
  return longer;
}
