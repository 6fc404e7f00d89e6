import { env } from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';
import type { Files } from '../../server/src/files.ts';
import { isChinese } from '../../server/src/isChinese.ts';

/** What the two hosts do differently. */
export interface Host {
  /** Makes the client of a server that is still to be started. */
  readonly connect: (options: LanguageClientOptions) => BaseLanguageClient;
  /** For a server in a worker: where its chunks are. */
  readonly base?: string;
  /** Loads `files.js`, which is not needed while writing. */
  readonly load: () => Promise<{ readonly files: Files }>;
  /**
   * Makes a PDF with a program on this machine; resolves to undefined where there is none, and fails where it makes
   * none. Absent on the web.
   */
  readonly makePdf?: (source: { html: string; docx: () => Uint8Array }) => Promise<Uint8Array | undefined>;
}

/** `files.js`, loaded once, in the language of the editor. */
export function lazyFiles({ load }: Pick<Host, 'load'>): () => Promise<Files> {
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
