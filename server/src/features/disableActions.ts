import { t } from '@vscode/l10n';
import { type CodeAction, CodeActionKind, type Range } from 'vscode-languageserver';
import { disableInFile, disableOnLine } from '../rules/disableEdits.ts';
import type { Report } from '../rules/lint.ts';
import { ruleName } from '../rules/ruleNames.ts';
import { type Target, workspaceEdit } from './codeActions.ts';
import { toDiagnostic } from './diagnostics.ts';
import { toSpan } from './range.ts';
import { touchedBy } from './touched.ts';

/**
 * The part of `textDocument/codeAction` that disables the rules of the findings under the cursor, for the paragraph or
 * the whole speech. These actions come after all fixes, are never preferred and are not part of “fix all”.
 */
export function disableActions(target: Target, range: Range, reports: readonly Report[]): CodeAction[] {
  const { uri, speech } = target;
  const cursor = toSpan(speech, range);
  // A finding about a useless comment must not be hidden by another comment.
  const touched = touchedBy(cursor, reports).filter(({ rule }) => rule.id !== 'useless-disable');
  const firsts = touched.filter(({ rule }, index) => touched.findIndex((other) => other.rule === rule) === index);
  return firsts.flatMap((report) => {
    const { rule, span } = report;
    const ways = [
      { title: t('本段不查：{0}', ruleName(rule)), edit: disableOnLine(speech, rule.id, span.start) },
      { title: t('全文不查：{0}', ruleName(rule)), edit: disableInFile(speech, rule.id, span.start) },
    ];
    const diagnostics = [toDiagnostic(uri, speech, report)];
    return ways.flatMap(({ title, edit }) =>
      edit ? [{ title, kind: CodeActionKind.QuickFix, diagnostics, edit: workspaceEdit(target, [edit]) }] : [],
    );
  });
}
