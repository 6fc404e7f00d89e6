import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import {
  CodeActionKind,
  CodeActionRequest,
  CodeLensRequest,
  CompletionRequest,
  ConfigurationRequest,
  createProtocolConnection,
  DefinitionRequest,
  DidChangeConfigurationNotification,
  DidChangeTextDocumentNotification,
  DocumentDiagnosticRequest,
  DocumentHighlightRequest,
  DocumentSymbolRequest,
  ErrorCodes,
  ExitNotification,
  HoverRequest,
  InitializedNotification,
  InitializeRequest,
  type InitializeResult,
  MarkupContent,
  type ProtocolConnection,
  ReferencesRequest,
  RegistrationRequest,
  ResponseError,
  SelectionRangeRequest,
  ShutdownRequest,
  StreamMessageReader,
  StreamMessageWriter,
  UnregistrationRequest,
  WorkspaceSymbolRequest,
} from 'vscode-languageserver/node';
import {
  type DraftsSyncResult,
  draftsAddRequest,
  draftsSyncRequest,
  type LedgerResult,
  type LinkCandidatesResult,
  type LinkEditsResult,
  ledgerRequest,
  linkCandidatesRequest,
  linkEditsRequest,
  type OutlineResult,
  outlineRequest,
  type PictureResult,
  pictureRequest,
} from '../../server/src/protocol.ts';
import { pinnedText } from './features/pinned.ts';
import { connected, introduce, open } from './inMemory.ts';

const uri = 'untitled:a.speech.md';
const textDocument = { uri };
const lineOf = (words: string) => pinnedText.slice(0, pinnedText.indexOf(words)).split('\n').length - 1;
const at = (words: string) => ({ line: lineOf(words), character: 1 });

/**
 * What a client of any editor sees; run against the server in this process, and against the bundle over stdio. The
 * client that `connect` gives listens already.
 */
