import { type CodeAction, commands, Range, Uri, workspace } from 'vscode';

/** Applies the action of a kind of “fix all” to a document, which need not be the one with the focus: the Problems view has quick fixes too. */
export async function fixAll(uri: string, kind: string): Promise<void> {
  const document = await workspace.openTextDocument(Uri.parse(uri));
  const all = new Range(0, 0, document.lineCount, 0);
  const actions = await commands.executeCommand<CodeAction[]>(
    'vscode.executeCodeActionProvider',
    document.uri,
    document.validateRange(all),
    kind,
  );
  const edit = actions.find((action) => action.edit)?.edit;
  if (edit) await workspace.applyEdit(edit);
}
