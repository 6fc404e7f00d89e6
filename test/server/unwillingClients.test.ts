import assert from 'node:assert/strict';
import {
  CodeLensRefreshRequest,
  DiagnosticRefreshRequest,
  DidChangeConfigurationNotification,
  DocumentDiagnosticRequest,
  DocumentSymbolRequest,
  ErrorCodes,
  InitializedNotification,
  InlayHintRefreshRequest,
  LogMessageNotification,
  type ProtocolConnection,
  PublishDiagnosticsNotification,
  RegistrationRequest,
  ResponseError,
  ShowMessageRequest,
} from 'vscode-languageserver/node';
import { similarAddRequest, similarReadyNotification, workspaceDataNotification } from '../../server/src/protocol.ts';
import { catchingAll, connected, introduce, open } from './inMemory.ts';

const uri = 'file:///folder/speech.md';
const text = '# 对照检查材料\n\n一、存在的问题\n\n（一）学习方面。不够,深入。\n';
const able = {
  workspace: {
    didChangeConfiguration: { dynamicRegistration: true },
    diagnostics: { refreshSupport: true },
    codeLens: { refreshSupport: true },
    inlayHint: { refreshSupport: true },
  },
  textDocument: { diagnostic: {}, documentSymbol: { dynamicRegistration: true } },
};

describe('a client that refuses what it said it could', () => {
  catchingAll();

  it('is served all the same, and finds each refusal in its log', async () => {
    const { client, refused, logged } = refusing();
    await introduce(client, able);
    await client.sendNotification(InitializedNotification.type, {});
    await open(client, uri, text);
    await answers(client);
    await client.sendNotification(DidChangeConfigurationNotification.type, { settings: null });
    await answers(client);
    const file = { path: 'config.json', uri: 'file:///folder/.fayan/config.json', text: '[]' };
    await client.sendNotification(workspaceDataNotification, { folders: [{ uri: 'file:///folder', files: [file] }] });
    await answers(client);
    await client.sendRequest(similarAddRequest, { files: [] });
    await client.sendNotification(similarReadyNotification);
    await answers(client);
    client.dispose();
    assert.deepEqual(refused, [
      'registers workspace/didChangeConfiguration',
      'registers textDocument/documentSymbol',
      'registers textDocument/documentSymbol',
      'refreshes lenses',
      'refreshes hints',
      'refreshes findings',
      'says .fayan 里有 1 处看不懂，这些地方按内置的规定办，详见“问题”面板。',
      'refreshes lenses',
      'refreshes hints',
      'refreshes findings',
      'refreshes findings',
    ]);
    const told = logged.filter((line) => line === 'The client refused a request: not here');
    assert.equal(told.length, refused.length, logged.join('\n'));
  });

  it('may take back its refusal: the headings are offered again, and none of them twice', async () => {
    const { client, refused, state } = refusing();
    await introduce(client, able);
    await client.sendNotification(InitializedNotification.type, {});
    await answers(client);
    state.refuses = false;
    await client.sendNotification(DidChangeConfigurationNotification.type, { settings: null });
    await open(client, uri, text);
    await answers(client);
    client.dispose();
    assert.deepEqual(refused, ['registers workspace/didChangeConfiguration', 'registers textDocument/documentSymbol']);
  });
});

it('a client that is told its findings is told them anew when the other speeches are known', async () => {
  const client = connected();
  const told: number[] = [];
  client.onNotification(PublishDiagnosticsNotification.type, ({ diagnostics }) => {
    told.push(diagnostics.length);
  });
  const asked: string[] = [];
  client.onRequest(DiagnosticRefreshRequest.type, () => {
    asked.push('refresh');
  });
  await introduce(client, {});
  await open(client, uri, text);
  await answers(client);
  const known = told.length;
  await client.sendRequest(similarAddRequest, { files: [] });
  await client.sendNotification(similarReadyNotification);
  await answers(client);
  client.dispose();
  assert.deepEqual([told.length - known, asked], [1, []]);
});

/** A client that refuses every request of the server, and remembers which. */
function refusing() {
  const client = connected();
  const state = { refuses: true };
  const refused: string[] = [];
  const logged: string[] = [];
  const refuse = (what: string) => {
    if (!state.refuses) return;
    refused.push(what);
    throw new ResponseError(ErrorCodes.MethodNotFound, 'not here');
  };
  client.onRequest(RegistrationRequest.type, ({ registrations }) => {
    for (const { method } of registrations) refuse(`registers ${method}`);
  });
  client.onRequest(DiagnosticRefreshRequest.type, () => refuse('refreshes findings'));
  client.onRequest(CodeLensRefreshRequest.type, () => refuse('refreshes lenses'));
  client.onRequest(InlayHintRefreshRequest.type, () => refuse('refreshes hints'));
  client.onRequest(ShowMessageRequest.type, ({ message }) => {
    refuse(`says ${message}`);
    return null;
  });
  client.onNotification(LogMessageNotification.type, ({ message }) => {
    logged.push(message);
  });
  return { client, refused, logged, state };
}

/** The server answers, twice over so that it has read what came before. */
async function answers(client: ProtocolConnection): Promise<void> {
  const textDocument = { uri };
  for (let count = 0; count < 2; count += 1) {
    await client.sendRequest(DocumentDiagnosticRequest.type, { textDocument });
    await client.sendRequest(DocumentSymbolRequest.type, { textDocument });
  }
}
