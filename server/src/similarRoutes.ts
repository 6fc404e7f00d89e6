import type { Connection } from 'vscode-languageserver';
import { isSpeech } from './model/detect.ts';
import { parseSpeech } from './model/parse.ts';
import type { Speech } from './model/speech.ts';
import {
  type SimilarAddParams,
  type SimilarChunk,
  type SimilarForgetParams,
  type SimilarSaveParams,
  type SimilarSaveResult,
  type SimilarSizeResult,
  type SimilarSyncParams,
  type SimilarSyncResult,
  similarAddRequest,
  similarForgetRequest,
  similarLoadRequest,
  similarReadyNotification,
  similarSaveRequest,
  similarSyncRequest,
} from './protocol.ts';
import { fromBase64, toBase64 } from './similar/base64.ts';
import { fingerprint } from './similar/fingerprint.ts';
import { similarIn } from './similar/lookup.ts';
import type { Similar } from './similar/similar.ts';
import { createIndex, type Index } from './similar/similarIndex.ts';
import { decode, encode } from './similar/store.ts';

/** 雷同 — keeps the index of the other speeches. The client has the files and the storage; the server has the hashes. */
export function addSimilarRoutes(connection: Connection, uriOf: (speech: Speech) => string | undefined): Similar {
  const index = createIndex();

  connection.onRequest(similarLoadRequest, ({ base64 }: SimilarChunk): SimilarSizeResult => {
    for (const speech of decode(fromBase64(base64))) index.put(speech);
    return { size: index.size };
  });
  connection.onRequest(similarSyncRequest, (params: SimilarSyncParams) => sync(index, params));
  connection.onRequest(similarAddRequest, ({ files }: SimilarAddParams): SimilarSizeResult => {
    for (const { uri, stamp, lastYear, text } of files) {
      const speech = parseSpeech(text);
      // What is no speech is filed without a trace, so that it is not asked for again.
      const known = isSpeech(speech, uri) ? fingerprint(speech) : noFingerprint;
      index.put({ uri, stamp, lastYear, fingerprint: known });
    }
    return { size: index.size };
  });
  connection.onRequest(similarForgetRequest, ({ uris }: SimilarForgetParams): SimilarSizeResult => {
    for (const uri of uris) index.remove(uri);
    return { size: index.size };
  });
  connection.onRequest(similarSaveRequest, ({ from }: SimilarSaveParams): SimilarSaveResult => {
    const speeches = [...index.all()].slice(from, from + chunkSize);
    const next = from + chunkSize;
    return { base64: toBase64(encode(speeches)), next: next < index.size ? next : undefined };
  });
  connection.onNotification(similarReadyNotification, () => connection.languages.diagnostics.refresh());

  return similarIn(index, uriOf);
}

/** Speeches in one message and one file. */
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
