import { fromBase64, toBase64 } from '../base64.ts';
import { parseSpeech } from '../model/parse/parse.ts';
import { isLedger, isSpeech } from '../model/reading/detect.ts';
import type { Speech } from '../model/speech.ts';
import type {
  SimilarAddParams,
  SimilarChunk,
  SimilarForgetParams,
  SimilarSaveParams,
  SimilarSaveResult,
  SimilarSizeResult,
  SimilarSyncParams,
  SimilarSyncResult,
} from '../protocol.ts';
import { fingerprint } from './fingerprint.ts';
import { similarIn } from './lookup.ts';
import type { Similar } from './similar.ts';
import { createIndex, type Index } from './similarIndex.ts';
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
}

/** An empty index; `uriOf` tells the file of a speech. */
export function similarDesk(uriOf: (speech: Speech) => string | undefined): SimilarDesk {
  const index = createIndex();
  const { passagesLike } = similarIn(index, uriOf);
  return {
    passagesLike,
    load({ base64 }) {
      for (const speech of decode(fromBase64(base64))) index.put(speech);
      return { size: index.size };
    },
    sync: (params) => sync(index, params),
    add({ files }) {
      for (const { uri, stamp, lastYear, text } of files) {
        const speech = parseSpeech(text);
        // A file that is no speech, or is made out of one, is filed without hashes, so that it is not asked for again.
        const counts = isSpeech(speech, uri) && (lastYear || !isLedger(speech));
        const known = counts ? fingerprint(speech) : noFingerprint;
        index.put({ uri, stamp, lastYear, fingerprint: known });
      }
      return { size: index.size };
    },
    forget({ uris }) {
      for (const uri of uris) index.remove(uri);
      return { size: index.size };
    },
    save({ from }) {
      const speeches = [...index.all()].slice(from, from + chunkSize);
      const next = from + chunkSize;
      return { base64: toBase64(encode(speeches)), next: next < index.size ? next : undefined };
    },
  };
}

/** How many speeches are in one message and one file. */
const chunkSize = 500;

const noFingerprint = fingerprint(parseSpeech(''));

function sync(index: Index, { files }: SimilarSyncParams): SimilarSyncResult {
  const named = new Set(files.map(({ uri }) => uri));
  const gone = [...index.all()].filter(({ uri }) => !named.has(uri));
  for (const { uri } of gone) index.remove(uri);
  const wanted = files.filter(({ uri, stamp, lastYear }) => {
    const known = index.get(uri);
    return known?.stamp !== stamp || known.lastYear !== lastYear;
  });
  return { wanted: wanted.map(({ uri }) => uri), gone: gone.length };
}
