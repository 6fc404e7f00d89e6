import { t } from '@vscode/l10n';
import { type Disposable, Range, type TextDocument, WorkspaceEdit, window, workspace } from 'vscode';
import { nameOf } from './fileNames.ts';

/**
 * Warns the writer when a save has left less on the disk than the editor holds. VS Code takes such a text for saved: it
 * would let the editor be closed without a warning, and would reload the damaged file into it. So the document is
 * marked as unsaved again.
 */
export function watchSaves(): Disposable {
  return workspace.onDidSaveTextDocument(async (document) => {
    const { languageId, encoding, version, uri } = document;
    // What was typed while it was saved is not on the disk yet.
    if (languageId !== 'markdown' || encoding !== 'utf8' || document.isDirty) return;
    const length = new TextEncoder().encode(document.getText()).length;
    const size = await workspace.fs.stat(uri).then(
      (stat) => stat.size,
      () => length,
    );
    if (size >= length || document.version !== version) return;
    await markUnsaved(document);
    void window.showErrorMessage(
      t('“{0}”没有存完整，磁盘可能满了。全文还在编辑器里：腾出空间，再保存一次，存好之前不要关闭。', nameOf(uri)),
    );
  });
}

/**
 * Adds or removes the line break at the end, which does not belong to the speech; VS Code ignores an
 * edit that changes nothing.
 */
async function markUnsaved({ uri, lineCount, lineAt }: TextDocument): Promise<void> {
  const end = lineAt(lineCount - 1).range.end;
  const edit = new WorkspaceEdit();
  if (end.character > 0 || lineCount === 1) edit.insert(uri, end, '\n');
  else edit.delete(uri, new Range(lineAt(lineCount - 2).range.end, end));
  await workspace.applyEdit(edit);
}
