import assert from 'node:assert/strict';
import type { TextDocument, WebviewPanel } from 'vscode';
import { type FakeDocument, fakeDocument, fakeEditor, fakePanel, inFakeEditor } from './fakeEditor.ts';

type Panels = typeof import('../../client/src/documentPanels.ts');

describe('the panel of a document', () => {
  it('follows a new speech that is saved, unless its file has one already', async () => {
    const { editor, panels, shown, show } = await opened();
    const [first, second] = ['甲', '乙'].map((name) => fakeDocument(`untitled:/${name}.md`, name)) as [Doc, Doc];
    const file = fakeDocument('file:///甲.md', '甲');
    show(first);
    show(second);
    editor.fire('onDidOpenTextDocument', file);
    close(first);
    assert.deepEqual(shown, ['untitled:/甲.md', 'untitled:/乙.md', 'file:///甲.md']);
    assert.deepEqual(
      panels.map(({ isDisposed, title }) => [isDisposed, title]),
      [
        [false, 'file:///甲.md'],
        [false, 'untitled:/乙.md'],
      ],
    );
    // The same words, saved over the same file.
    second.change('甲');
    editor.fire('onDidOpenTextDocument', file);
    close(second);
    assert.deepEqual(
      panels.map(({ isDisposed }) => isDisposed),
      [false, true],
    );

    function close(document: FakeDocument): void {
      document.isClosed = true;
      editor.fire('onDidCloseTextDocument', document);
    }
  });

  it('closes with its document', async () => {
    const { editor, panels, show } = await opened();
    const document = fakeDocument('file:///甲.md', '甲');
    show(document);
    document.isClosed = true;
    editor.fire('onDidCloseTextDocument', document);
    assert.equal(panels[0].isDisposed, true);
  });

  it('shows the speech that the writer turns to, where there is one panel for all', async () => {
    const { editor, panels, shown, show } = await opened(true);
    const [first, second, third] = ['甲', '乙', '丙'].map((name) => fakeDocument(`file:///${name}.md`, name));
    assert.ok(first && second && third);
    const turnTo = (document: unknown) => editor.fire('onDidChangeActiveTextEditor', document && { document });
    show(first);
    turnTo(second);
    turnTo(second);
    turnTo(undefined);
    turnTo(Object.assign(fakeDocument('file:///丁.txt', '丁'), { languageId: 'plaintext' }));
    show(third);
    assert.deepEqual(shown, ['file:///甲.md', 'file:///乙.md', 'file:///丙.md']);
    // What it no longer shows may be closed.
    for (const document of [first, second]) editor.fire('onDidCloseTextDocument', document);
    assert.deepEqual(
      panels.map(({ title, isDisposed }) => [title, isDisposed]),
      [['file:///丙.md', false]],
    );
  });

  it('stays with its speech where each has its own', async () => {
    const { editor, shown, show } = await opened();
    show(fakeDocument('file:///甲.md', '甲'));
    editor.fire('onDidChangeActiveTextEditor', { document: fakeDocument('file:///乙.md', '乙') });
    assert.deepEqual(shown, ['file:///甲.md']);
  });
});

type Doc = FakeDocument;

/** Panels of one kind; `shown` says what they were filled with. */
async function opened(follows = false) {
  const editor = fakeEditor();
  const { documentPanels } = await inFakeEditor<Panels>('client/src/documentPanels.ts', editor);
  const panels: ReturnType<typeof fakePanel>[] = [];
  const shown: string[] = [];
  const all = documentPanels(
    { watch() {}, onReadAnew: () => ({ dispose() {} }) } as unknown as Parameters<Panels['documentPanels']>[0],
    {
      follows,
      title: ({ uri }) => String(uri),
      open(title) {
        panels.push(Object.assign(fakePanel(), { title }));
        return panels.at(-1) as WebviewPanel;
      },
      fill(_, { uri }) {
        shown.push(String(uri));
        return { changed() {}, dispose() {} };
      },
    },
  );
  return { editor, panels, shown, show: (document: FakeDocument) => all.show(document as unknown as TextDocument) };
}
