import {
  type Connection,
  type Disposable,
  DocumentSymbolRequest,
  type ServerCapabilities,
  type SymbolInformation,
} from 'vscode-languageserver';
import type { Desk } from '../desk.ts';
import { documentSymbols, flatSymbols } from '../features/documentSymbols.ts';
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
import { unlessRefused } from '../unlessRefused.ts';

/** Headings of all drafts by Ctrl+T. */
export const symbolCapabilities: ServerCapabilities = { workspaceSymbolProvider: true };

/** How the headings of a document are offered, where the client takes no registration. */
export const symbolOptions = { label: '发言' };

/**
 * 找标题 — `textDocument/documentSymbol`, and `workspace/symbol` over the open speeches and the drafts that the client has
 * told of. Of a draft that is not open its headings are remembered, not its text.
 */
export function addSymbolRoutes(
  connection: Connection,
  desk: Pick<Desk, 'read' | 'settings' | 'can'>,
  openUris: () => string[],
): Symbols {
  let registration: Promise<Disposable | undefined> | undefined;
  const drafts = new Map<string, { stamp: string; symbols: readonly SymbolInformation[] }>();

  connection.onDocumentSymbol(async ({ textDocument: { uri } }, token) => {
    const isOn = (await desk.settings(uri)).documentSymbols;
    const found = isOn ? documentSymbols((await desk.read(uri, token)).speech) : [];
    return desk.can().nestedSymbols ? found : flatSymbols(uri, found);
  });

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
      const { speech, isSpeech } = await desk.read(uri, token);
      if (isSpeech) found.push(...workspaceSymbols(uri, speech));
    }
    for (const [uri, { symbols }] of drafts) if (!open.has(uri)) found.push(...symbols);
    return found.filter(({ name }) => isAskedFor(name, query)).slice(0, mostSymbols);
  });

  return {
    announce() {
      if (!desk.can().symbolsRegistration) return;
      const last = registration;
      const options = { documentSelector: [{ language: 'markdown' }], ...symbolOptions };
      registration = unlessRefused(connection, connection.client.register(DocumentSymbolRequest.type, options));
      void last?.then((one) => one?.dispose());
    },
  };
}

/** The headings of documents, as the editor shows them. */
export interface Symbols {
  /**
   * Makes an editor ask for them again, which keeps those of a text until somebody new offers
   * some; there is no other way.
   */
  announce(): void;
}
