import assert from 'node:assert/strict';
import type { TextDocument, WebviewPanel } from 'vscode';
import { type FakeDocument, type FakeEditor, fakeDocument, fakeEditor, fakePanel, inFakeEditor } from './fakeEditor.ts';

type Preview = typeof import('../../client/src/previewPanel.ts');

const state = { uri: '', view: 'pages', findings: false, pinned: false } as const;

describe('a panel of the preview', () => {
  it('is allowed the pictures of a folder that is added to the workspace later', async () => {
    const { editor, panel } = await shown();
    const roots = () => panel.webview.options.localResourceRoots.map(String);
    assert.deepEqual(roots(), ['file:///e/dist/webview']);
    editor.vscode.workspace.workspaceFolders = [{ uri: editor.vscode.Uri.file('/稿') }];
    editor.fire('onDidChangeWorkspaceFolders', {});
    assert.deepEqual(roots(), ['file:///e/dist/webview', 'file:///稿']);
  });

  it('shows a speech that is closed after a renaming that failed, or closes where there is none', async () => {
    const { editor, panel, document, again } = await shown();
    const { document: moved } = { document: fakeDocument('file:///乙.md', '') };
    editor.fire('onWillRenameFiles', { files: [{ oldUri: document.uri, newUri: moved.uri }] });
    document.isClosed = true;
    const { setTimeout: plain } = globalThis;
    let late = () => {};
    globalThis.setTimeout = ((work: () => void) => (late = work)) as unknown as typeof setTimeout;
    editor.fire('onDidCloseTextDocument', document);
    globalThis.setTimeout = plain;
    again.push(fakeDocument('file:///甲.md', '二'));
    late();
    await turn();
    assert.deepEqual(
      panel.posted.map(({ uri }: { uri: string }) => uri),
      ['file:///甲.md', 'file:///甲.md'],
    );
    (again[0] as FakeDocument).isClosed = true;
    again.length = 0;
    panel.hear({ type: 'ready', state });
    await turn();
    assert.equal(panel.isDisposed, true);
  });

  it('closes with a speech that was never saved, and does not bring it back empty', async () => {
    const { panel, document, again } = await shown('untitled:Untitled-1');
    document.isClosed = true;
    again.push(fakeDocument('untitled:Untitled-1', ''));
    panel.hear({ type: 'ready', state });
    await turn();
    assert.equal(panel.isDisposed, true);
    assert.equal(panel.posted.length, 1);
  });

  it('stays pinned to a new speech that is saved', async () => {
    const { editor, panel, document } = await shown('untitled:/甲.md');
    panel.hear({ type: 'ready', state: { ...state, pinned: true } });
    await turn();
    editor.fire('onDidOpenTextDocument', fakeDocument('file:///甲.md', '一'));
    document.isClosed = true;
    editor.fire('onDidCloseTextDocument', document);
    await turn();
    assert.equal(panel.isDisposed, false);
    assert.equal(panel.posted.at(-1).uri, 'file:///甲.md');
  });

  it('says so where the server leaves it empty, and only there', async () => {
    const { editor, panel, server } = await shown();
    server.fails = true;
    panel.hear({ type: 'state', state });
    await turn();
    assert.deepEqual(editor.told, []);
    panel.hear({ type: 'ready', state });
    await turn();
    assert.deepEqual(editor.told, ['status: 语言服务没有应答，文稿没有改动；请再试一次']);
  });
});

/** A panel whose page is there and has been told of its speech; `again` is what opens under its name. */
async function shown(address = 'file:///甲.md') {
  const document = fakeDocument(address, '一');
  const editor: FakeEditor = fakeEditor(document);
  const again: FakeDocument[] = [];
  editor.vscode.workspace.openTextDocument = async () => again[0] ?? Promise.reject(new Error('no such file'));
  const { previewPanel } = await inFakeEditor<Preview>('client/src/previewPanel.ts', editor);
  const server = { fails: false };
  const client = {
    isRunning: () => true,
    error() {},
    onDidChangeState: () => ({ dispose() {} }),
    async sendRequest() {
      if (server.fails) throw new Error('no answer');
      return { answer: 7, version: 1 };
    },
  };
  const panel = fakePanel();
  const active = { watch() {}, editorOf: () => undefined, onReadAnew: () => ({ dispose() {} }) };
  const needs = { client, active, extensionUri: editor.vscode.Uri.file('/e') };
  previewPanel(
    panel as WebviewPanel,
    document as unknown as TextDocument,
    {
      ...needs,
      globalState: { get: () => '', update: async () => {} },
    } as unknown as Parameters<Preview['previewPanel']>[2],
  );
  panel.hear({ type: 'ready', state });
  await turn();
  return { editor, panel, document, again, server };
}

function turn(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 5));
}
