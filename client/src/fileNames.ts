import type { Uri } from 'vscode';

/** The name of a file, without its folders. */
export function nameOf({ path }: Uri): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** What is made of a speech is named after its file: the name without `.speech.md` or another ending. */
export function baseNameOf(uri: Uri): string {
  return nameOf(uri).replace(/(?:\.speech)?\.[^.]*$/, '');
}
