import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { equal, ok, until } from './expect.ts';

const scope = globalThis as unknown as { Worker?: typeof Worker; importScripts?: unknown };
const isWebHost = scope.importScripts !== undefined;
const workers: Worker[] = [];

// The server's script, with a way to make it fail; the extension starts it after this. Other
// extensions have workers too.
if (isWebHost && scope.Worker) {
  const Plain = scope.Worker;
  scope.Worker = class extends Plain {
    constructor(url: string | URL, options?: WorkerOptions) {
      const isServer = String(url).endsWith('/dist/browser/server.js');
      const script = `importScripts(${JSON.stringify(String(url))});
        addEventListener('message', ({ data }) => { if (data === 'fail') setTimeout(() => { throw new Error('failed'); }); });`;
      super(isServer ? URL.createObjectURL(new Blob([script], { type: 'text/javascript' })) : url, options);
      if (isServer) workers.push(this);
    }
  };
}

describe('the server in a worker', () => {
  let client: BaseLanguageClient;
  let document: vscode.TextDocument;

  before(async function () {
    if (!isWebHost) this.skip();
    const extension = vscode.extensions.getExtension('fayan.fayan');
    ok(extension, 'the extension to be there');
    ({ client } = await extension.activate());
    const content = '# 对照检查材料\n\n一、存在的问题\n\n（一）学习方面。不够深入。\n';
    document = await vscode.workspace.openTextDocument({ language: 'markdown', content });
    await vscode.window.showTextDocument(document);
  });
  after(async () => {
    if (!isWebHost) return;
    await client.start();
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });

  it('is started again when it fails, and loses nothing', async () => {
    await fail();
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, document.lineAt(document.lineCount - 1).range.end, '不够,扎实。\n');
    ok(await vscode.workspace.applyEdit(edit), 'the edit to be made');
    await until('the comma to be found', () =>
      vscode.languages
        .getDiagnostics(document.uri)
        .some(({ code }) => (typeof code === 'object' ? code.value : code) === 'halfwidth-punctuation'),
    );
  });

  it('is given up when it keeps failing', async () => {
    const before = workers.length;
    while (workers.length < before + 11) await fail();
    workers.at(-1)?.postMessage('fail');
    await until('the client to stop', () => !client.isRunning());
    await new Promise((resolve) => setTimeout(resolve, 1000));
    equal(workers.length, before + 11);
  });

  /** Makes the server fail, and waits until another one has taken its place. */
  async function fail(): Promise<void> {
    const count = workers.length;
    await until('the server to run', () => client.isRunning());
    workers.at(-1)?.postMessage('fail');
    await until('another server', () => workers.length > count && client.isRunning());
  }
});
