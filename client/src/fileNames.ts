import { type TextDocument, Uri, workspace } from 'vscode';
import { baseName } from '../../server/src/page/fileName.ts';

/** The name of a file, without its folders. */
export function nameOf({ path }: Uri): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** What is made of a speech is named after this. */
export function baseNameOf({ path }: Uri): string {
  return baseName(path);
}

/**
 * Where a new speech in a folder can be written without saving it yet: `甲.speech.md`, or `甲-2.speech.md` where the
 * disk or an editor has that one already.
 */
export async function freeName(folder: Uri, name: string): Promise<Uri> {
  for (let count = 1; ; count += 1) {
    const file = Uri.joinPath(folder, `${name}${count > 1 ? `-${count}` : ''}.speech.md`);
    const isTaken = workspace.textDocuments.some(({ uri }) => uri.path === file.path) || (await exists(file));
    if (!isTaken) return file.with({ scheme: 'untitled' });
  }
}

/** Whether there is a file or a folder. */
export async function exists(uri: Uri): Promise<boolean> {
  return workspace.fs.stat(uri).then(
    () => true,
    () => false,
  );
}

/** The document at an address; undefined where it cannot be opened. */
export async function opened(address: string): Promise<TextDocument | undefined> {
  try {
    return await workspace.openTextDocument(Uri.parse(address));
  } catch {
    return undefined;
  }
}
