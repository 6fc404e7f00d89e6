import { t } from '@vscode/l10n';
import { commands, env, FileSystemError, Uri, window, workspace } from 'vscode';
import { nameOf } from './fileNames.ts';

/**
 * Asks where to, at first in `folder`, and writes; the dialog asks before it overwrites. The file appears complete or not at all where
 * the file system can rename. Resolves to the file, or to nothing when the writer gave up.
 */
export async function saveFile(
  speech: Uri,
  name: string,
  kind: string,
  content: Uint8Array,
  folder = folderOf(speech),
): Promise<Uri | undefined> {
  const target = await window.showSaveDialog({
    ...(folder && { defaultUri: Uri.joinPath(folder, name) }),
    filters: { [kind]: [name.slice(name.lastIndexOf('.') + 1)] },
  });
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

function folderOf(uri: Uri): Uri | undefined {
  return uri.scheme === 'untitled' ? workspace.workspaceFolders?.[0]?.uri : Uri.joinPath(uri, '..');
}

/** Tells that a file was written, and opens it when asked to: Markdown and pictures here, the rest in the program that it is for. */
export async function announceFile(target: Uri): Promise<void> {
  const open = t('打开');
  const show = t('在文件夹中显示');
  const onDisk = target.scheme === 'file' && env.remoteName === undefined;
  const message = t('已存为 {0}', nameOf(target));
  const chosen = await window.showInformationMessage(message, open, ...(onDisk ? [show] : []));
  if (chosen === show) await commands.executeCommand('revealFileInOS', target);
  else if (chosen === open && onDisk && !/\.(?:md|svg)$/i.test(target.path)) await env.openExternal(target);
  else if (chosen === open) await commands.executeCommand('vscode.open', target);
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
