import { unescaped } from '../unescaped.ts';

/** What a writer calls the file: the last part of its path. */
export function fileName(uri: string): string {
  return unescaped(uri.slice(Math.max(uri.lastIndexOf('/'), uri.lastIndexOf('\\')) + 1));
}
