import { t } from '@vscode/l10n';
import { ProgressLocation, Uri, window } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  type SimilarAddParams,
  type SimilarFile,
  type SimilarForgetParams,
  similarAddRequest,
  similarForgetRequest,
} from '../../server/src/protocol.ts';
import { fileAt, isUnder, lastYearFolders, textOf } from './similarFiles.ts';

/**
 * Gives the server the texts of files. A long run shows that it goes on and can be stopped;
 * what was read by then stays.
 */
export async function sendShown(client: BaseLanguageClient, files: readonly SimilarFile[]): Promise<void> {
  if (files.length === 0) return;
  const isLong = files.length > manyFiles;
  const location = isLong ? ProgressLocation.Notification : ProgressLocation.Window;
  const options = { location, title: t('发言：正在建立雷同索引'), cancellable: isLong };
  await window.withProgress(options, async (progress, token) => {
    for (const { batch, end } of batches(files)) {
      if (token.isCancellationRequested) return;
      await send(client, batch);
      progress.report({ message: `${end}/${files.length}`, increment: (100 * batch.length) / files.length });
    }
  });
}

/** Tells the server what has become of files that were changed, by their addresses. */
export async function sendChanged(client: BaseLanguageClient, uris: readonly string[]): Promise<void> {
  const folders = lastYearFolders();
  const files = await Promise.all(uris.map((uri) => fileAt(Uri.parse(uri), isUnder(uri, folders))));
  const there = files.flatMap((file) => file ?? []);
  const known = new Set(there.map(({ uri }) => uri));
  const gone = uris.filter((uri) => !known.has(uri));
  if (gone.length > 0) await client.sendRequest(similarForgetRequest, { uris: gone } satisfies SimilarForgetParams);
  for (const { batch } of batches(there)) await send(client, batch);
}

async function send(client: BaseLanguageClient, batch: readonly SimilarFile[]): Promise<void> {
  const read = await Promise.all(batch.map(async (file) => ({ ...file, text: await textOf(Uri.parse(file.uri)) })));
  const files = read.flatMap(({ text, ...file }) => (text === undefined ? [] : [{ ...file, text }]));
  await client.sendRequest(similarAddRequest, { files } satisfies SimilarAddParams);
}

/** In the order of the files; `end` counts those up to the end of a batch. */
function* batches(files: readonly SimilarFile[]): Generator<{ batch: readonly SimilarFile[]; end: number }> {
  for (let at = 0; at < files.length; at += batchSize) {
    const batch = files.slice(at, at + batchSize);
    yield { batch, end: at + batch.length };
  }
}

/** The server answers keystrokes between two batches. */
const batchSize = 20;
const manyFiles = 200;
