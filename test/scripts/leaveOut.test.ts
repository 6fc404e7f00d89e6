import assert from 'node:assert/strict';
import { PassThrough } from 'node:stream';
import {
  createConnection,
  createProtocolConnection,
  InitializeRequest,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import unusedFeatures from '../../scripts/unused-features.json' with { type: 'json' };
import { createServer } from '../../server/src/server.ts';

it('the client keeps every feature that the server announces', async () => {
  const [up, down] = [new PassThrough(), new PassThrough()];
  createServer(createConnection(new StreamMessageReader(up), new StreamMessageWriter(down)));
  const client = createProtocolConnection(new StreamMessageReader(down), new StreamMessageWriter(up));
  client.listen();
  const { capabilities } = await client.sendRequest(InitializeRequest.type, {
    processId: null,
    rootUri: null,
    capabilities: {},
  });
  assert('hoverProvider' in capabilities);
  assert.deepEqual(
    Object.values(unusedFeatures).filter((capability) => capability in capabilities),
    [],
  );
  client.dispose();
});
