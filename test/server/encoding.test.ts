import assert from 'node:assert/strict';
import {
  type ClientCapabilities,
  CodeActionRequest,
  DidChangeTextDocumentNotification,
  type Position,
  PublishDiagnosticsNotification,
  type PublishDiagnosticsParams,
} from 'vscode-languageserver/node';
import { connected, introduce, open } from './inMemory.ts';

const uri = 'file:///a.speech.md';
const text = '一、存在的问题\n\n（一）学习😀不够,学用脱节。\n\n二、整改措施\n\n（一）抓学习。每月读一本书。\n';

/** A client that only listens, and counts columns as it says. */
async function listener(capabilities: ClientCapabilities) {
  const client = connected();
  const waiting: Array<(pushed: PublishDiagnosticsParams) => void> = [];
  client.onNotification(PublishDiagnosticsNotification.type, (pushed) => waiting.shift()?.(pushed));
  const { capabilities: server } = await introduce(client, capabilities);
  const next = () => new Promise<PublishDiagnosticsParams>((resolve) => waiting.push(resolve));
  return { client, next, encoding: server.positionEncoding };
}

describe('a client that cannot ask for diagnostics', () => {
  for (const [encodings, expected, unit] of [
    [undefined, 'utf-16', (words: string) => words.length],
    [['utf-16', 'utf-8'], 'utf-16', (words: string) => words.length],
    [['utf-8', 'utf-16'], 'utf-8', (words: string) => Buffer.byteLength(words)],
  ] as const)
    it(`is told, after every change, in ${expected} (asked for ${encodings ?? 'nothing'})`, async () => {
      const general = encodings && { general: { positionEncodings: [...encodings] } };
      const { client, next, encoding } = await listener({
        workspace: { workspaceEdit: { documentChanges: true } },
        ...general,
      });
      assert.equal(encoding, expected);
      const first = next();
      await open(client, uri, text);
      const comma = ({ diagnostics }: PublishDiagnosticsParams) =>
        diagnostics.find(({ code }) => code === 'halfwidth-punctuation')?.range;
      const before: Position = { line: 2, character: unit('（一）学习😀不够') };
      const range = { start: before, end: { line: 2, character: before.character + 1 } };
      assert.deepEqual(comma(await first), range);

      const actions = await client.sendRequest(CodeActionRequest.type, {
        textDocument: { uri },
        range,
        context: { diagnostics: [] },
      });
      const edit = actions?.find(({ title }) => title.includes('，'));
      assert.ok(edit && 'edit' in edit);
      const [change] = edit.edit?.documentChanges ?? [];
      assert.ok(change && 'edits' in change);
      assert.deepEqual(change.edits, [{ range, newText: '，' }]);

      const second = next();
      await client.sendNotification(DidChangeTextDocumentNotification.type, {
        textDocument: { uri, version: 2 },
        contentChanges: [{ range, text: '，' }],
      });
      const told = await second;
      assert.equal(told.version, 2);
      assert.equal(comma(told), undefined);
      client.dispose();
    });
});