function conversation(connect: () => ProtocolConnection): void {
  let client: ProtocolConnection;
  let started: InitializeResult;
  let settings = {};
  /** What the server has offered after the start, in order. */
  const offered: string[] = [];

  before(async () => {
    client = connect();
    client.onRequest(ConfigurationRequest.type, ({ items }) => items.map(() => settings));
    client.onRequest(RegistrationRequest.type, ({ registrations }) => {
      offered.push(...registrations.map(({ method }) => method));
    });
    client.onRequest(UnregistrationRequest.type, () => {});
    started = await client.sendRequest(InitializeRequest.type, {
      processId: null,
      rootUri: null,
      capabilities: {
        workspace: { configuration: true },
        textDocument: {
          documentSymbol: { dynamicRegistration: true, hierarchicalDocumentSymbolSupport: true },
          definition: { linkSupport: true },
        },
      },
      initializationOptions: { commands: true, asksSourceActions: true },
    });
    await open(client, uri, pinnedText);
  });

  it('says what it can', () => {
    assert.deepEqual(Object.keys(started.capabilities).sort(), [
      'codeActionProvider',
      'codeLensProvider',
      'completionProvider',
      'definitionProvider',
      'diagnosticProvider',
      'documentFormattingProvider',
      'documentHighlightProvider',
      'documentOnTypeFormattingProvider',
      'foldingRangeProvider',
      'hoverProvider',
      'inlayHintProvider',
      'positionEncoding',
      'referencesProvider',
      'selectionRangeProvider',
      'textDocumentSync',
      'workspaceSymbolProvider',
    ]);
  });

  it('lists the sections until the settings say no, and makes the editor ask again then', async () => {
    const names = async () => {
      const symbols = (await client.sendRequest(DocumentSymbolRequest.type, { textDocument })) ?? [];
      return symbols.map(({ name }) => name);
    };
    const change = async (settled: object) => {
      settings = settled;
      offered.length = 0;
      await client.sendNotification(DidChangeConfigurationNotification.type, { settings: null });
    };
    assert.deepEqual(await names(), ['一、存在的问题', '二、原因分析', '三、整改措施']);
    await change({ documentSymbols: false });
    assert.deepEqual([await names(), offered], [[], ['textDocument/documentSymbol']]);
    await change({});
    assert.equal((await names()).length, 3);
  });

  it('finds headings in what is open, and in the drafts that the client has told of', async () => {
    const found = async (query: string) => {
      const symbols = (await client.sendRequest(WorkspaceSymbolRequest.type, { query })) ?? [];
      return symbols.map(({ name, location }) => `${location.uri} ${name}`);
    };
    const tell = (...files: Array<{ uri: string; stamp: string }>) =>
      client.sendRequest<DraftsSyncResult>(draftsSyncRequest, { files });
    const draft = { uri: 'file:///b.speech.md', stamp: '1' };
    assert.deepEqual(await found('意识形态'), [`${uri} （三）意识形态阵地管理松懈`]);
    assert.deepEqual(await tell(draft, { uri, stamp: '1' }), { wanted: [draft.uri, uri] });
    await client.sendRequest(draftsAddRequest, {
      files: [
        { ...draft, text: '一、存在的问题\n\n（一）意识形态淡化。不够。\n' },
        // What is on disk is older than what is open.
        { uri, stamp: '1', text: '一、意识形态旧稿\n' },
        { uri: 'file:///notes.md', stamp: '1', text: '# 意识形态随记\n' },
      ],
    });
    assert.deepEqual(await found('意识形态'), [`${uri} （三）意识形态阵地管理松懈`, `${draft.uri} （一）意识形态淡化`]);
    assert.deepEqual(await tell({ ...draft, stamp: '2' }), { wanted: [draft.uri] });
    assert.deepEqual(await tell(), { wanted: [] });
    assert.deepEqual(await found('意识形态'), [`${uri} （三）意识形态阵地管理松懈`]);
  });

  it('reports the problem that nothing answers', async () => {
    const report = await client.sendRequest(DocumentDiagnosticRequest.type, { textDocument });
    const codes = report.kind === 'full' ? report.items.map(({ code, range }) => `${code} ${range.start.line}`) : [];
    assert.ok(codes.includes(`unmet-problem ${lineOf('（三）意识形态')}`), codes.join('\n'));
  });

  it('answers what the editor asks at a unit', async () => {
    const position = at('（二）联系群众');
    const [lenses, hover, definition, references, highlights, ranges] = await Promise.all([
      client.sendRequest(CodeLensRequest.type, { textDocument }),
      client.sendRequest(HoverRequest.type, { textDocument, position }),
      client.sendRequest(DefinitionRequest.type, { textDocument, position }),
      client.sendRequest(ReferencesRequest.type, { textDocument, position, context: { includeDeclaration: true } }),
      client.sendRequest(DocumentHighlightRequest.type, { textDocument, position }),
      client.sendRequest(SelectionRangeRequest.type, { textDocument, positions: [position] }),
    ]);
    assert.equal(lenses?.[1]?.command?.title, '整改：（二） · 原因：（一）');
    assert.ok(hover);
    assert.equal(Array.isArray(definition) && definition.length, 2);
    assert.deepEqual([references?.length, highlights?.length, ranges?.length], [3, 3, 1]);
  });

  it('gives the tree, the picture and the ledger', async () => {
    const outline = await client.sendRequest<OutlineResult>(outlineRequest, { uri });
    assert.deepEqual([outline.isSpeech, outline.nodes.length, outline.counts.unmet], [true, 3, 1]);
    const picture = await client.sendRequest<PictureResult>(pictureRequest, { uri, standalone: true });
    assert.match(picture.svg, /^<svg/);
    const ledger = await client.sendRequest<LedgerResult>(ledgerRequest, { uri, format: 'csv' });
    assert.match(Buffer.from(ledger.base64, 'base64').toString('utf8'), /^\ufeff序号,/);
  });

  it('gets commands for all that is alike, and works out “fix all” when it is asked for', async () => {
    const draft = { uri: 'file:///发言/标点.speech.md' };
    const text = '学习不够,笔记靠补,以身做则不够。\n';
    await open(client, draft.uri, text);
    const start = { line: 0, character: 4 };
    const range = { start, end: start };
    const ask = async (only?: string[]) =>
      (await client.sendRequest(CodeActionRequest.type, {
        textDocument: draft,
        range,
        context: { diagnostics: [], ...(only && { only }) },
      })) ?? [];
    const kinds = (await ask()).flatMap((action) => ('kind' in action ? [`${action.kind} ${action.title}`] : []));
    assert.deepEqual(kinds.slice(0, 3), [
      'quickfix 改为“，”',
      'quickfix 同类的 2 处一并改正：中文里应当用全角标点',
      'quickfix 各类有把握的 3 处一并改正',
    ]);
    assert.ok(!kinds.some((kind) => kind.startsWith('source')), kinds.join());
    const [all, ...others] = await ask(['source.fixAll.fayan.misspelt-word']);
    assert.match(JSON.stringify(all), /以身作则|"作"/);
    assert.deepEqual(others, []);
  });

  it('links, for the version that was asked about', async () => {
    const params = { uri, position: at('（三）意识形态') };
    const { unit, version, candidates } = await client.sendRequest<LinkCandidatesResult>(linkCandidatesRequest, params);
    assert.equal(unit?.id, 'P3');
    assert.deepEqual(candidates.map(({ id }) => id).sort(), ['M1', 'M2', 'M3']);
    const wanted = { uri, version, unit: 'P3', counterparts: ['M2'] };
    const linked = await client.sendRequest<LinkEditsResult>(linkEditsRequest, wanted);
    assert.equal(linked.version, version);
    assert.match(linked.edits?.[0]?.newText ?? '', /^<!-- 对应：（二）.*、（三）.* -->$/);
    const late = { ...wanted, version: version - 1 };
    assert.deepEqual(await client.sendRequest(linkEditsRequest, late), { version });
  });

  it('keeps up with the writer, and leaves other files alone', async () => {
    await client.sendNotification(DidChangeTextDocumentNotification.type, {
      textDocument: { uri, version: 2 },
      contentChanges: [{ text: pinnedText.slice(0, pinnedText.indexOf('三、整改措施')) }],
    });
    const { version, counts } = await client.sendRequest<OutlineResult>(outlineRequest, { uri });
    assert.deepEqual([version, counts.missing], [2, 1]);
    const readme = 'file:///README.md';
    await open(client, readme, '# README\n\n1. one\n\n3. three\n');
    const { isSpeech, nodes } = await client.sendRequest<OutlineResult>(outlineRequest, { uri: readme });
    assert.deepEqual([isSpeech, nodes.length], [false, 0]);
    assert.deepEqual(await client.sendRequest(CodeLensRequest.type, { textDocument: { uri: readme } }), []);
  });

  after(() => client.dispose());
}

