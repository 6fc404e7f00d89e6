import assert from 'node:assert/strict';
import type { Diagnostic } from 'vscode-languageserver/node';
import {
  type ProfileEditsResult,
  type ProfileResult,
  profileEditsRequest,
  profileRequest,
  type WorkspaceDataParams,
  workspaceDataNotification,
} from '../../../server/src/protocol.ts';
import { opened } from '../inMemory.ts';

/** A client with one document open, and what it asks about it. */
async function inFolder(text: string) {
  const uri = 'file:///folder/speech.md';
  // It asks for findings by itself, so that what is published is that of the data alone.
  const client = await opened(text, { uri, capabilities: { textDocument: { diagnostic: {} } } });
  client.onRequest('workspace/diagnostic/refresh', () => null);
  return {
    client,
    uri,
    send: (data: WorkspaceDataParams) => client.sendNotification(workspaceDataNotification, data),
    profile: () => client.sendRequest<ProfileResult>(profileRequest, { uri }),
    codes: async () => {
      const report = await client.sendRequest<{ items: Diagnostic[] }>('textDocument/diagnostic', {
        textDocument: { uri },
      });
      return report.items.map(({ code }) => code);
    },
  };
}

const speech = '# 2021年度民主生活会个人对照检查材料\n\n一、存在的问题\n\n（一）学习方面。不够,深入。\n';

describe('profile routes', () => {
  it('tell the kind of a speech and what it may be', async () => {
    const { client, profile } = await inFolder(speech);
    const { isSpeech, name, year, from, profiles, themes } = await profile();
    assert.deepEqual([isSpeech, name, year, from], [true, '个人对照检查', 2021, 'title']);
    assert.ok(profiles.some((known) => known.name === '班子对照检查'));
    assert.ok(themes.some((known) => known.year === 2025));
    client.dispose();
  });

  it('write a choice, also into a file that is no speech yet', async () => {
    const { client, uri } = await inFolder('正文\n');
    const { edits, version } = await client.sendRequest<ProfileEditsResult>(profileEditsRequest, {
      uri,
      name: '批评意见',
      year: 2024,
    });
    assert.equal(version, 1);
    assert.deepEqual(
      edits.map(({ newText }) => newText),
      ['---\n发言:\n  类型: 批评意见\n  年度: 2024\n---\n\n'],
    );
    client.dispose();
  });

  it('take the data of the folder that a document stands in', async () => {
    const { client, send, codes } = await inFolder(speech);
    const file = { path: 'config.json', uri: 'file:///folder/.fayan/config.json' };
    const text = '{"rules": {"halfwidth-punctuation": "off"}}';
    assert.ok((await codes()).includes('halfwidth-punctuation'));
    await send({ folders: [{ uri: 'file:///elsewhere', files: [{ ...file, text }] }] });
    assert.ok((await codes()).includes('halfwidth-punctuation'));
    await send({ folders: [{ uri: 'file:///folder', files: [{ ...file, text }] }] });
    assert.ok(!(await codes()).includes('halfwidth-punctuation'));
    await send({ folders: [] });
    assert.ok((await codes()).includes('halfwidth-punctuation'));
    client.dispose();
  });

  it('publish what they do not understand, say so once, and take it back', async () => {
    const { client, send, codes } = await inFolder(speech);
    const published: string[] = [];
    const said: string[] = [];
    client.onNotification('textDocument/publishDiagnostics', ({ uri, diagnostics }) => {
      published.push(`${uri} ${diagnostics.map(({ message }: Diagnostic) => message).join()}`.trim());
    });
    client.onRequest('window/showMessageRequest', ({ message }) => {
      said.push(message);
      return null;
    });
    const uri = 'file:///folder/.fayan/config.json';
    const bad = { folders: [{ uri: 'file:///folder', files: [{ path: 'config.json', uri, text: '[]' }] }] };
    await send(bad);
    await send(bad);
    await send({ folders: [] });
    await codes();
    assert.deepEqual(published, [`${uri} 此处应为对象 { }`, `${uri} 此处应为对象 { }`, uri]);
    assert.deepEqual(said, ['.fayan 里有 1 处看不懂，这些地方按内置的规定办，详见“问题”面板。']);
    client.dispose();
  });

  it('leave to the client what its schema says', async () => {
    const { client, send, codes } = await inFolder(speech);
    const published: string[] = [];
    client.onNotification('textDocument/publishDiagnostics', ({ diagnostics }) => {
      published.push(diagnostics.map(({ message }: Diagnostic) => message).join());
    });
    const uri = 'file:///folder/.fayan/styles/a.json';
    const text = '{"name": "本局", "size": "大", "margins": {"left": 110, "right": 110}}';
    const file = { path: 'styles/a.json', uri, text };
    await send({ folders: [{ uri: 'file:///folder', files: [file] }] });
    await send({ folders: [{ uri: 'file:///folder', files: [{ ...file, hasSchema: true }] }] });
    await codes();
    const own = '页边距以内排不下几个字，纸张、页边距和每行字数未采用';
    assert.deepEqual(published, [`此处应为 5 到 72 的数,${own}`, own]);
    client.dispose();
  });
});
