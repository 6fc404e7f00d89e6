import { t } from '@vscode/l10n';
import { type CodeAction, CodeActionKind, type Range, type WorkspaceEdit } from 'vscode-languageserver';
import type { Edit } from '../model/edits.ts';
import { touches } from '../model/span.ts';
import type { Speech } from '../model/speech.ts';
import { fixedText } from '../rules/fixAll.ts';
import type { Report } from '../rules/lint.ts';
import { type LintAgain, soundFixes } from '../rules/soundFixes.ts';
import { toDiagnostic } from './diagnostics.ts';
import { toSpan, toTextEdits } from './range.ts';

/** The kind of the action that applies all safe fixes, as settings such as `editor.codeActionsOnSave` name it. */
export const fixAllKind = `${CodeActionKind.SourceFixAll}.fayan`;

/** The document an edit was computed for. */
export interface Target {
  readonly uri: string;
  /** The client refuses the edit once the document has moved on; undefined for a client that cannot. */
  readonly version: number | null | undefined;
}

/**
 * `textDocument/codeAction` — the fixes of the findings under the cursor, which the caller has just linted; and, where the client
 * asks for it, one action that applies all safe fixes.
 */
export function codeActions(
  target: Target,
  speech: Speech,
  range: Range,
  reports: readonly Report[],
  lintAgain: LintAgain,
  only?: readonly string[],
): CodeAction[] {
  const wantsFixes = isWanted(CodeActionKind.QuickFix, only);
  const actions = wantsFixes ? quickFixes(target, speech, range, reports, lintAgain) : [];
  if (!isWanted(fixAllKind, only) || (!only && actions.length === 0)) return actions;
  const fixed = fixedText(speech.text, reports, lintAgain);
  if (fixed === speech.text) return actions;
  const edits = [minimalEdit(speech.text, fixed)];
  return [
    ...actions,
    { title: t('修正所有有把握的问题'), kind: fixAllKind, edit: workspaceEdit(target, speech, edits) },
  ];
}

/** Whether a client that asks for these kinds, or for any, also wants this one; the empty kind means all kinds. */
export function isWanted(kind: string, only: readonly string[] | undefined): boolean {
  return !only || only.some((wanted) => wanted === '' || kind === wanted || kind.startsWith(`${wanted}.`));
}

function quickFixes(
  target: Target,
  speech: Speech,
  range: Range,
  reports: readonly Report[],
  lintAgain: LintAgain,
): CodeAction[] {
  const cursor = toSpan(speech, range);
  return reports
    .filter((report) => touches(report.span, cursor))
    .flatMap((report) =>
      soundFixes(speech.text, report, reports, lintAgain).map((fix, index) => ({
        title: fix.title,
        kind: CodeActionKind.QuickFix,
        diagnostics: [toDiagnostic(target.uri, speech, report)],
        isPreferred: index === 0 && !fix.guess,
        edit: workspaceEdit(target, speech, fix.edits),
      })),
    );
}

/** The edits as an edit of the target's very version, or of any version where the client knows no versions. */
export function workspaceEdit({ uri, version }: Target, speech: Speech, edits: readonly Edit[]): WorkspaceEdit {
  const textEdits = toTextEdits(speech, edits);
  if (version === undefined) return { changes: { [uri]: textEdits } };
  return { documentChanges: [{ textDocument: { uri, version }, edits: textEdits }] };
}

/** The one edit between the common beginning and the common end of two texts. */
function minimalEdit(before: string, after: string): Edit {
  let start = 0;
  while (start < before.length && start < after.length && before[start] === after[start]) start += 1;
  let end = 0;
  const most = Math.min(before.length, after.length) - start;
  while (end < most && before[before.length - 1 - end] === after[after.length - 1 - end]) end += 1;
  return { span: { start, end: before.length - end }, newText: after.slice(start, after.length - end) };
}
