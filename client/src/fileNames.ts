import type { Uri } from 'vscode';
import { baseName } from '../../server/src/page/fileName.ts';

/** The name of a file, without its folders. */
export function nameOf({ path }: Uri): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** What is made of a speech is named after this. */
export function baseNameOf({ path }: Uri): string {
  return baseName(path);
}
