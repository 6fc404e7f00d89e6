import { config as configureLanguage } from '@vscode/l10n';
import {
  CodeLensRefreshRequest,
  type Connection,
  DidChangeConfigurationNotification,
  PositionEncodingKind,
  type ServerCapabilities,
  TextDocumentSyncKind,
} from 'vscode-languageserver';
import { abilitiesOf } from './abilities.ts';
import { contextsWith } from './contexts.ts';
import type { Desk } from './desk.ts';
import { documentDesk } from './documentDesk.ts';
import { foldingRanges } from './features/foldingRanges.ts';
import { isChinese } from './isChinese.ts';
import { openSpeeches } from './openSpeeches.ts';
import { type InitializationOptions, readAnewNotification } from './protocol.ts';
import { addFindingRoutes, findingCapabilities } from './routes/findingRoutes.ts';
import { addPageRoutes } from './routes/pageRoutes.ts';
import { addProfileRoutes } from './routes/profileRoutes.ts';
import { addSimilarRoutes } from './routes/similarRoutes.ts';
import { addSymbolRoutes, symbolCapabilities, symbolOptions } from './routes/symbolRoutes.ts';
import { addTraceRoutes, traceCapabilities } from './routes/traceRoutes.ts';
import { addWritingRoutes, writingCapabilities } from './routes/writingRoutes.ts';
import { settingsCache } from './settingsCache.ts';
import { unlessRefused } from './unlessRefused.ts';

/** What an entry may want to know. */
export interface Hooks {
  /** Sees the options of the client before anything else happens. */
  prepare?(options: InitializationOptions): void;
  /** The findings of a speech are ready. */
  found?(): void;
}

/** Wires everything to a connection: what a route does is the business of its feature. */
export function createServer(connection: Connection, { prepare, found }: Hooks = {}): void {
  let can = abilitiesOf({});
  const open = openSpeeches();
  const settings = settingsCache(connection, () => can);
  const contexts = contextsWith({ similar: addSimilarRoutes(connection, open.uriOf, () => findAnew()) });
  const documents = { ...documentDesk(open, settings, contexts), can: () => can };
  const { reports, refresh } = addFindingRoutes(connection, open, documents, found);
  const desk: Desk = { ...documents, reports };
  const symbols = addSymbolRoutes(connection, desk, () => open.documents.keys());
  addProfileRoutes(connection, desk, contexts, readAnew);
  addTraceRoutes(connection, desk);
  addPageRoutes(connection, desk);
  addWritingRoutes(connection, desk);
  connection.onFoldingRanges(async ({ textDocument: { uri } }, token) =>
    foldingRanges((await desk.read(uri, token)).speech),
  );

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
    if (can.settingsRegistration)
      void unlessRefused(connection, connection.client.register(DidChangeConfigurationNotification.type));
    symbols.announce();
  });
  connection.onDidChangeConfiguration(() => {
    settings.forget();
    symbols.announce();
    readAnew();
  });
  open.documents.onDidClose(({ document }) => settings.forget(document.uri));

  open.documents.listen(connection);
  connection.listen();

  /** Other findings are all that may come of the same texts. */
  function findAnew(): void {
    refresh();
    if (can.commands) void connection.sendNotification(readAnewNotification);
  }

  /** Whatever is said of the same texts may be another. */
  function readAnew(): void {
    if (can.lensRefresh) void unlessRefused(connection, connection.sendRequest(CodeLensRefreshRequest.type));
    if (can.hintsRefresh) void unlessRefused(connection, connection.languages.inlayHint.refresh());
    findAnew();
  }
}

const serverCapabilities: ServerCapabilities = {
  textDocumentSync: TextDocumentSyncKind.Incremental,
  foldingRangeProvider: true,
  ...findingCapabilities,
  ...symbolCapabilities,
  ...traceCapabilities,
  ...writingCapabilities,
};
