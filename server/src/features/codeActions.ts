import { t } from '@vscode/l10n';
import { type CodeAction, CodeActionKind, type Range, type WorkspaceEdit } from 'vscode-languageserver';
import type { Edit } from '../model/change/edits.ts';
import type { Speech } from '../model/speech.ts';
import { selectCommand } from '../protocol.ts';
import { fixedText } from '../rules/fixAll.ts';
import type { Report } from '../rules/lint.ts';
import type { Fix, Rule } from '../rules/rule.ts';
import { type LintAgain, soundFixes } from '../rules/soundFixes.ts';
import { toDiagnostic } from './diagnostics.ts';
import { firstBlank } from './firstBlank.ts';
import { toSpan, toTextEdits } from './range.ts';
import { tabStops } from './tabStops.ts';
import { touchedBy } from './touched.ts';

/**
 * The kind of the action that applies all safe fixes, as settings such as `editor.codeActionsOnSave` name it; followed
 * by `.` and the id of a rule, of the action that applies those of one rule.
 */
export const fixAllKind = `${CodeActionKind.SourceFixAll}.fayan`;

/** The document an edit was computed for. */
export interface Target {
  readonly uri: string;
  readonly speech: Speech;
  /** The client refuses the edit once the document has moved on; undefined for a client that cannot. */
  readonly version: number | null | undefined;
  /** Whether the client has the commands of our own. */
  readonly canCommand?: boolean;
  /** Whether the client takes edits that are parts of a snippet. */
  readonly canStop?: boolean;
}

/** The findings of the target, and the means to find out what a fix would leave. */
export interface Linted {
  readonly reports: readonly Report[];
  readonly lintAgain: LintAgain;
}

/**
 * `textDocument/codeAction` — the fixes of the findings under the cursor; and, where the client asks for it, one action
 * that applies all safe fixes. `only` are the kinds that the client asks for.
 */
export function codeActions(target: Target, range: Range, linted: Linted, only?: readonly string[]): CodeAction[] {
  const actions = isWanted(CodeActionKind.QuickFix, only) ? quickFixes(target, range, linted) : [];
  const ofRule = only?.find((kind) => kind.startsWith(`${fixAllKind}.`));
  if (!(ofRule || isWanted(fixAllKind, only)) || (!only && actions.length === 0)) return actions;
  const { text } = target.speech;
  const isMeant = ({ id }: Rule) => !ofRule || ofRule === `${fixAllKind}.${id}`;
  const fixed = fixedText(text, linted.reports, linted.lintAgain, isMeant);
  if (fixed === text) return actions;
  const edit = workspaceEdit(target, [minimalEdit(text, fixed)]);
  return [...actions, { title: t('修正所有有把握的问题'), kind: ofRule ?? fixAllKind, edit }];
}

/** Whether a client that asks for these kinds, or for any, also wants this one; the empty kind means all kinds. */
export function isWanted(kind: string, only: readonly string[] | undefined): boolean {
  return !only || only.some((wanted) => wanted === '' || kind === wanted || kind.startsWith(`${wanted}.`));
}

function quickFixes(target: Target, range: Range, { reports, lintAgain }: Linted): CodeAction[] {
  const { uri, speech } = target;
  const cursor = toSpan(speech, range);
  return touchedBy(cursor, reports).flatMap((report) =>
    soundFixes(speech.text, report, reports, lintAgain).map((fix, index) => ({
      title: fix.title,
      kind: CodeActionKind.QuickFix,
      diagnostics: [toDiagnostic(uri, speech, report)],
      isPreferred: index === 0 && !fix.guess,
      edit: fixEdit(target, fix),
      ...(target.canCommand && toBlank(target, fix)),
    })),
  );
}

/** Tab goes from blank to blank, where the client can do that. */
function fixEdit(target: Target, { edits }: Fix): WorkspaceEdit {
  const { uri, speech, version, canStop } = target;
  const parts = canStop && version !== undefined ? tabStops(speech, edits) : undefined;
  return parts && version !== undefined
    ? { documentChanges: [{ textDocument: { uri, version }, edits: parts }] }
    : workspaceEdit(target, edits);
}

/** Makes a client go to what a fix leaves to be written, which may stand in another part of the speech. */
function toBlank({ uri, speech }: Target, { title, edits }: Fix): Pick<CodeAction, 'command'> {
  const range = firstBlank(speech, edits);
  return range ? { command: { title, command: selectCommand, arguments: [uri, range] } } : {};
}

/** The edits as an edit of the target's very version, or of any version where the client knows no versions. */
export function workspaceEdit({ uri, speech, version }: Target, edits: readonly Edit[]): WorkspaceEdit {
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
