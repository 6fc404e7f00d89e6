import type { Connection, ServerCapabilities, SymbolInformation } from 'vscode-languageserver';
import type { Desk } from '../desk.ts';
import { parseSpeech } from '../model/parse/parse.ts';
import { isSpeech } from '../model/reading/detect.ts';
import {
  type DraftsAddParams,
  type DraftsSyncParams,
  type DraftsSyncResult,
  draftsAddRequest,
  draftsSyncRequest,
} from '../protocol.ts';
import { unescaped } from '../unescaped.ts';

/** Headings of all drafts by Ctrl+T. */
export const symbolCapabilities: ServerCapabilities = { workspaceSymbolProvider: true };

/**
 * 找标题 — `workspace/symbol` over the open speeches and the drafts that the client has told of. Of a draft that is not open its headings
 * are remembered, not its text.
 */
export function addSymbolRoutes(connection: Connection, { read }: Pick<Desk, 'read'>, openUris: () => string[]): void {
  const drafts = new Map<string, { stamp: string; symbols: readonly SymbolInformation[] }>();

  connection.onRequest(draftsSyncRequest, ({ files }: DraftsSyncParams): DraftsSyncResult => {
    const named = new Set(files.map(({ uri }) => uri));
    for (const uri of drafts.keys()) if (!named.has(uri)) drafts.delete(uri);
    return { wanted: files.filter(({ uri, stamp }) => drafts.get(uri)?.stamp !== stamp).map(({ uri }) => uri) };
  });
  connection.onRequest(draftsAddRequest, async ({ files }: DraftsAddParams) => {
    const { workspaceSymbols } = await import('../onDemand.ts');
    for (const { uri, stamp, text } of files) {
      const speech = parseSpeech(text);
      drafts.set(uri, { stamp, symbols: isSpeech(speech, unescaped(uri)) ? workspaceSymbols(uri, speech) : [] });
    }
  });
  connection.onWorkspaceSymbol(async ({ query }, token) => {
    const { isAskedFor, mostSymbols, workspaceSymbols } = await import('../onDemand.ts');
    const open = new Set(openUris());
    const found: SymbolInformation[] = [];
    for (const uri of open) {
      const { speech, isSpeech } = await read(uri, token);
      if (isSpeech) found.push(...workspaceSymbols(uri, speech));
    }
    for (const [uri, { symbols }] of drafts) if (!open.has(uri)) found.push(...symbols);
    return found.filter(({ name }) => isAskedFor(name, query)).slice(0, mostSymbols);
  });
}
