import { t } from '@vscode/l10n';
import type { Context } from '../model/context.ts';
import { labelOf } from '../model/reading/unitLabel.ts';
import type { Speech, Unit } from '../model/speech.ts';
import type { Span } from '../model/text/span.ts';
import { withinQuotes } from '../model/text/withinQuotes.ts';
import { fingerprintOf, pinsOf, quotedTitle } from '../model/trace/pins.ts';
import { trace } from '../model/trace/trace.ts';
import type { Fix, Rule } from './rule.ts';

export const brokenPin: Rule = {
  id: 'broken-pin',
  category: 'trace',
  severity: 'error',
  title: '“对应”注释应当指得到、指得准',
  why: '注释里写的序号找不到，或者有两处同号，问题和整改就对不上了。',
  source: '本扩展的约定，见 docs/trace.md',
  examples: [
    {
      bad: '一、存在的问题\n\n（一）理论学习方面。学习原著不够系统。\n\n二、原因分析\n\n（一）重视不够。\n\n三、整改措施\n\n（一）强化理论武装。每周读原著。<!-- 对应：⟦（五）⟧ -->\n',
      good: '一、存在的问题\n\n（一）理论学习方面。学习原著不够系统。\n\n二、原因分析\n\n（一）重视不够。\n\n三、整改措施\n\n（一）强化理论武装。每周读原著。<!-- 对应：（一） -->\n',
    },
  ],

  *check(speech, context) {
    for (const { comment, owner, none, references } of pinsOf(speech).pins) {
      if (!owner) {
        const edits = [{ span: comment, newText: '' }];
        yield {
          span: comment,
          message: t('这条“对应”注释不在任何问题或整改措施旁边'),
          fixes: [{ title: t('删去这条注释'), edits }],
        };
        continue;
      }
      if (!none && references.length === 0)
        yield { span: comment, message: t('“对应”之后要写序号，如“（一）1”，或者写“无”') };
      for (const { span, text, units } of references) {
        if (units.length === 1) continue;
        const message =
          units.length === 0
            ? t('找不到序号为“{0}”的{1}', withinQuotes(text), owner.kind === 'problem' ? t('整改措施') : t('问题'))
            : t('序号“{0}”有 {1} 处，分不清指哪一处；请先改正序号', withinQuotes(text), units.length);
        yield {
          span,
          message,
          fixes:
            units.length === 0
              ? replacements(speech, context, owner, span)
              : byTitle(units, counterpartsOf(speech, owner), span),
        };
      }
    }
  },
};

/** What a reference of this unit may name. */
function counterpartsOf({ measures, problems }: Speech, owner: Unit): readonly Unit[] {
  return owner.kind === 'problem' ? measures : problems;
}

/** One fix for each unit that the number may mean, naming it by the start of its title if that is unique. */
function byTitle(units: readonly Unit[], others: readonly Unit[], span: Span): Fix[] {
  return units.flatMap((unit) => {
    const newText = quotedTitle(unit);
    const begins = newText.slice(1, -1);
    const isClear = begins !== '' && others.filter(({ title }) => title.startsWith(begins)).length === 1;
    return isClear ? [{ title: t('改指{0}', newText), edits: [{ span, newText }] }] : [];
  });
}

/** Up to three fixes for a reference that leads nowhere: the units most likely meant, by the trace. */
function replacements(speech: Speech, context: Context, owner: Unit, span: Span): Fix[] {
  const { candidates } = trace(speech, context);
  const ranked = candidates.flatMap(({ from, to }) => (from === owner ? [to] : to === owner ? [from] : []));
  const known = [...new Set([...ranked, ...counterpartsOf(speech, owner)])];
  const labels = known.map((unit) => labelOf(speech, unit));
  return known
    .filter((_, index) => labels.indexOf(labels[index] ?? '') === labels.lastIndexOf(labels[index] ?? ''))
    .slice(0, 3)
    .map((unit) => {
      const label = labelOf(speech, unit);
      const newText = unit.kind === 'problem' ? `${label}#${fingerprintOf(unit)}` : label;
      return { title: t('改为“{0}”（{1}）', withinQuotes(label), unit.title.slice(0, 12)), edits: [{ span, newText }] };
    });
}
