import { t } from '@vscode/l10n';
import type { Context } from '../model/context.ts';
import { nameOf, unitsNamed } from '../model/reading/unitLabel.ts';
import type { Speech, Unit } from '../model/speech.ts';
import type { Span } from '../model/text/span.ts';
import { withinQuotes } from '../model/text/withinQuotes.ts';
import { pinsOf, referenceTo } from '../model/trace/pins.ts';
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
          fixes: units.length === 0 ? replacements(speech, context, owner, span) : clearer(speech, units, span),
        };
      }
    }
  },
};

/** One fix for each unit that the reference may mean, with a name that no other has. */
function clearer(speech: Speech, units: readonly Unit[], span: Span): Fix[] {
  return units.flatMap((unit) => {
    const newText = nameOf(speech, unit);
    return isClear(speech, unit, newText) ? [{ title: t('改指{0}', newText), edits: [{ span, newText }] }] : [];
  });
}

/** Up to three fixes for a reference that leads nowhere: the units most likely meant, by the trace. */
function replacements(speech: Speech, context: Context, owner: Unit, span: Span): Fix[] {
  const { candidates } = trace(speech, context);
  const ranked = candidates.flatMap(({ from, to }) => (from === owner ? [to] : to === owner ? [from] : []));
  const fixes: Fix[] = [];
  for (const unit of new Set([...ranked, ...(owner.kind === 'problem' ? speech.measures : speech.problems)])) {
    const name = nameOf(speech, unit);
    if (!isClear(speech, unit, name)) continue;
    const title = t('改为“{0}”（{1}）', withinQuotes(name), unit.title.slice(0, 12));
    fixes.push({ title, edits: [{ span, newText: referenceTo(speech, unit) }] });
    if (fixes.length === 3) break;
  }
  return fixes;
}

function isClear(speech: Speech, unit: Unit, name: string): boolean {
  const units = unit.kind === 'problem' ? speech.problems : speech.measures;
  return unitsNamed(speech, units, name).length === 1;
}
