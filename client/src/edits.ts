import { type TextEditor, type Uri, WorkspaceEdit, workspace } from 'vscode';
import type { WireEdit } from '../../server/src/protocol.ts';
import { toRange } from './range.ts';

/** Makes the edits of an answer in an editor, to be undone in one step; resolves to whether they were made. */
export async function applyIn(editor: TextEditor, edits: readonly WireEdit[]): Promise<boolean> {
  return editor.edit((builder) => {
    for (const { range, newText } of edits) builder.replace(toRange(range), newText);
  });
}

/** The same in a document, whether an editor shows it or not. */
export async function applyTo(uri: Uri, edits: readonly WireEdit[]): Promise<boolean> {
  const change = new WorkspaceEdit();
  for (const { range, newText } of edits) change.replace(uri, toRange(range), newText);
  return workspace.applyEdit(change);
}