describe('the server', () => {
  conversation(connected);
});

it('a client with our commands that does not ask for source actions by their kind is told them at once', async () => {
  const client = connected();
  await client.sendRequest(InitializeRequest.type, {
    processId: null,
    rootUri: null,
    capabilities: {},
    initializationOptions: { commands: true },
  });
  await open(client, uri, '一、存在的问题\n\n学习不够,笔记靠补。\n');
  const start = { line: 2, character: 4 };
  const params = { textDocument, range: { start, end: start }, context: { diagnostics: [] } };
  const actions = (await client.sendRequest(CodeActionRequest.type, params)) ?? [];
  client.dispose();
  assert.ok(actions.some((action) => 'kind' in action && action.kind === 'source.fixAll.fayan'));
});

describe('a client that can do little', () => {
  let client: ProtocolConnection;
  const asked: string[] = [];

  before(async () => {
    client = connected();
    for (const method of ['client/registerCapability', 'workspace/configuration', 'workspace/diagnostic/refresh'])
      client.onRequest(method, () => {
        asked.push(method);
        return new ResponseError(ErrorCodes.MethodNotFound, method);
      });
    await introduce(client, { workspace: { configuration: true }, textDocument: { diagnostic: {} } });
    await client.sendNotification(InitializedNotification.type, {});
    await client.sendNotification(DidChangeConfigurationNotification.type, { settings: null });
    const [problems, measures] = ['（一）理论学习方面。原著读得少,笔记靠补。', '（一）理论学习方面。读原著、记笔记，'];
    await open(client, uri, `一、存在的问题\n\n${problems}\n\n二、整改措施\n\n${measures}\n`);
  });

  it('is asked for nothing that it has not said it can do', async () => {
    const report = await client.sendRequest(DocumentDiagnosticRequest.type, { textDocument });
    const codes = report.kind === 'full' ? report.items.map(({ code }) => code) : [];
    assert.ok(codes.includes('halfwidth-punctuation'), codes.join());
    assert.deepEqual([...new Set(asked)], ['workspace/configuration']);
  });

  it('gets edits for no version of the document, and what silences a finding after what mends it', async () => {
    const start = { line: 2, character: 15 };
    const range = { start, end: start };
    const context = { diagnostics: [], only: [CodeActionKind.QuickFix] };
    const actions = (await client.sendRequest(CodeActionRequest.type, { textDocument, range, context })) ?? [];
    assert.deepEqual(
      actions.map(({ title }) => title),
      ['改为“，”', '本段不查：中文里应当用全角标点', '全文不查：中文里应当用全角标点'],
    );
    const [fix] = actions;
    assert.deepEqual(fix && 'edit' in fix && fix.edit, {
      changes: { [uri]: [{ range: { start, end: { line: 2, character: 16 } }, newText: '，' }] },
    });
  });

  it('gets hovers without the marks of Markdown', async () => {
    const position = { line: 2, character: 4 };
    const found = await client.sendRequest(HoverRequest.type, { textDocument, position });
    assert.ok(found && MarkupContent.is(found.contents));
    assert.equal(found.contents.kind, 'plaintext');
    assert.match(
      found.contents.value,
      /^整改措施\n\n- （一）理论学习方面 — 把握 \d+%\n {2}文中点明：理论学习；共同用语：/,
    );
    assert.doesNotMatch(found.contents.value, /\*|\]\(/);
  });

  it('gets sections side by side, places in the place of links, and no tab stops', async () => {
    const symbols = (await client.sendRequest(DocumentSymbolRequest.type, { textDocument })) ?? [];
    assert.deepEqual(
      symbols.map(
        (symbol) => 'location' in symbol && [symbol.name, symbol.containerName, symbol.location.range.start.line],
      ),
      [
        ['一、存在的问题', undefined, 0],
        ['（一）理论学习方面', '一、存在的问题', 2],
        ['二、整改措施', undefined, 4],
        ['（一）理论学习方面', '二、整改措施', 6],
      ],
    );
    const position = { line: 2, character: 4 };
    assert.deepEqual(await client.sendRequest(DefinitionRequest.type, { textDocument, position }), [
      { uri, range: { start: { line: 6, character: 0 }, end: { line: 6, character: 9 } } },
    ]);
    const offers = await client.sendRequest(CompletionRequest.type, {
      textDocument,
      position: { line: 6, character: 18 },
    });
    const items = (Array.isArray(offers) ? offers : offers?.items) ?? [];
    assert.deepEqual(
      items.slice(0, 9).map(({ textEdit }) => textEdit?.newText),
      [
        '采取以下措施：',
        '每周〔动作〕不少于〔N〕次',
        '〔N〕月底前完成〔事项〕',
        '立行立改',
        '长期坚持',
        '年内完成',
        '由我牵头，〔责任部门〕负责',
        '由〔责任人〕负责',
        '以〔可检验的结果〕为检验标准。',
      ],
    );
  });

  after(() => client.dispose());
});

const bundle = 'dist/node/server.js';

describe('the server as a process', function () {
  this.timeout(30_000);
  let child: ReturnType<typeof serve>;
  let client: ProtocolConnection;
  conversation(() => {
    child = serve();
    client = createProtocolConnection(new StreamMessageReader(child.stdout), new StreamMessageWriter(child.stdin));
    client.listen();
    return client;
  });

  it('ends when it is told to', async () => {
    await client.sendRequest(ShutdownRequest.type);
    const ended = new Promise((resolve) => child.once('exit', resolve));
    await client.sendNotification(ExitNotification.type);
    assert.equal(await ended, 0);
  });

  after(() => child.kill());
});

function serve() {
  return spawn(process.execPath, [bundle, '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
}
