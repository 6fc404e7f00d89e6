import { RelativePattern, Uri, workspace } from 'vscode';
import type { SimilarFile } from '../../server/src/protocol.ts';

/** A folder with more files is no collection of speeches; the index would not take them all. */
const mostFiles = 30_000;
/** A larger file is not a speech. */
const mostBytes = 2_000_000;
/** How many are asked for at once. */
const batchSize = 20;

/** The Markdown of the workspace and of last year's folders. */
export function patterns(): RelativePattern[] {
  return foldersNow().map((folder) => new RelativePattern(folder, '**/*.{md,markdown}'));
}

/** The folders of the workspace and of last year. */
export function foldersNow(): Uri[] {
  return [...(workspace.workspaceFolders ?? []).map(({ uri }) => uri), ...lastYearFolders()];
}

/**
 * The folders of `fayan.lastYearFolder`. A relative path counts from each workspace folder. The settings of an
 * untrusted workspace may name no folder outside it.
 */
export function lastYearFolders(): Uri[] {
  const folders = (workspace.workspaceFolders ?? []).flatMap(({ uri }) => {
    const settings = workspace.getConfiguration('fayan', uri);
    const path = settings.get<string>('lastYearFolder')?.trim();
    if (!path) return [];
    const isRooted = /^(?:[A-Za-z]:)?[\\/]/.test(path);
    const isUsers = workspace.isTrusted || path === settings.inspect<string>('lastYearFolder')?.globalValue?.trim();
    if (!isUsers && (isRooted || path.split(/[\\/]/).includes('..'))) return [];
    if (!isRooted) return [Uri.joinPath(uri, path)];
    const file = Uri.file(path);
    // `\\server\folder` names its server; elsewhere than on a disk the path is one of the same place.
    return [uri.scheme === 'file' ? file : uri.with({ path: file.path })];
  });
  return [...new Map(folders.map((folder) => [folder.toString(), folder])).values()];
}

/** Whether a file, by its address, lies in a part that is left out of the folders: `node_modules` or a hidden one. */
export function isLeftOut(uri: string, folders: readonly Uri[]): boolean {
  const around = folders.filter((folder) => isUnder(uri, [folder]));
  return around.every((folder) => leftOut.test(uri.slice(folder.toString().length)));
}

const leftOut = /\/(?:node_modules|\.[^/]+)\//;

/** Whether a file, by its address, lies in one of the folders or below. */
export function isUnder(uri: string, folders: readonly Uri[]): boolean {
  return folders.some((folder) => uri.startsWith(`${folder.toString().replace(/\/$/, '')}/`));
}

/** The files to be compared, with stamps that change with their content; without those too large to be a speech. */
export async function filesNow(most = mostFiles): Promise<SimilarFile[]> {
  const folders = lastYearFolders();
  const found = new Map<string, Uri>();
  for (const pattern of patterns()) {
    for (const uri of await workspace.findFiles(pattern, '**/{node_modules,.*}/**', most))
      found.set(uri.toString(), uri);
  }
  const files: SimilarFile[] = [];
  const uris = [...found.values()];
  for (let at = 0; at < uris.length; at += batchSize) {
    const batch = uris.slice(at, at + batchSize).map((uri) => fileAt(uri, isUnder(uri.toString(), folders)));
    files.push(...(await Promise.all(batch)).flatMap((file) => file ?? []));
  }
  return files;
}

/** Undefined for what is not a file, or is too large to be a speech. */
export async function fileAt(uri: Uri, lastYear: boolean): Promise<SimilarFile | undefined> {
  try {
    const { mtime, size } = await workspace.fs.stat(uri);
    return size > mostBytes ? undefined : { uri: uri.toString(), stamp: `${mtime} ${size}`, lastYear };
  } catch {
    return undefined;
  }
}

/** Undefined for a file that cannot be read or is not UTF-8. */
export async function textOf(uri: Uri): Promise<string | undefined> {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(await workspace.fs.readFile(uri));
  } catch {
    return undefined;
  }
}
