import assert from 'node:assert/strict';
import type { Diagnostic, DocumentDiagnosticReport, ProtocolConnection, Range } from 'vscode-languageserver/node';
import {
  type AlikeData,
  similarAddRequest,
  similarForgetRequest,
  similarLoadRequest,
  similarReadyNotification,
  similarSaveRequest,
  similarSyncRequest,
} from '../../../server/src/protocol.ts';
import { connected, introduce, open } from '../inMemory.ts';

const parking = '对群众提的停车难题只在会上议过两回，物业换了三家也没有到现场看过一次，最后是居民自己画的线。';
const speech = `# 对照检查材料\n\n一、存在的主要问题\n\n（一）为民服务方面。${parking}\n\n二、原因分析\n\n（一）宗旨意识淡薄。\n`;
const [own, other] = ['file:///w/%E7%94%B2.md', 'file:///w/%E4%B9%99.md'];

describe('the index in the server', () => {
  let client: ProtocolConnection;
  let refreshed = 0;

  beforeEach(async () => {
    client = await refreshable();
    refreshed = 0;
    client.onRequest('workspace/diagnostic/refresh', () => {
      refreshed += 1;
      return null;
    });
    await open(client, own, speech);
  });
  afterEach(() => client.dispose());

  it('asks for what it does not know, and reports what is alike', async () => {
    const files = [
      { uri: own, stamp: '1', lastYear: false },
      { uri: other, stamp: '1', lastYear: false },
    ];
    assert.deepEqual(await client.sendRequest(similarSyncRequest, { files }), { wanted: [own, other], gone: 0 });
    await client.sendRequest(similarAddRequest, { files: files.map((file) => ({ ...file, text: speech })) });
    assert.deepEqual(await client.sendRequest(similarSyncRequest, { files }), { wanted: [], gone: 0 });
    await client.sendNotification(similarReadyNotification);

    assert.deepEqual(await alike(), [`${other} 5`]);
    assert.equal(refreshed, 1);

    await client.sendRequest(similarForgetRequest, { uris: [other] });
    assert.deepEqual(await alike(), []);
  });

  it('goes on from what was stored', async () => {
    const file = { uri: other, stamp: '1', lastYear: false };
    await client.sendRequest(similarAddRequest, { files: [{ ...file, text: speech }] });
    const saved = await client.sendRequest<{ base64: string; next?: number }>(similarSaveRequest, { from: 0 });
    assert.equal(saved.next, undefined);
    client.dispose();

    client = await refreshable();
    await open(client, own, speech);
    assert.deepEqual(await client.sendRequest(similarLoadRequest, { base64: saved.base64 }), { size: 1 });
    assert.deepEqual(await client.sendRequest(similarSyncRequest, { files: [file] }), { wanted: [], gone: 0 });
    assert.deepEqual(await alike(), [`${other} 5`]);
    assert.deepEqual(await client.sendRequest(similarLoadRequest, { base64: 'spoiled' }), { size: 1 });
  });

  it('compares nothing with a ledger of this year', async () => {
    const text = `# 对照检查材料 整改台账\n\n| 存在问题 | 整改措施 |\n| --- | --- |\n| 停车难 | ${parking} |\n`;
    const file = { uri: 'file:///w/ledger.md', stamp: '1', text };
    await client.sendRequest(similarAddRequest, { files: [{ ...file, lastYear: false }] });
    assert.deepEqual(await alike(), []);
    await client.sendRequest(similarAddRequest, { files: [{ ...file, lastYear: true }] });
    assert.deepEqual(await alike(), [`${file.uri} 5`]);
  });

  it('files what is no speech without asking again or comparing it', async () => {
    const file = { uri: 'file:///w/README.md', stamp: '1', lastYear: false };
    await client.sendRequest(similarAddRequest, { files: [{ ...file, text: `# 说明\n\n${parking}\n` }] });
    assert.deepEqual(await client.sendRequest(similarSyncRequest, { files: [file] }), { wanted: [], gone: 0 });
    assert.deepEqual(await alike(), []);
  });

  it('says which passages of a finding are alike', async () => {
    const queue = '窗口排队长的事拖了半年，叫号机坏了三回，来办事的老人要站上一个上午，我一次也没有到大厅里看过。';
    const both = `一、存在的主要问题\n\n（一）为民服务方面。${parking}${queue}\n`;
    const twice = `# 对照检查材料\n\n${both}\n二、原因分析\n\n（一）宗旨意识淡薄。${queue}\n`;
    const lastYear = `# 2024年度对照检查材料\n\n${both.replace(queue, `${'山前山后各有哨所。'.repeat(20)}${queue}`)}`;
    await client.sendNotification('textDocument/didChange', {
      textDocument: { uri: own, version: 2 },
      contentChanges: [{ text: twice }],
    });
    await client.sendRequest(similarAddRequest, {
      files: [{ uri: other, stamp: '1', lastYear: true, text: lastYear }],
    });
    const lines = { [own]: twice.split('\n'), [other]: lastYear.split('\n') };
    const wordsAt = (uri: string, { start, end }: Range) =>
      (lines[uri]?.[start.line] ?? '').slice(start.character, end.character).slice(0, 4);
    const pairs = (await found()).flatMap(({ code, data, relatedInformation = [] }) =>
      ((data as AlikeData | undefined)?.alike ?? []).map(({ here, there }) => {
        const { uri, range } = relatedInformation[there]?.location ?? assert.fail();
        return `${code}: ${wordsAt(own, here)} = ${wordsAt(uri, range)}, line ${range.start.line + 1}`;
      }),
    );
    assert.deepEqual(pairs, [
      'last-year-problem: 对群众提 = 群众提的, line 5',
      'last-year-problem: 窗口排队 = 窗口排队, line 5',
      'repeated-passage: 窗口排队 = 窗口排队, line 5',
      'copied-passage: 窗口排队 = 窗口排队, line 5',
    ]);
  });

  /** Where the copied passages of the open speech come from. */
  async function alike(): Promise<string[]> {
    return (await found())
      .filter(({ code }) => code === 'copied-passage')
      .flatMap(({ relatedInformation }) => relatedInformation ?? [])
      .map(({ location }) => `${location.uri} ${location.range.start.line + 1}`);
  }

  async function found(): Promise<Diagnostic[]> {
    const report = await client.sendRequest<DocumentDiagnosticReport>('textDocument/diagnostic', {
      textDocument: { uri: own },
    });
    assert.ok('items' in report);
    return report.items;
  }
});

/** A client that can be made to ask for findings again. */
async function refreshable(): Promise<ProtocolConnection> {
  const client = connected();
  await introduce(client, { workspace: { diagnostics: { refreshSupport: true } }, textDocument: { diagnostic: {} } });
  await client.sendNotification('initialized', {});
  return client;
}
