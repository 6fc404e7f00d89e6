import { config as configureLanguage } from '@vscode/l10n';
import {
  type CancellationToken,
  type Connection,
  DidChangeConfigurationNotification,
  type Disposable,
  DocumentSymbolRequest,
  LSPErrorCodes,
  PositionEncodingKind,
  ResponseError,
  type ServerCapabilities,
  TextDocumentSyncKind,
} from 'vscode-languageserver';
import { abilitiesOf } from './abilities.ts';
import type { Desk, Reading } from './desk.ts';
import { documentSymbols, flatSymbols } from './features/documentSymbols.ts';
import { foldingRanges } from './features/foldingRanges.ts';
import { isChinese } from './isChinese.ts';
import type { Context } from './model/context.ts';
import { isSpeech } from './model/reading/detect.ts';
import type { Speech } from './model/speech.ts';
import { noSpeech, openSpeeches } from './openSpeeches.ts';
import type { InitializationOptions } from './protocol.ts';
import { addFindingRoutes, findingCapabilities } from './routes/findingRoutes.ts';
import { addPageRoutes } from './routes/pageRoutes.ts';
import { addProfileRoutes } from './routes/profileRoutes.ts';
import { addSimilarRoutes } from './routes/similarRoutes.ts';
import { addSymbolRoutes, symbolCapabilities } from './routes/symbolRoutes.ts';
import { addTraceRoutes, traceCapabilities } from './routes/traceRoutes.ts';
import { addWritingRoutes, writingCapabilities } from './routes/writingRoutes.ts';
import { settingsCache } from './settingsCache.ts';
import { settled } from './settled.ts';
import { unescaped } from './unescaped.ts';

/** What an entry may want to know. */
export interface Hooks {
  /** Sees the options of the client before anything else happens. */
  prepare?(options: InitializationOptions): void;
  /** The findings of a speech are ready. */
  found?(): void;
}

/** Wires everything to a connection: what a route does is the business of its feature. */
export function createServer(connection: Connection, { prepare, found }: Hooks = {}): void {
  const open = openSpeeches();
  const settings = settingsCache(connection, () => can);
  const similar = addSimilarRoutes(connection, open.uriOf);
  let can = abilitiesOf({});
  let symbols: Promise<Disposable> | undefined;

  connection.onInitialize(async ({ capabilities, locale, initializationOptions }) => {
    const options: InitializationOptions = initializationOptions ?? {};
    prepare?.(options);
    can = abilitiesOf(capabilities, options);
    if (!isChinese(options.locale ?? locale ?? 'zh'))
      configureLanguage({ contents: (await import('./english.ts')).english });
    const isUtf8 = capabilities.general?.positionEncodings?.[0] === PositionEncodingKind.UTF8;
    if (isUtf8) open.countInUtf8();
    return {
      capabilities: {
        ...serverCapabilities,
        ...(!can.symbolsRegistration && { documentSymbolProvider: symbolOptions }),
        positionEncoding: isUtf8 ? PositionEncodingKind.UTF8 : PositionEncodingKind.UTF16,
      },
      serverInfo: { name: 'fayan' },
    };
  });

  connection.onInitialized(() => {
    if (can.settingsRegistration) void connection.client.register(DidChangeConfigurationNotification.type);
    announceSymbols();
  });

  connection.onDocumentSymbol(async ({ textDocument: { uri } }, token) => {
    const isOn = (await settings.of(uri)).documentSymbols;
    const found = isOn ? documentSymbols((await read(uri, token)).speech) : [];
    return can.nestedSymbols ? found : flatSymbols(uri, found);
  });
  connection.onFoldingRanges(async ({ textDocument: { uri } }, token) =>
    foldingRanges((await read(uri, token)).speech),
  );

  const documentDesk: Pick<Desk, 'open' | 'read'> = {
    open: (uri) => ({ speech: open.speechOf(uri), version: open.versionOf(uri) ?? 0 }),
    read,
  };
  const context = (uri: string): Context => contextOf(uri);
  const findingDesk = { ...documentDesk, context, settings: settings.of, can: () => can };
  const { reports, refresh } = addFindingRoutes(connection, open, findingDesk, found);
  const contextOf = addProfileRoutes(connection, { ...documentDesk, refresh }, { similar });
  const desk: Desk = { ...findingDesk, reports };
  addTraceRoutes(connection, desk);
  addSymbolRoutes(connection, desk, () => open.documents.keys());
  addPageRoutes(connection, desk);
  addWritingRoutes(connection, desk);

  connection.onDidChangeConfiguration(() => {
    settings.forget();
    announceSymbols();
    if (can.hintsRefresh) void connection.languages.inlayHint.refresh();
    refresh();
  });
  open.documents.onDidClose(({ document }) => settings.forget(document.uri));

  open.documents.listen(connection);
  connection.listen();

  /** An editor keeps the symbols of a text until somebody new offers some; there is no other way to make it ask again. */
  function announceSymbols(): void {
    if (!can.symbolsRegistration) return;
    const last = symbols;
    symbols = connection.client.register(DocumentSymbolRequest.type, {
      documentSelector: [{ language: 'markdown' }],
      ...symbolOptions,
    });
    void last?.then((one) => one.dispose());
  }

  async function read(uri: string, token?: CancellationToken, isCostly = false): Promise<Reading> {
    const speech = await speechIn(uri, token, isCostly);
    return { speech, isSpeech: speech !== noSpeech, version: open.versionOf(uri) ?? 0, context: context(uri) };
  }

  /** The speech once the keystrokes on their way have arrived; `noSpeech` for a file that is no speech and must be left alone. */
  async function speechIn(uri: string, token: CancellationToken | undefined, isCostly: boolean): Promise<Speech> {
    const { detect } = await settings.of(uri);
    if (detect === 'never') return noSpeech;
    await settled(() => open.versionOf(uri), isCostly);
    if (token?.isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, 'cancelled');
    const speech = open.speechOf(uri);
    return detect === 'always' || isSpeech(speech, unescaped(uri)) ? speech : noSpeech;
  }
}

const symbolOptions = { label: '发言' };

const serverCapabilities: ServerCapabilities = {
  textDocumentSync: TextDocumentSyncKind.Incremental,
  foldingRangeProvider: true,
  ...findingCapabilities,
  ...symbolCapabilities,
  ...traceCapabilities,
  ...writingCapabilities,
};
