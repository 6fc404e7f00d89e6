import assert from 'node:assert/strict';
import { PassThrough } from 'node:stream';
import {
  type ClientCapabilities,
  createConnection,
  createProtocolConnection,
  DidOpenTextDocumentNotification,
  InitializeRequest,
  type InitializeResult,
  type ProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { createServer } from '../../server/src/server.ts';

/**
 * A client that listens, of a server of its own in this process. Nothing comes before `introduce`, so
 * handlers can still be set.
 */
export function connected(): ProtocolConnection {
  const [up, down] = [new PassThrough(), new PassThrough()];
  createServer(createConnection(new StreamMessageReader(up), new StreamMessageWriter(down)));
  const client = createProtocolConnection(new StreamMessageReader(down), new StreamMessageWriter(up));
  client.listen();
  return client;
}

/** Says what the client can do, and hears what the server can. */
export function introduce(
  client: ProtocolConnection,
  capabilities: ClientCapabilities = {},
): Promise<InitializeResult> {
  return client.sendRequest(InitializeRequest.type, { processId: null, rootUri: null, capabilities });
}

export function open(client: ProtocolConnection, uri: string, text: string, version = 1): Promise<void> {
  const textDocument = { uri, languageId: 'markdown', version, text };
  return client.sendNotification(DidOpenTextDocumentNotification.type, { textDocument });
}

/** A client that has introduced itself and opened one document. */
export async function opened(
  text: string,
  { uri, capabilities }: { readonly uri: string; readonly capabilities?: ClientCapabilities },
): Promise<ProtocolConnection> {
  const client = connected();
  await introduce(client, capabilities);
  await open(client, uri, text);
  return client;
}

/**
 * Fails the tests around it where a promise is rejected and nobody catches it, which ends a server that is a process of
 * its own. Mocha lets it pass.
 */
export function catchingAll(): void {
  let uncaught: unknown[] = [];
  const note = (reason: unknown) => uncaught.push(reason);
  before(() => process.on('unhandledRejection', note));
  afterEach(() => {
    const found = uncaught;
    uncaught = [];
    assert.deepEqual(found, []);
  });
  after(() => process.off('unhandledRejection', note));
}
