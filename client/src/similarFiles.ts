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
  const folders = [...(workspace.workspaceFolders ?? []).map(({ uri }) => uri), ...lastYearFolders()];
  return folders.map((folder) => new RelativePattern(folder, '**/*.{md,markdown}'));
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
    return [isRooted ? uri.with({ path: Uri.file(path).path }) : Uri.joinPath(uri, path)];
  });
  return [...new Map(folders.map((folder) => [folder.toString(), folder])).values()];
}

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
