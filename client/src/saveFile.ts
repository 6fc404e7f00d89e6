import { t } from '@vscode/l10n';
import { type Command, commands, env, FileSystemError, Uri, window, workspace } from 'vscode';
import { whyNotWritten } from '../../server/src/whyNotWritten.ts';
import { nameOf } from './fileNames.ts';

/** A file to be saved, made out of a speech. */
export interface NewFile {
  /** Proposed in the dialog, with its extension. */
  readonly name: string;
  /** What the dialog calls files with this extension. */
  readonly kind: string;
  readonly content: Uint8Array;
  /** Where the dialog starts; in the folder of the speech unless given. */
  readonly folder?: Uri | undefined;
}

/**
 * Asks where to save a file made out of a speech, and writes it; the dialog asks before it overwrites. Where the
 * file system can rename, the file appears complete or not at all. Resolves to the file, or to undefined when the
 * writer gave up or it failed.
 */
export async function saveFile(
  speech: Uri,
  { name, kind, content, folder = folderOf(speech) }: NewFile,
): Promise<Uri | undefined> {
  const target = await window.showSaveDialog({
    title: t('另存为 {0}', kind),
    ...(folder && { defaultUri: Uri.joinPath(folder, name) }),
    filters: { [kind]: [name.slice(name.lastIndexOf('.') + 1)] },
  });
  if (!target) return undefined;
  try {
    await writeWhole(target, content);
  } catch (error) {
    void window.showErrorMessage(t('没有存成“{0}”：{1}', nameOf(target), whyNotWritten(error)));
    return undefined;
  }
  return target;
}

/** Even a speech that has not been saved yet may know its folder. */
function folderOf(uri: Uri): Uri | undefined {
  if (uri.scheme !== 'untitled') return Uri.joinPath(uri, '..');
  const isPlaced = uri.path.startsWith('/');
  return isPlaced ? Uri.joinPath(uri.with({ scheme: 'file' }), '..') : workspace.workspaceFolders?.[0]?.uri;
}

/** Whether programs on the writer's own machine can open it. */
export function isOnDisk({ scheme }: Uri): boolean {
  return scheme === 'file' && env.remoteName === undefined;
}

/**
 * Tells the writer that a file was written, and opens it when asked to: Markdown and pictures in the editor, the
 * rest in its program. Where no program can reach it, only text is opened, and the explorer shows the file so
 * that it can be downloaded. `command`, offered last by its title, is for what the message tells besides.
 */
export async function announceFile(
  target: Uri,
  message = t('已存为 {0}', nameOf(target)),
  command?: Command,
): Promise<void> {
  const open = t('打开');
  const onDisk = isOnDisk(target);
  const show = onDisk ? t('在文件夹中显示') : t('在资源管理器中显示');
  const isForHere = (onDisk ? /\.(?:md|svg)$/i : /\.(?:md|svg|txt|csv)$/i).test(target.path);
  const offers = [
    ...(onDisk || isForHere ? [open] : []),
    ...(onDisk || workspace.getWorkspaceFolder(target) ? [show] : []),
    ...(command ? [command.title] : []),
  ];
  const chosen = await window.showInformationMessage(message, ...offers);
  if (chosen === show) await commands.executeCommand(onDisk ? 'revealFileInOS' : 'revealInExplorer', target);
  else if (chosen === open && isForHere) await commands.executeCommand('vscode.open', target);
  else if (chosen === open) await env.openExternal(target);
  else if (command && chosen === command.title)
    await commands.executeCommand(command.command, ...(command.arguments ?? []));
}

/**
 * Where the file system can rename, the file appears complete or not at all, and a full disk keeps the old file. A file
 * is overwritten in place only where a second file beside it or renaming is not allowed.
 */
export async function writeWhole(target: Uri, content: Uint8Array): Promise<void> {
  const part = target.with({ path: `${target.path}.${Date.now().toString(36)}.part` });
  try {
    await writeAll(part, content);
  } catch (error) {
    await workspace.fs.delete(part).then(undefined, () => {});
    if (!(error instanceof FileSystemError) || error.code !== 'NoPermissions') throw error;
    return writeAll(target, content);
  }
  try {
    await workspace.fs.rename(part, target, { overwrite: true });
  } catch {
    await workspace.fs.delete(part).then(undefined, () => {});
    await writeAll(target, content);
  }
}

/** Throws when a nearly full disk had room only for the beginning: VS Code takes this for success. */
async function writeAll(target: Uri, content: Uint8Array): Promise<void> {
  await workspace.fs.writeFile(target, content);
  if ((await workspace.fs.stat(target)).size < content.length) throw new Error(t('磁盘满了'));
}
