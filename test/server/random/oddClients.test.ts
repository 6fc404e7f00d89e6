import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import fc from 'fast-check';
import {
  CancellationTokenSource,
  ConfigurationRequest,
  DiagnosticRefreshRequest,
  DidChangeConfigurationNotification,
  DidChangeTextDocumentNotification,
  DidCloseTextDocumentNotification,
  ErrorCodes,
  InitializedNotification,
  InlayHintRefreshRequest,
  type ProtocolConnection,
  RegistrationRequest,
  ResponseError,
  ShowMessageRequest,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { workspaceDataNotification } from '../../../server/src/protocol.ts';
import { catchingAll, connected, introduce, open } from '../inMemory.ts';
import { bounded, documents, effort, speeches } from './texts.ts';

/** Addresses as editors and virtual file systems have them, and as nobody should. */
const uris = [
  'file:///home/a/甲.speech.md',
  'file:///home/a/甲.speech.md',
  'file:///home/a/甲.speech.md',
  'file:///c%3A/a/%E7%94%B2.speech.md',
  'untitled:Untitled-1.speech.md',
  'vscode-vfs://github/a/b/c.speech.md',
  'file:///a%2.speech.md',
  '__proto__',
  '',
];

type Range = { start: Position; end: Position };
type Position = { line: number; character: number };

const number = fc.oneof(
  { weight: 4, arbitrary: fc.nat(60) },
  fc.constantFrom(0, -1, 2 ** 31 - 1, 2 ** 31, 4294967295, 1.5),
);
/** Mostly the same few: versions that repeat, or go back. */
const version = fc.constantFrom(1, 1, 1, 2, 3, 0, -1, 2 ** 31);
const position: fc.Arbitrary<Position> = fc.record({ line: number, character: number });
const range: fc.Arbitrary<Range> = fc.record({ start: position, end: position });
const text = fc.oneof(documents, fc.constantFrom(...speeches.slice(0, 8), '', '\uD800'));

/** Everything that can be asked about a document, with whatever an editor may put into it. */
const questions: Readonly<Record<string, (document: { uri: string }, at: Range, word: string) => object>> = {
  'textDocument/diagnostic': (textDocument) => ({ textDocument }),
  'textDocument/documentSymbol': (textDocument) => ({ textDocument }),
  'textDocument/foldingRange': (textDocument) => ({ textDocument }),
  'textDocument/codeLens': (textDocument) => ({ textDocument }),
  'textDocument/hover': (textDocument, { start }) => ({ textDocument, position: start }),
  'textDocument/definition': (textDocument, { start }) => ({ textDocument, position: start }),
  'textDocument/references': (textDocument, { start }) => ({
    textDocument,
    position: start,
    context: { includeDeclaration: true },
  }),
  'textDocument/documentHighlight': (textDocument, { start }) => ({ textDocument, position: start }),
  'textDocument/selectionRange': (textDocument, { start, end }) => ({ textDocument, positions: [start, end] }),
  'textDocument/completion': (textDocument, { start }) => ({ textDocument, position: start }),
  'textDocument/codeAction': (textDocument, at) => ({ textDocument, range: at, context: { diagnostics: [] } }),
  'textDocument/formatting': (textDocument) => ({ textDocument, options: { tabSize: 4, insertSpaces: true } }),
  'textDocument/onTypeFormatting': (textDocument, { start }, ch) => ({
    textDocument,
    position: start,
    ch,
    options: { tabSize: 4, insertSpaces: true },
  }),
  'textDocument/inlayHint': (textDocument, at) => ({ textDocument, range: at }),
  'fayan/preview': ({ uri }) => ({ uri, view: 'pages', findings: true }),
  'fayan/page': ({ uri }) => ({ uri }),
  'fayan/outline': ({ uri }) => ({ uri }),
  'fayan/picture': ({ uri }, { start }) => ({ uri, standalone: false, width: start.line }),
  'fayan/ledger': ({ uri }) => ({ uri, format: 'csv' }),
  'fayan/linkCandidates': ({ uri }, { start }) => ({ uri, position: start }),
  'fayan/linkEdits': ({ uri }, { start }, word) => ({
    uri,
    version: start.line,
    unit: 'P1',
    counterparts: ['M1', word],
  }),
  'fayan/profile': ({ uri }) => ({ uri }),
  'fayan/profileEdits': ({ uri }, { start }, name) => ({ uri, name, year: start.line, theme: name }),
  'fayan/writing': ({ uri }, { start }) => ({ uri, position: start, action: 'enter' }),
  'fayan/capacities': ({ uri }, _, kind) => ({ uri, kind }),
  'fayan/newSpeech': ({ uri }, { start }, kind) => ({ uri, kind, year: start.line, capacity: 'leader' }),
  'fayan/sections': ({ uri }, _, title) => ({ uri, insert: { role: 'measures', title } }),
  'fayan/statistics': ({ uri }) => ({ uri }),
  'fayan/report': ({ uri }) => ({ uri, form: 'body' }),
};

const step = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ does: fc.constant('open' as const), uri: fc.constantFrom(...uris), text, version }),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      does: fc.constant('change' as const),
      uri: fc.constantFrom(...uris),
      version,
      changes: fc.array(fc.record({ text: fc.constantFrom('', '新', '\n\n', '\uD83D', '（二）'), range }), {
        maxLength: 3,
      }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('close' as const), uri: fc.constantFrom(...uris) }) },
  {
    weight: 8,
    arbitrary: fc.record({
      does: fc.constant('ask' as const),
      uri: fc.constantFrom(...uris),
      what: fc.constantFrom(...Object.keys(questions)),
      range,
      word: fc.constantFrom('__proto__', '。', '"', '\n', '个人剖析发言', '$1}`'),
      gaveUp: fc.boolean(),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      does: fc.constant('configure' as const),
      settings: fc.constantFrom(
        {},
        null,
        'fail',
        { detect: 'always', rules: { __proto__: null, toString: 'error' } },
        { detect: 'never' },
      ),
      refuses: fc.boolean(),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      does: fc.constant('data' as const),
      folder: fc.constantFrom('file:///home/a', '', 'vscode-vfs://github/a/b'),
      json: fc.constantFrom('{}', '[', '{"__proto__": {"detect": "x"}}', '{"profiles": [{}]}'),
    }),
  },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('wait' as const) }) },
);

