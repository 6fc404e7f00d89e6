import { type CodeAction, commands, Range, Uri, workspace } from 'vscode';
import { tellChanged } from './edits.ts';

/**
 * Applies the action of a kind of “fix all” to a document, which need not be the one with the focus: the Problems
 * view has quick fixes too. Where somebody types on and on, the writer is told that nothing came of it.
 */
export async function fixAll(uri: string, kind: string): Promise<void> {
  const document = await workspace.openTextDocument(Uri.parse(uri));
  const all = document.validateRange(new Range(0, 0, document.lineCount, 0));
  for (let tries = 0; tries < mostTries; tries += 1) {
    const { version } = document;
    const asked = commands.executeCommand<CodeAction[]>('vscode.executeCodeActionProvider', document.uri, all, kind);
    const edit = (await asked).find((action) => action.edit)?.edit;
    // What was typed meanwhile would be written over.
    if (document.version !== version) continue;
    // Nothing is left to be mended in what the action was offered for.
    if (!edit) break;
    if (await workspace.applyEdit(edit)) return;
  }
  tellChanged();
}

const mostTries = 3;
