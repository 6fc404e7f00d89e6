import { config as configureLanguage } from '@vscode/l10n';
import {
  type CancellationToken,
  CodeActionKind,
  type Connection,
  DidChangeConfigurationNotification,
  type Disposable,
  DocumentDiagnosticReportKind,
  DocumentSymbolRequest,
  LSPErrorCodes,
  PositionEncodingKind,
  ResponseError,
  type ServerCapabilities,
  type TextDocumentIdentifier,
  TextDocumentSyncKind,
  TextDocuments,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { abilitiesOf } from './abilities.ts';
import type { Desk } from './desk.ts';
import { codeActions, fixAllKind, isWanted } from './features/codeActions.ts';
import { diagnostics } from './features/diagnostics.ts';
import { disableActions } from './features/disableActions.ts';
import { documentSymbols, flatSymbols } from './features/documentSymbols.ts';
import { foldingRanges } from './features/foldingRanges.ts';
import { linkActions } from './features/linkActions.ts';
import { isSpeech } from './model/detect.ts';
import { parseSpeech } from './model/parse.ts';
import type { Speech } from './model/speech.ts';
import { addPageRoutes } from './pageRoutes.ts';
import { addProfileRoutes } from './profileRoutes.ts';
import type { InitializationOptions } from './protocol.ts';
import { isTooLong, lint, lintOutline, type Report } from './rules/lint.ts';
import { defaultSettings, readSettings, type Settings } from './settings.ts';
import { settled } from './settled.ts';
import { addSimilarRoutes } from './similarRoutes.ts';
import { addTraceRoutes, traceCapabilities } from './traceRoutes.ts';
import { unescaped } from './unescaped.ts';
import { inUtf8, updateUtf8 } from './utf8.ts';
import { addWritingRoutes, writingCapabilities } from './writingRoutes.ts';

/** What an entry may want to know. */
export interface Hooks {
  /** Sees what the client says at the start. */
  prepare?(options: InitializationOptions): void;
  /** The findings of a speech have been worked out. */
  found?(): void;
}

/** Wires the features to a connection; everything else here is somebody else's job. */
export function createServer(connection: Connection, { prepare, found }: Hooks = {}): void {
  let isUtf8 = false;
  const documents = new TextDocuments<TextDocument>({
    create: (uri, languageId, version, text) => encoded(TextDocument.create(uri, languageId, version, text)),
    update: (document, changes, version) =>
      isUtf8 ? updateUtf8(document, changes, version) : TextDocument.update(document, changes, version),
  });
  /** As they were read, and as they are told to a client that counts in UTF-8. */
  const speeches = new Map<string, { version: number; read: Speech; speech: Speech }>();
  const settings = new Map<string, Promise<Settings>>();
  const uris = new WeakMap<Speech, string>();
  const toldEarly = new Set<string>();
  const similar = addSimilarRoutes(connection, (speech) => uris.get(speech));
  let can = abilitiesOf({});
  let symbols: Promise<Disposable> | undefined;

  connection.onInitialize(async ({ capabilities, locale, initializationOptions }) => {
    const options: InitializationOptions = initializationOptions ?? {};
    prepare?.(options);
    can = abilitiesOf(capabilities, options);
    if (!/^zh/i.test(options.locale ?? locale ?? 'zh'))
      configureLanguage({ contents: (await import('./english.ts')).english });
    const encodings = capabilities.general?.positionEncodings ?? [];
    isUtf8 = encodings[0] === PositionEncodingKind.UTF8;
    const positionEncoding = isUtf8 ? PositionEncodingKind.UTF8 : PositionEncodingKind.UTF16;
    return {
      capabilities: {
        ...serverCapabilities,
        ...(!can.symbolsRegistration && { documentSymbolProvider: symbolOptions }),
        positionEncoding,
      },
      serverInfo: { name: 'fayan' },
    };
  });

  connection.onInitialized(() => {
    if (can.settingsRegistration) void connection.client.register(DidChangeConfigurationNotification.type);
    announceSymbols();
  });

  connection.onDocumentSymbol(async ({ textDocument }, token) => {
    const settings = await settingsOf(textDocument);
    const symbols = settings.documentSymbols ? documentSymbols(await checked(textDocument, token)) : [];
    return can.nestedSymbols ? symbols : flatSymbols(textDocument.uri, symbols);
  });
  connection.onFoldingRanges(async ({ textDocument }, token) => foldingRanges(await checked(textDocument, token)));

  connection.onCodeAction(async ({ textDocument, range, context }, token) => {
    const speech = await checked(textDocument, token);
    const version = can.versionedEdits ? (documents.get(textDocument.uri)?.version ?? null) : undefined;
    const { rules } = await settingsOf(textDocument);
    const lintAgain = (text: string) => {
      const again = parseSpeech(text, speech);
      // Else the file on disk, if it is in the index, would count as another speech that says the same.
      uris.set(again, textDocument.uri);
      return lint(again, rules, contextFor(textDocument.uri));
    };
    const target = { uri: textDocument.uri, version };
    const reports = await reportsOf(textDocument, speech);
    const fixes = codeActions(target, speech, range, reports, lintAgain, context.only);
    if (!isWanted(CodeActionKind.QuickFix, context.only)) return fixes;
    return [
      ...fixes,
      ...linkActions(target, speech, range, context.diagnostics, contextFor(textDocument.uri), can.commands),
      ...disableActions(target, speech, range, reports),
    ];
  });

  connection.languages.diagnostics.on(async ({ textDocument }, token) => {
    const speech = await checked(textDocument, token, true);
    const early = can.asksAgain ? await earlyReportsOf(textDocument, speech) : undefined;
    if (early) void tellTheRest(textDocument);
    const reports = early ?? (await reportsOf(textDocument, speech));
    return { kind: DocumentDiagnosticReportKind.Full, items: diagnostics(textDocument.uri, speech, reports) };
  });

  const documentDesk: Pick<Desk, 'open' | 'read'> = {
    open: (uri) => ({ speech: speechOf({ uri }), version: documents.get(uri)?.version ?? 0 }),
    async read(uri, token) {
      const speech = await checked({ uri }, token);
      const version = documents.get(uri)?.version ?? 0;
      return { speech, isSpeech: speech !== nothing, version, context: contextFor(uri) };
    },
  };
  const contextFor = addProfileRoutes(connection, { ...documentDesk, refresh }, { similar });
  const desk: Desk = {
    ...documentDesk,
    context: contextFor,
    settings: (uri) => settingsOf({ uri }),
    reports: async (uri) => reportsOf({ uri }, await checked({ uri })),
    can: () => can,
  };
  addTraceRoutes(connection, desk);
  addPageRoutes(connection, desk);
  addWritingRoutes(connection, desk);

  connection.onDidChangeConfiguration(() => {
    settings.clear();
    announceSymbols();
    if (can.hintsRefresh) void connection.languages.inlayHint.refresh();
    refresh();
  });
  documents.onDidChangeContent(({ document }) => {
    if (!can.asksFindings) void push(document);
  });
  documents.onDidClose(({ document }) => {
    speeches.delete(document.uri);
    settings.delete(document.uri);
    toldEarly.delete(document.uri);
    if (!can.asksFindings) void connection.sendDiagnostics({ uri: document.uri, diagnostics: [] });
  });

  documents.listen(connection);
  connection.listen();

  /** Findings anew: a client that asks for them asks again, where it can be told to; any other is told. */
  function refresh(): void {
    if (can.asksFindings) {
      if (can.asksAgain) void connection.languages.diagnostics.refresh();
    } else for (const document of documents.all()) void push(document);
  }

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

  /** Says what is found in a document, unless it has been edited meanwhile and the next call will. */
  async function push({ uri, version }: TextDocument): Promise<void> {
    const isCurrent = () => documents.get(uri)?.version === version;
    const speech = await checked({ uri });
    if (!isCurrent()) return;
    const early = await earlyReportsOf({ uri }, speech);
    if (early) {
      send(early);
      await settled(() => documents.get(uri)?.version, true);
      if (!isCurrent()) return;
    }
    const reports = await reportsOf({ uri }, speech);
    if (isCurrent()) send(reports);

    function send(reports: readonly Report[]): void {
      void connection.sendDiagnostics({ uri, version, diagnostics: diagnostics(uri, speech, reports) });
    }
  }

  /** What a long document is told at first, once after it is opened: what its outline shows; the rest takes several times as long. */
  async function earlyReportsOf(document: TextDocumentIdentifier, speech: Speech): Promise<Report[] | undefined> {
    const { length } = speech.text;
    if (length < longText || isTooLong(speech) || toldEarly.has(document.uri)) return undefined;
    toldEarly.add(document.uri);
    return lintOutline(speech, (await settingsOf(document)).rules, contextFor(document.uri));
  }

  /**
   * Works out the rest, after all that has been asked meanwhile, and has the client ask once more: not before, for a client drops the
   * answer that it is still reading when it is to ask again.
   */
  async function tellTheRest(document: TextDocumentIdentifier): Promise<void> {
    await reportsOf(document, await checked(document, undefined, true));
    refresh();
  }

  /** A whole reading, for what is remembered of an earlier one counts otherwise. */
  function inUtf8Columns({ retouch: _, ...read }: Speech): Speech {
    return { ...read, source: encoded(read.source) };
  }

  /** A document as the client counts its columns. */
  function encoded(document: TextDocument): TextDocument {
    return isUtf8 ? inUtf8(document) : document;
  }

  /** The parsed document; a new version reuses what the last one left untouched. */
  function speechOf({ uri }: TextDocumentIdentifier): Speech {
    const document = documents.get(uri);
    if (!document) return nothing;
    const known = speeches.get(uri);
    const text = document.getText();
    // Some clients open a file twice, or count its versions from the start again.
    if (known?.version === document.version && known.speech.text === text) return known.speech;
    const read = parseSpeech(text, known?.read);
    const speech = isUtf8 ? inUtf8Columns(read) : read;
    speeches.set(uri, { version: document.version, read, speech });
    uris.set(speech, uri);
    return speech;
  }

  /** The speech, or an empty one where the file is none and is to be left alone. Waits for the keystrokes that are on their way. */
  async function checked(document: TextDocumentIdentifier, token?: CancellationToken, dear = false): Promise<Speech> {
    const { detect } = await settingsOf(document);
    if (detect === 'never') return nothing;
    await settled(() => documents.get(document.uri)?.version, dear);
    if (token?.isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, 'cancelled');
    const speech = speechOf(document);
    return detect === 'always' || isSpeech(speech, unescaped(document.uri)) ? speech : nothing;
  }

  async function reportsOf(document: TextDocumentIdentifier, speech: Speech): Promise<Report[]> {
    const reports = lint(speech, (await settingsOf(document)).rules, contextFor(document.uri));
    if (speech !== nothing) found?.();
    return reports;
  }

  function settingsOf({ uri }: TextDocumentIdentifier): Promise<Settings> {
    if (!can.settings) return Promise.resolve(defaultSettings);
    const asked = settings.get(uri) ?? ask();
    settings.set(uri, asked);
    return asked;

    /** A client that fails to tell is asked again the next time. */
    async function ask(): Promise<Settings> {
      try {
        return readSettings(await connection.workspace.getConfiguration({ scopeUri: uri, section: 'fayan' }));
      } catch {
        settings.delete(uri);
        return defaultSettings;
      }
    }
  }
}

const nothing = parseSpeech('');

/** Characters; ten speeches. */
const longText = 50_000;

const symbolOptions = { label: '发言' };

const serverCapabilities: ServerCapabilities = {
  textDocumentSync: TextDocumentSyncKind.Incremental,
  foldingRangeProvider: true,
  ...traceCapabilities,
  ...writingCapabilities,
  codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, fixAllKind] },
  diagnosticProvider: { identifier: 'fayan', interFileDependencies: false, workspaceDiagnostics: false },
};
