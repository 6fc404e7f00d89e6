import { t } from '@vscode/l10n';
import { type CodeAction, CodeActionKind, type Range } from 'vscode-languageserver';
import { touches } from '../model/span.ts';
import type { Speech } from '../model/speech.ts';
import { disableInFile, disableOnLine } from '../rules/disableEdits.ts';
import type { Report } from '../rules/lint.ts';
import { type Target, workspaceEdit } from './codeActions.ts';
import { toDiagnostic } from './diagnostics.ts';
import { toSpan } from './range.ts';

/**
 * The part of `textDocument/codeAction` that switches off what is found under the cursor, for its paragraph or for the whole speech:
 * to be offered after whatever mends, never preferred, no part of “fix all”.
 */
export function disableActions(target: Target, speech: Speech, range: Range, reports: readonly Report[]): CodeAction[] {
  const cursor = toSpan(speech, range);
  // That a comment is useless is not for another one to hide.
  const touched = reports.filter(({ rule, span }) => rule.id !== 'useless-disable' && touches(span, cursor));
  const firsts = touched.filter(({ rule }, index) => touched.findIndex((other) => other.rule === rule) === index);
  return firsts.flatMap((report) => {
    const { rule, span } = report;
    const ways = [
      { title: t('本段不查 {0}', rule.id), edit: disableOnLine(speech, rule.id, span.start) },
      { title: t('全文不查 {0}', rule.id), edit: disableInFile(speech, rule.id, span.start) },
    ];
    const diagnostics = [toDiagnostic(target.uri, speech, report)];
    return ways.flatMap(({ title, edit }) =>
      edit ? [{ title, kind: CodeActionKind.QuickFix, diagnostics, edit: workspaceEdit(target, speech, [edit]) }] : [],
    );
  });
}
