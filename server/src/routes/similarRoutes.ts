import type { Connection } from 'vscode-languageserver';
import type { Speech } from '../model/speech.ts';
import {
  type SimilarAddParams,
  type SimilarChunk,
  type SimilarForgetParams,
  type SimilarSaveParams,
  type SimilarSyncParams,
  similarAddRequest,
  similarForgetRequest,
  similarLoadRequest,
  similarReadyNotification,
  similarSaveRequest,
  similarSyncRequest,
} from '../protocol.ts';
import type { Similar } from '../similar/similar.ts';
import type { SimilarDesk } from '../similar/similarDesk.ts';
import { unlessRefused } from '../unlessRefused.ts';

/**
 * 雷同 — loads the index when the client first names other speeches; until then no passage is similar to any other.
 * `refresh` delivers all findings anew.
 */
export function addSimilarRoutes(
  connection: Connection,
  uriOf: (speech: Speech) => string | undefined,
  refresh: () => void,
): Similar {
  let desk: SimilarDesk | undefined;
  const loaded = async (): Promise<SimilarDesk> => {
    const { similarDesk } = await import('../similar/similarDesk.ts');
    desk ??= similarDesk(uriOf);
    return desk;
  };
  connection.onRequest(similarLoadRequest, async (params: SimilarChunk) => (await loaded()).load(params));
  connection.onRequest(similarSyncRequest, async (params: SimilarSyncParams) => {
    // Switched off.
    if (!desk && params.files.length === 0) return { wanted: [], gone: 0 };
    return (await loaded()).sync(params);
  });
  connection.onRequest(similarAddRequest, async (params: SimilarAddParams) => (await loaded()).add(params));
  connection.onRequest(similarForgetRequest, async (params: SimilarForgetParams) => (await loaded()).forget(params));
  connection.onRequest(similarSaveRequest, async (params: SimilarSaveParams) => (await loaded()).save(params));
  connection.onNotification(similarReadyNotification, () => {
    if (!desk) return;
    refresh();
    const complaint = desk.complaint();
    if (complaint) void unlessRefused(connection, connection.window.showWarningMessage(complaint));
  });

  return {
    passagesLike: (speech) => desk?.passagesLike(speech) ?? [],
    mostLike: (speech, lastYear) => desk?.mostLike(speech, lastYear),
  };
}
