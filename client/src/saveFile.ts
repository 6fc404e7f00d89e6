import { t } from '@vscode/l10n';
import { commands, FileSystemError, type TextDocument, Uri, window, workspace } from 'vscode';

/**
 * Asks where to, and writes; the dialog asks before it overwrites. The file appears complete or not at all where the file system
 * can rename. Resolves to the file, or to nothing when the writer gave up.
 */
export async function saveFile(
  speech: TextDocument,
  name: string,
  kind: string,
  content: Uint8Array,
): Promise<Uri | undefined> {
  const extension = name.slice(name.lastIndexOf('.') + 1);
  const target = await window.showSaveDialog({ ...besides(speech, name), filters: { [kind]: [extension] } });
  if (!target) return undefined;
  try {
    await writeWhole(target, content);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    void window.showErrorMessage(t('没有存成：{0}', reason));
    return undefined;
  }
  return target;
}

/** Tells that a file was written, and opens it when asked to. */
export async function announceFile(target: Uri): Promise<void> {
  const open = t('打开');
  const name = target.path.slice(target.path.lastIndexOf('/') + 1);
  if ((await window.showInformationMessage(t('已存为 {0}', name), open)) === open) {
    await commands.executeCommand('vscode.open', target);
  }
}

function besides(speech: TextDocument, name: string): { defaultUri?: Uri } {
  if (!speech.isUntitled) return { defaultUri: Uri.joinPath(speech.uri, '..', name) };
  const folder = workspace.workspaceFolders?.[0];
  return folder ? { defaultUri: Uri.joinPath(folder.uri, name) } : {};
}

/**
 * The file appears complete or not at all, where the file system can rename. A disk without room for it keeps the old file; one is
 * overwritten in place only where no second file may stand beside it, or none may be renamed.
 */
export async function writeWhole(target: Uri, content: Uint8Array): Promise<void> {
  const part = target.with({ path: `${target.path}.${Date.now().toString(36)}.part` });
  try {
    await workspace.fs.writeFile(part, content);
  } catch (error) {
    await workspace.fs.delete(part).then(undefined, () => {});
    if (!(error instanceof FileSystemError) || error.code !== 'NoPermissions') throw error;
    return workspace.fs.writeFile(target, content);
  }
  try {
    await workspace.fs.rename(part, target, { overwrite: true });
  } catch {
    await workspace.fs.delete(part).then(undefined, () => {});
    await workspace.fs.writeFile(target, content);
  }
}