describe('a client that keeps no order', function () {
  this.timeout(240_000 * effort);
  catchingAll();

  it('is answered all the same, and the server ends where a fresh one would be', async () => {
    await fc.assert(
      // Long, so that documents are opened, asked about and changed in the same run.
      fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 40, size: 'max' }), async (steps) => {
        const mood: Mood = { settings: {}, refuses: false };
        const client = await started(mood);
        // What the client has itself.
        const mirror = new Map<string, TextDocument>();
        let data: object | undefined;
        const answers: Array<Promise<string>> = [];
        for (const one of steps) {
          if (one.does === 'open') {
            const { uri, version } = one;
            mirror.set(uri, TextDocument.create(uri, 'markdown', version, one.text));
            await open(client, uri, one.text, version);
          } else if (one.does === 'change') {
            const { uri, version, changes } = one;
            const known = mirror.get(uri);
            if (known)
              mirror.set(uri, TextDocument.update(known, changes, changes.length > 0 ? version : known.version));
            await client.sendNotification(DidChangeTextDocumentNotification.type, {
              textDocument: { uri, version },
              contentChanges: changes,
            });
          } else if (one.does === 'close') {
            mirror.delete(one.uri);
            await client.sendNotification(DidCloseTextDocumentNotification.type, { textDocument: { uri: one.uri } });
          } else if (one.does === 'ask') {
            const params = questions[one.what]?.({ uri: one.uri }, one.range, one.word);
            answers.push(answer(client, one.what, params, one.gaveUp));
          } else if (one.does === 'configure') {
            mood.settings = one.settings;
            mood.refuses = one.refuses;
            await client.sendNotification(DidChangeConfigurationNotification.type, { settings: null });
          } else if (one.does === 'data') {
            const files = [{ path: 'config.json', uri: `${one.folder}/.fayan/config.json`, text: one.json }];
            data = { folders: [{ uri: one.folder, files }] };
            await client.sendNotification(workspaceDataNotification, data);
          } else await sleep(1);
        }
        assert.deepEqual(
          (await Promise.all(answers)).filter((said) => said !== ''),
          [],
        );
        mood.settings = {};
        await client.sendNotification(DidChangeConfigurationNotification.type, { settings: null });
        const fresh = await started({ settings: {}, refuses: false });
        if (data) await fresh.sendNotification(workspaceDataNotification, data);
        for (const document of mirror.values()) {
          const { uri, version } = document;
          await open(fresh, uri, document.getText(), version);
          assert.deepEqual(await state(client, uri), await state(fresh, uri));
        }
        client.dispose();
        fresh.dispose();
      }),
      bounded(60),
    );
  });
});

function state(client: ProtocolConnection, uri: string): Promise<unknown> {
  const textDocument = { uri };
  return Promise.all([
    client.sendRequest('textDocument/diagnostic', { textDocument }),
    client.sendRequest('textDocument/documentSymbol', { textDocument }),
    client.sendRequest('fayan/outline', { uri }),
  ]);
}

/** Empty, or what went wrong inside. */
async function answer(client: ProtocolConnection, what: string, params: unknown, gaveUp: boolean): Promise<string> {
  const source = new CancellationTokenSource();
  const asked = client.sendRequest<unknown>(what, params, source.token);
  if (gaveUp) source.cancel();
  try {
    await asked;
    return '';
  } catch (error) {
    const { code, message } = error as ResponseError;
    return code === ErrorCodes.InternalError || code === ErrorCodes.MethodNotFound || code === undefined
      ? `${what} ${JSON.stringify(params)}: ${message}`
      : '';
  }
}

/** How a client answers from now on: the settings it tells, and whether it refuses what else the server asks of it. */
interface Mood {
  settings: unknown;
  refuses: boolean;
}

async function started(mood: Mood): Promise<ProtocolConnection> {
  const client = connected();
  client.onRequest(ConfigurationRequest.type, async ({ items }) => {
    await sleep(1);
    if (mood.settings === 'fail') throw new Error('no settings now');
    return items.map(() => mood.settings);
  });
  const unlessRefusing = () => {
    if (mood.refuses) throw new ResponseError(ErrorCodes.MethodNotFound, 'not here');
  };
  for (const { method } of [DiagnosticRefreshRequest.type, InlayHintRefreshRequest.type, RegistrationRequest.type])
    client.onRequest(method, unlessRefusing);
  client.onRequest(ShowMessageRequest.type, () => {
    unlessRefusing();
    return null;
  });
  await introduce(client, {
    workspace: {
      configuration: true,
      didChangeConfiguration: { dynamicRegistration: true },
      diagnostics: { refreshSupport: true },
      inlayHint: { refreshSupport: true },
    },
    textDocument: { diagnostic: {}, documentSymbol: { dynamicRegistration: true } },
  });
  await client.sendNotification(InitializedNotification.type, {});
  return client;
}
