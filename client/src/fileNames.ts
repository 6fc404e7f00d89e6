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

/** Whether there is such a file. */
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
