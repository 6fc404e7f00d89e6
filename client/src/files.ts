import { env } from 'vscode';
import type { Files } from '../../server/src/files.ts';
import { isChinese } from '../../server/src/isChinese.ts';

/** What the two hosts do differently. */
export interface Host {
  /** Loads `files.js`, which is not needed while writing. */
  readonly load: () => Promise<{ readonly files: Files }>;
  /**
   * Makes a PDF with a program on this machine; resolves to undefined where there is none, and fails where it makes
   * none. Absent on the web.
   */
  readonly makePdf?: (source: { html: string; docx: () => Uint8Array }) => Promise<Uint8Array | undefined>;
}

/** `files.js`, loaded once, in the language of the editor. */
export function lazyFiles({ load }: Host): () => Promise<Files> {
  let loading: Promise<Files> | undefined;
  return () => {
    loading ??= loaded().catch((error) => {
      // The next call tries again.
      loading = undefined;
      throw error;
    });
    return loading;
  };

  async function loaded(): Promise<Files> {
    const { files } = await load();
    if (!isChinese(env.language)) files.speak((await import('../../server/src/english.ts')).english);
    return files;
  }
}
