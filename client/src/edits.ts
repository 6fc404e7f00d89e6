import { t } from '@vscode/l10n';
import { type TextDocument, type TextEditor, WorkspaceEdit, window, workspace } from 'vscode';
import type { WireEdit } from '../../server/src/protocol.ts';
import { toRange } from './range.ts';

/** Makes the edits of an answer in an editor, to be undone in one step; resolves to whether they were made. */
export async function applyIn(editor: TextEditor, edits: readonly WireEdit[]): Promise<boolean> {
  return editor.edit((builder) => {
    for (const { range, newText } of edits) builder.replace(toRange(range), newText);
  });
}

/**
 * The same in a document, whether an editor shows it or not. The edits are those for this version: where the document
 * has another by now, or takes no edits, nothing is made and the writer is told.
 */
export async function applyAt(
  document: TextDocument,
  version: number,
  edits: readonly WireEdit[] | undefined,
): Promise<boolean> {
  const isMade = edits !== undefined && document.version === version && (await apply(document, edits));
  if (!isMade) tellChanged();
  return isMade;
}

/** VS Code looks at the version again before it makes them. */
function apply({ uri }: TextDocument, edits: readonly WireEdit[]): Thenable<boolean> {
  const change = new WorkspaceEdit();
  for (const { range, newText } of edits) change.replace(uri, toRange(range), newText);
  return workspace.applyEdit(change);
}

/** Says that a command has changed nothing, because the text had. */
export function tellChanged(): void {
  void window.showInformationMessage(changedMeanwhile());
}

/** The words for it. */
export const changedMeanwhile = (): string => t('文稿刚刚改动过，请再试一次。');
