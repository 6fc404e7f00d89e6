import { t } from '@vscode/l10n';
import { fromBase64, toBase64 } from '../base64.ts';
import { parseSpeech } from '../model/parse/parse.ts';
import { isLedger, isSpeech } from '../model/reading/detect.ts';
import type { Speech } from '../model/speech.ts';
import type {
  SimilarAddParams,
  SimilarChunk,
  SimilarFile,
  SimilarForgetParams,
  SimilarSaveParams,
  SimilarSaveResult,
  SimilarSizeResult,
  SimilarSyncParams,
  SimilarSyncResult,
} from '../protocol.ts';
import { fingerprint } from './fingerprint.ts';
import { similarIn } from './lookup.ts';
import type { Filed } from './segment.ts';
import type { Similar } from './similar.ts';
import { createIndex } from './similarIndex.ts';
import { decode, encode } from './store.ts';

/**
 * The index of other speeches, and what the client may do with it. The client has the files and the
 * storage, the server only hashes.
 */
export interface SimilarDesk extends Similar {
  load(chunk: SimilarChunk): SimilarSizeResult;
  sync(params: SimilarSyncParams): SimilarSyncResult;
  add(params: SimilarAddParams): SimilarSizeResult;
  forget(params: SimilarForgetParams): SimilarSizeResult;
  save(params: SimilarSaveParams): SimilarSaveResult;
  /** What a writer should know when all files are there: what nothing is compared with. Told once. */
  complaint(): string | undefined;
}

/** `uriOf` tells the file of a speech, `index` is an empty one. */
export function similarDesk(uriOf: (speech: Speech) => string | undefined, index = createIndex()): SimilarDesk {
  /** Files that the index had no room for, as they were then; it may have when others are gone. */
  const refused = new Map<string, SimilarFile>();
  let hasComplained = false;
  return {
    ...similarIn(index, uriOf),
    load({ base64 }) {
      for (const speech of decode(fromBase64(base64))) put(speech);
      return { size: index.size };
    },
    sync({ files }) {
      const named = new Set(files.map(({ uri }) => uri));
      const gone = [...index.all()].flatMap(({ uri }) => (named.has(uri) ? [] : uri));
      forget(gone);
      for (const uri of refused.keys()) if (!named.has(uri)) refused.delete(uri);
      const wanted = files.filter((file) => !isAsKnown(file, index.get(file.uri) ?? refused.get(file.uri)));
      return { wanted: wanted.map(({ uri }) => uri), gone: gone.length };
    },
    add({ files }) {
      for (const { uri, stamp, lastYear, text } of files) {
        const speech = parseSpeech(text);
        // A file that is no speech, or is made out of one, is filed without hashes, so that it is not asked for again.
        const counts = isSpeech(speech, uri) && (lastYear || !isLedger(speech));
        const known = counts ? fingerprint(speech) : noFingerprint;
        put({ uri, stamp, lastYear, fingerprint: known });
      }
      return { size: index.size };
    },
    forget({ uris }) {
      forget(uris);
      return { size: index.size };
    },
    save({ from }) {
      const speeches = [...index.all()].slice(from, from + chunkSize);
      const next = from + chunkSize;
      return { base64: toBase64(encode(speeches)), next: next < index.size ? next : undefined };
    },
    complaint() {
      if (refused.size === 0 || hasComplained) return undefined;
      hasComplained = true;
      return t('雷同索引满了，有 {0} 个文件没有收进去，没有同它们比较。', refused.size);
    },
  };

  function put(speech: Filed): void {
    const { uri, stamp, lastYear } = speech;
    if (index.put(speech)) refused.delete(uri);
    else refused.set(uri, { uri, stamp, lastYear });
  }

  function forget(uris: readonly string[]): void {
    for (const uri of uris) index.remove(uri);
    if (uris.length > 0) refused.clear();
  }
}

function isAsKnown({ stamp, lastYear }: SimilarFile, known: SimilarFile | undefined): boolean {
  return known?.stamp === stamp && known.lastYear === lastYear;
}

/** How many speeches are in one message and one file. */
const chunkSize = 500;

const noFingerprint = fingerprint(parseSpeech(''));
