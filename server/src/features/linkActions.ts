import { t } from '@vscode/l10n';
import { type CodeAction, CodeActionKind, type Diagnostic, type Range } from 'vscode-languageserver';
import type { Context } from '../model/context.ts';
import { unitAt } from '../model/reading/unitAt.ts';
import type { Unit } from '../model/speech.ts';
import { touches } from '../model/text/span.ts';
import { withinQuotes } from '../model/text/withinQuotes.ts';
import { isOrphan, verdictOf } from '../model/trace/counterparts.ts';
import { trace } from '../model/trace/trace.ts';
import { linkMeasureCommand } from '../protocol.ts';
import { type Target, workspaceEdit } from './codeActions.ts';
import { candidatesFor } from './linkCandidates.ts';
import { linkEdits } from './linkEdits.ts';
import { toRange, toSpan } from './range.ts';
import { nameOf } from './unitNames.ts';

/**
 * The part of `textDocument/codeAction` that links units: a problem without a certain answer to its
 * likeliest measures, and a measure without a problem to its likeliest problems. For both there is also an
 * action to say that none is meant. `diagnostics` are those that the client shows there.
 */
export function linkActions(
  target: Target,
  range: Range,
  context: Context,
  diagnostics: readonly Diagnostic[],
): CodeAction[] {
  const { uri, speech, canCommand } = target;
  const cursor = toSpan(speech, range);
  const unit = unitAt(speech, cursor.start);
  if (!unit || !touches(unit.headSpan, cursor) || !isOpen(unit)) return [];
  const about = diagnostics.filter(({ code }) => code === 'unmet-problem' || code === 'orphan-measure');
  const shared = { kind: CodeActionKind.QuickFix, diagnostics: [...about] };
  const likely = candidatesFor(speech, unit, context).filter(({ link }) => (link?.confidence ?? 0) > 0.05);
  const actions: CodeAction[] = likely.slice(0, 2).map(({ unit: other }) => ({
    ...shared,
    title:
      unit.kind === 'problem'
        ? t('关联到整改措施“{0}”', withinQuotes(nameOf(other, 20)))
        : t('对应到问题“{0}”', withinQuotes(nameOf(other, 20))),
    edit: workspaceEdit(target, linkEdits(speech, unit, [other], context)),
  }));
  if (canCommand) {
    const title = unit.kind === 'problem' ? t('关联整改措施…') : t('对应到问题…');
    const { start } = toRange(speech, unit.headSpan);
    actions.push({ ...shared, title, command: { title, command: linkMeasureCommand, arguments: [uri, start] } });
  }
  actions.push({
    ...shared,
    title: unit.kind === 'problem' ? t('注明不需要整改措施') : t('注明不对应具体问题'),
    edit: workspaceEdit(target, linkEdits(speech, unit, 'none', context)),
  });
  return actions;

  function isOpen({ kind }: Unit): boolean {
    if (!unit || kind === 'cause' || speech.measures.length === 0 || speech.problems.length === 0) return false;
    const found = trace(speech, context);
    const verdict = verdictOf(unit, found);
    return kind === 'problem' ? verdict === 'unmet' || verdict === 'unsure' : isOrphan(unit, speech, found);
  }
}
