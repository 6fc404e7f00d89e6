import { FileSystemError, FileType, Uri, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { fromBase64, toBase64 } from '../../server/src/base64.ts';
import {
  type SimilarChunk,
  type SimilarSaveParams,
  type SimilarSaveResult,
  similarLoadRequest,
  similarSaveRequest,
} from '../../server/src/protocol.ts';

/**
 * Gives the server what was stored of its index; a part that cannot be read, as when another window on the same
 * workspace has just taken it away, is built again later.
 */
export async function loadChunks(client: BaseLanguageClient, folder: Uri): Promise<void> {
  for (const name of await chunkNames(folder)) {
    const bytes = await workspace.fs.readFile(Uri.joinPath(folder, name)).then(undefined, () => undefined);
    if (bytes) await client.sendRequest(similarLoadRequest, { base64: toBase64(bytes) } satisfies SimilarChunk);
  }
}

/**
 * Stores the index in parts, and removes parts that are no longer needed. Two windows may do so at once: a part
 * is whole in itself, and stamps tell which files it still speaks for. A full disk only means that the next
 * start reads the files again.
 */
export async function saveChunks(client: BaseLanguageClient, folder: Uri): Promise<void> {
  const written = new Set<string>();
  let from: number | undefined = 0;
  while (from !== undefined) {
    const params: SimilarSaveParams = { from };
    const { base64, next }: SimilarSaveResult = await client.sendRequest<SimilarSaveResult>(similarSaveRequest, params);
    const name = `${written.size}.bin`;
    try {
      await workspace.fs.writeFile(Uri.joinPath(folder, name), fromBase64(base64));
    } catch (error) {
      client.warn('The index of similar passages could not be stored', error, false);
      break;
    }
    written.add(name);
    from = next;
  }
  for (const name of await chunkNames(folder)) {
    if (!written.has(name)) await workspace.fs.delete(Uri.joinPath(folder, name)).then(undefined, () => {});
  }
}

async function chunkNames(folder: Uri): Promise<string[]> {
  try {
    const entries = await workspace.fs.readDirectory(folder);
    return entries.flatMap(([name, type]) => (type === FileType.File && /^\d+\.bin$/.test(name) ? name : []));
  } catch (error) {
    if (error instanceof FileSystemError) return [];
    throw error;
  }
}
