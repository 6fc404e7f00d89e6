import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  CancellationTokenSource,
  CodeActionRequest,
  CodeLensRequest,
  CompletionRequest,
  DidChangeTextDocumentNotification,
  DidCloseTextDocumentNotification,
  DocumentDiagnosticRequest,
  DocumentSymbolRequest,
  FoldingRangeRequest,
  HoverRequest,
  type ProtocolConnection,
  type ResponseError,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { outlineRequest } from '../../../server/src/protocol.ts';
import { fixture } from '../../speeches.ts';
import { connected, introduce, open } from '../inMemory.ts';
import { applied, bounded, documents, edits, effort, speeches } from './texts.ts';

async function started(): Promise<ProtocolConnection> {
  const client = connected();
  await introduce(client);
  return client;
}

/** Everything the editor asks after a keystroke. */
async function state(client: ProtocolConnection, uri: string): Promise<unknown> {
  const textDocument = { uri };
  const answers = await Promise.all([
    client.sendRequest(DocumentDiagnosticRequest.type, { textDocument }),
    client.sendRequest(DocumentSymbolRequest.type, { textDocument }),
    client.sendRequest(FoldingRangeRequest.type, { textDocument }),
    client.sendRequest(CodeLensRequest.type, { textDocument }),
  ]);
  return JSON.parse(JSON.stringify(answers).replaceAll(uri, 'uri'));
}

describe('edits through the protocol', function () {
  this.timeout(120_000 * effort);
  const starts = fc.oneof(documents, fc.constantFrom(...speeches, '', '𠮷😀\r\n\u0085甲\r乙'));
  let number = 0;

  it('leave the server where a fresh one would be', async () => {
    const [edited, fresh] = await Promise.all([started(), started()]);
    await fc.assert(
      fc.asyncProperty(
        starts,
        fc.array(fc.tuple(edits, fc.boolean()), { minLength: 1, maxLength: 8 }),
        async (start, list) => {
          number += 1;
          const uri = `untitled:${number}.speech.md`;
          await open(edited, uri, start);
          // What the editor has; positions are read in it as in the server's copy.
          let document = TextDocument.create(uri, 'markdown', 1, start);
          for (const [index, [edit, asks]] of list.entries()) {
            const text = document.getText();
            const at = text.length === 0 ? 0 : edit.at % (text.length + 1);
            const range = { start: document.positionAt(at), end: document.positionAt(at + edit.remove) };
            // A position inside a line end, or between CR and LF, is moved; so the edit is made
            // where the server makes it.
            const change = { range, text: edit.insert };
            document = TextDocument.update(document, [change], index + 2);
            await edited.sendNotification(DidChangeTextDocumentNotification.type, {
              textDocument: { uri, version: index + 2 },
              contentChanges: [change],
            });
            if (asks) {
              const position = document.positionAt(at);
              await Promise.all([
                edited.sendRequest(HoverRequest.type, { textDocument: { uri }, position }),
                edited.sendRequest(CodeActionRequest.type, {
                  textDocument: { uri },
                  range,
                  context: { diagnostics: [] },
                }),
                edited.sendRequest(outlineRequest, { uri }),
                state(edited, uri),
              ]);
            }
          }
          await open(fresh, uri, document.getText());
          assert.deepEqual(await state(edited, uri), await state(fresh, uri));
          for (const client of [edited, fresh])
            await client.sendNotification(DidCloseTextDocumentNotification.type, { textDocument: { uri } });
        },
      ),
      bounded(60),
    );
    for (const client of [edited, fresh]) client.dispose();
  });

  it('are worked out once for a hundred queued keystrokes', async () => {
    const client = await started();
    const uri = 'untitled:queue.speech.md';
    let { text } = fixture(26);
    await open(client, uri, text);
    await state(client, uri);
    const asked: Array<Promise<unknown>> = [];
    const versions: unknown[] = [];
    for (let version = 2; version <= 101; version += 1) {
      text = applied(text, { at: 1000, remove: 0, insert: '新' });
      void client.sendNotification(DidChangeTextDocumentNotification.type, {
        textDocument: { uri, version },
        contentChanges: [{ text }],
      });
      asked.push(
        client.sendRequest<{ version: number }>(outlineRequest, { uri }).then(({ version: at }) => versions.push(at)),
      );
    }
    await Promise.all(asked);
    assert.deepEqual(versions, Array(100).fill(101));
    client.dispose();
  });

  it('are worked out for nobody who has changed their mind', async () => {
    const client = await started();
    const uri = 'untitled:cancelled.speech.md';
    await open(client, uri, fixture(26).text);
    const textDocument = { uri };
    const position = { line: 0, character: 0 };
    const asked = (['outline', 'diagnostic', 'hover', 'completion', 'symbol'] as const).map((what) => {
      const source = new CancellationTokenSource();
      const { token } = source;
      const answer = {
        outline: () => client.sendRequest(outlineRequest, { uri }, token),
        diagnostic: () => client.sendRequest(DocumentDiagnosticRequest.type, { textDocument }, token),
        hover: () => client.sendRequest(HoverRequest.type, { textDocument, position }, token),
        completion: () => client.sendRequest(CompletionRequest.type, { textDocument, position }, token),
        symbol: () => client.sendRequest(DocumentSymbolRequest.type, { textDocument }, token),
      }[what]();
      source.cancel();
      return Promise.resolve(answer).then(
        () => `${what} was answered`,
        (error: ResponseError) => `${what}: ${error.message}`,
      );
    });
    assert.deepEqual(
      await Promise.all(asked),
      ['outline', 'diagnostic', 'hover', 'completion', 'symbol'].map((what) => `${what}: cancelled`),
    );
    client.dispose();
  });
});
