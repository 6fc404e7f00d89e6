import assert from 'node:assert/strict';
import { ErrorCodes, LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import { ask, logFailure } from '../../client/src/ask.ts';

/** A client whose server answers with `answer`, and what it logs and pops up. */
function clientOf(answer: () => unknown, isRunning = true) {
  const told: unknown[] = [];
  const client = {
    isRunning: () => isRunning,
    sendRequest: async (request: string, params: object) => [request, params, answer()],
    error: (message: string, data: unknown, show: boolean | 'force' | undefined) =>
      told.push([message, String(data), show]),
  };
  return { client: client as unknown as Parameters<typeof ask>[0], told };
}

const params = { uri: 'file:///甲.md' };

describe('what is asked of the server', () => {
  it('is answered', async () => {
    const { client, told } = clientOf(() => 3);
    assert.deepEqual(await ask(client, 'fayan/profile', params), ['fayan/profile', params, 3]);
    assert.deepEqual(told, []);
  });

  it('is given up without a word where it need not be answered any more, or the server has ended', async () => {
    const { RequestCancelled, ServerCancelled, ContentModified } = LSPErrorCodes;
    const { PendingResponseRejected, ConnectionInactive } = ErrorCodes;
    const codes = [RequestCancelled, ServerCancelled, ContentModified, PendingResponseRejected, ConnectionInactive];
    for (const code of codes) {
      const { client, told } = clientOf(() => {
        throw new ResponseError(code, 'not now');
      });
      assert.deepEqual([await ask(client, 'fayan/profile', params), told], [undefined, []], String(code));
    }
    const { client, told } = clientOf(() => {
      throw new Error('write EPIPE');
    }, false);
    assert.deepEqual([await ask(client, 'fayan/profile', params), told], [undefined, []]);
  });

  it('is logged where it fails, and pops nothing up', async () => {
    const { client, told } = clientOf(() => {
      throw new ResponseError(ErrorCodes.InternalError, 'no paragraphs');
    });
    assert.equal(await ask(client, 'fayan/statistics', params), undefined);
    logFailure(client, 'Showing the preview', new TypeError('undefined has no pages'));
    assert.deepEqual(told, [
      ['fayan/statistics failed.', 'Error: no paragraphs', false],
      ['Showing the preview failed.', 'TypeError: undefined has no pages', false],
    ]);
  });
});
