import assert from 'node:assert/strict';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';
import { fakeEditor, inFakeEditor } from './fakeEditor.ts';

type Client = typeof import('../../client/src/client.ts');
type Recovery = typeof import('../../client/src/recovery.ts');

describe('the client', () => {
  it('is told all it has to know when it is made, and is ended before the editor goes on', async () => {
    const editor = fakeEditor();
    const { run, deactivate } = await inFakeEditor<Client>('client/src/client.ts', editor);
    await deactivate();
    const done: string[] = [];
    let given: LanguageClientOptions = {};
    const client = Object.freeze({
      start: async () => void done.push('start'),
      dispose: async () => {
        await new Promise((resolve) => setTimeout(resolve, 5));
        done.push('end');
      },
      isRunning: () => true,
      error() {},
      sendNotification: async () => {},
      sendRequest: async () => undefined,
      onDidChangeState: () => ({ dispose() {} }),
      onNotification: () => ({ dispose() {} }),
    });
    const kept = { get: () => undefined, update: async () => {} };
    const context = { subscriptions: [], extensionUri: editor.vscode.Uri.file('/'), globalState: kept };
    const connect = (options: LanguageClientOptions) => {
      given = options;
      return client;
    };
    const host = { connect, base: 'here/', load: async () => ({ files: {} }) };
    await run(context as unknown as Parameters<Client['run']>[0], host as unknown as Parameters<Client['run']>[1]);
    const { middleware, initializationOptions, errorHandler, initializationFailedHandler } = given;
    assert.equal(initializationOptions.base, 'here/');
    assert.equal(typeof middleware?.provideWorkspaceSymbols, 'function');
    assert.equal(initializationFailedHandler?.(new Error('no')), false);
    assert.deepEqual(await errorHandler?.error(new Error('gone'), undefined, 1), { action: 1, handled: true });
    await deactivate();
    done.push('gone');
    assert.deepEqual(done, ['start', 'end', 'gone']);
  });

  it('logs its errors, and pops none up however urgent it thinks them', async () => {
    const { loggingOnly } = await inFakeEditor<Recovery>('client/src/recovery.ts', fakeEditor());
    const logged: unknown[] = [];
    class Plain {
      error(...words: unknown[]): void {
        logged.push(words);
      }
    }
    const client = new (loggingOnly(Plain))();
    client.error('one', 1, 'force');
    client.error('two', 2, false);
    assert.deepEqual(logged, [
      ['one', 1, false],
      ['two', 2, false],
    ]);
  });

  it('is started again when its server ends, and given up with a word when that ends again and again', async () => {
    const editor = fakeEditor();
    const { recovery } = await inFakeEditor<Recovery>('client/src/recovery.ts', editor);
    let starts = 0;
    const client = {
      async start() {
        starts += 1;
      },
    };
    const { options, start } = recovery(() => client as unknown as BaseLanguageClient);
    await start();
    for (let ends = 1; ends <= 13; ends += 1) {
      await options.errorHandler.closed();
      await new Promise((resolve) => setTimeout(resolve, 2));
    }
    assert.deepEqual(
      [starts, editor.told],
      [13, ['error: 发言：语言服务接连中断，已停止检查。文稿没有受影响，可以照常编辑、保存']],
    );
  });
});
