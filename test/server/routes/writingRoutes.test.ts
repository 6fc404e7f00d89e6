import assert from 'node:assert/strict';
import type { CompletionList, ProtocolConnection } from 'vscode-languageserver/node';
import { connected, introduce, open } from '../inMemory.ts';

describe('completion', () => {
  let client: ProtocolConnection;
  beforeEach(() => {
    client = connected();
  });
  afterEach(() => client.dispose());

  it('offers front matter in a file that is no speech yet, and no words in its text', async () => {
    await introduce(client);
    assert.deepEqual(await offered('---\ntitle: 游记\n|\n---\n\n一路走来。\n'), ['发言']);
    assert.deepEqual(await offered('---\ntitle: 游记\n---\n|\n一路走来。\n'), []);
    assert.deepEqual(await offered('---\ntitle: 游记\n---\n\n一|\n'), []);
  });

  it('offers words of a speech as soon as the front matter says that it is one', async () => {
    await introduce(client);
    assert.ok((await offered('---\n发言:\n  类型: 剖析发言\n---\n\n一|\n')).includes('“一岗双责”'));
  });

  it('offers nothing where the writer wants no file to be a speech', async () => {
    client.onRequest('workspace/configuration', ({ items }) => items.map(() => ({ detect: 'never' })));
    await introduce(client, { workspace: { configuration: true } });
    assert.deepEqual(await offered('---\ntitle: 游记\n|\n---\n'), []);
    assert.deepEqual(await offered('---\n发言:\n  类型: 剖析发言\n  |\n---\n\n一路走来。\n'), []);
  });

  /** What is offered at the `|`. */
  async function offered(marked: string): Promise<string[]> {
    const uri = `file:///${encodeURIComponent(marked)}.md`;
    await open(client, uri, marked.replace('|', ''));
    const before = marked.slice(0, marked.indexOf('|')).split('\n');
    const position = { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
    const asked = { textDocument: { uri }, position };
    const answer = await client.sendRequest<CompletionList | null>('textDocument/completion', asked);
    return answer?.items.map(({ label }) => label) ?? [];
  }
});
