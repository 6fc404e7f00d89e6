import assert from 'node:assert/strict';
import {
  CodeLensRefreshRequest,
  DidChangeConfigurationNotification,
  DocumentDiagnosticRequest,
  InitializeRequest,
  InlayHintRefreshRequest,
} from 'vscode-languageserver/node';
import {
  readAnewNotification,
  similarAddRequest,
  similarReadyNotification,
  workspaceDataNotification,
} from '../../server/src/protocol.ts';
import { connected, open } from './inMemory.ts';

const uri = 'file:///folder/speech.md';
const file = { path: 'config.json', uri: 'file:///folder/.fayan/config.json', text: '{"defaultProfile": "主持词"}' };

describe('what is said of the same text is delivered anew', () => {
  it('when the data of the workspace change', async () => {
    assert.deepEqual(
      await toldAfter((client) =>
        client.sendNotification(workspaceDataNotification, { folders: [{ uri: 'file:///folder', files: [file] }] }),
      ),
      ['lenses', 'hints', 'views'],
    );
  });

  it('when settings change', async () => {
    const change = (client: Client) =>
      client.sendNotification(DidChangeConfigurationNotification.type, { settings: 0 });
    assert.deepEqual(await toldAfter(change), ['lenses', 'hints', 'views']);
    assert.deepEqual(await toldAfter(change, false), ['lenses', 'hints']);
  });

  it('when the speeches to compare it with are known, which concerns no lens', async () => {
    assert.deepEqual(
      await toldAfter(async (client) => {
        await client.sendRequest(similarAddRequest, { files: [] });
        await client.sendNotification(similarReadyNotification);
      }),
      ['views'],
    );
  });
});

type Client = ReturnType<typeof connected>;

/** What a client is told to ask again; only one of our own has views that need to be told. */
async function toldAfter(change: (client: Client) => Promise<unknown>, isOurs = true): Promise<string[]> {
  const client = connected();
  const told: string[] = [];
  client.onRequest(CodeLensRefreshRequest.type, () => void told.push('lenses'));
  client.onRequest(InlayHintRefreshRequest.type, () => void told.push('hints'));
  client.onNotification(readAnewNotification, () => void told.push('views'));
  await client.sendRequest(InitializeRequest.type, {
    processId: null,
    rootUri: null,
    capabilities: {
      workspace: { codeLens: { refreshSupport: true }, inlayHint: { refreshSupport: true } },
      textDocument: { diagnostic: {} },
    },
    initializationOptions: { commands: isOurs },
  });
  await open(client, uri, '# 发言\n');
  await change(client);
  // By now whatever it has to say has been said.
  await client.sendRequest(DocumentDiagnosticRequest.type, { textDocument: { uri } });
  client.dispose();
  return told;
}
