import assert from 'node:assert/strict';
import type { TextDocument } from 'vscode';
import { fakeDocument, fakeEditor, inFakeEditor } from './fakeEditor.ts';

type Renames = typeof import('../../client/src/renames.ts');

describe('what follows a document that is renamed', () => {
  const { setTimeout: set, clearTimeout: clear } = globalThis;
  /** What waits, to be called by the test. */
  const waiting = new Set<() => void>();
  beforeEach(() => {
    waiting.clear();
    globalThis.setTimeout = ((work: () => void) => {
      waiting.add(work);
      return work;
    }) as unknown as typeof setTimeout;
    globalThis.clearTimeout = ((work: () => void) => waiting.delete(work)) as unknown as typeof clearTimeout;
  });
  afterEach(() => {
    globalThis.setTimeout = set;
    globalThis.clearTimeout = clear;
  });

  it('hears of the new one', async () => {
    const { editor, document, follower, moved } = await following();
    editor.fire('onWillRenameFiles', renaming);
    assert.equal(follower.isMoving(), true);
    document.isClosed = true;
    editor.fire('onDidCloseTextDocument', document);
    editor.fire('onDidRenameFiles', renaming);
    await new Promise((resolve) => setImmediate(resolve));
    assert.deepEqual([follower.isMoving(), moved], [false, ['file:///乙.md']]);
    for (const late of waiting) late();
    assert.deepEqual(moved, ['file:///乙.md']);
  });

  it('lets it go where the renaming fails and the document is closed later', async () => {
    const { editor, document, follower, moved } = await following();
    editor.fire('onWillRenameFiles', renaming);
    document.isClosed = true;
    editor.fire('onDidCloseTextDocument', document);
    assert.deepEqual([follower.isMoving(), moved], [true, []]);
    for (const late of waiting) late();
    assert.deepEqual([follower.isMoving(), moved], [false, ['nothing']]);
  });

  it('lets it go all the same when another file is renamed meanwhile', async () => {
    const { editor, document, follower, moved } = await following('untitled:/甲.md');
    document.isClosed = true;
    editor.fire('onDidCloseTextDocument', document);
    const other = {
      files: [{ oldUri: fakeDocument('file:///丙.md', '').uri, newUri: fakeDocument('file:///丁.md', '').uri }],
    };
    editor.fire('onWillRenameFiles', other);
    editor.fire('onDidRenameFiles', other);
    assert.deepEqual([follower.isMoving(), moved, waiting.size], [true, [], 1]);
    for (const late of waiting) late();
    assert.deepEqual([follower.isMoving(), moved], [false, ['nothing']]);
  });

  it('waits for nothing where another document is closed, or it is itself no more', async () => {
    const { editor, document, follower } = await following();
    editor.fire('onDidCloseTextDocument', document);
    editor.fire('onWillRenameFiles', renaming);
    editor.fire('onDidCloseTextDocument', fakeDocument('file:///丙.md', ''));
    assert.equal(waiting.size, 0);
    follower.dispose();
    editor.fire('onDidCloseTextDocument', document);
    assert.equal(waiting.size, 0);
  });

  it('hears of the file that a new speech is saved as, opened before or after that is closed', async () => {
    const there = fakeDocument('file:///甲.md', '一 ');
    for (const isEarly of [true, false]) {
      const { editor, document, follower, moved } = await following('untitled:/甲.md');
      editor.fire('onDidOpenTextDocument', fakeDocument('file:///丙.md', '三'));
      if (isEarly) editor.fire('onDidOpenTextDocument', there);
      document.isClosed = true;
      editor.fire('onDidCloseTextDocument', document);
      assert.deepEqual([follower.isMoving(), moved], isEarly ? [false, ['file:///甲.md']] : [true, []]);
      if (!isEarly) editor.fire('onDidOpenTextDocument', there);
      assert.deepEqual([follower.isMoving(), moved], [false, ['file:///甲.md']]);
      for (const late of waiting) late();
      assert.deepEqual(moved, ['file:///甲.md']);
    }
  });

  it('knows the file of one that has no place yet by its words', async () => {
    const { editor, document, moved } = await following('untitled:Untitled-1');
    editor.fire('onDidOpenTextDocument', fakeDocument('file:///丁.md', '一'));
    document.isClosed = true;
    editor.fire('onDidCloseTextDocument', document);
    assert.deepEqual(moved, ['file:///丁.md']);
  });

  it('lets a new speech go that is closed without having been saved, and takes no other draft for it', async () => {
    const { editor, document, moved } = await following('untitled:Untitled-1', '');
    editor.fire('onDidOpenTextDocument', fakeDocument('untitled:Untitled-2', ''));
    editor.fire('onDidOpenTextDocument', fakeDocument('file:///空.md', ''));
    document.isClosed = true;
    editor.fire('onDidCloseTextDocument', document);
    assert.deepEqual(moved, []);
    for (const late of waiting) late();
    assert.deepEqual(moved, ['nothing']);
  });

  async function following(address = 'file:///甲.md', text = '一') {
    const document = fakeDocument(address, text);
    const editor = fakeEditor(document);
    editor.vscode.workspace.openTextDocument = async () => fakeDocument('file:///乙.md', '一');
    const { followRenames } = await inFakeEditor<Renames>('client/src/renames.ts', editor);
    const moved: string[] = [];
    const follower = followRenames(
      () => document as unknown as TextDocument,
      (next) => void moved.push(next ? String(next.uri) : 'nothing'),
    );
    const uris = { oldUri: document.uri, newUri: fakeDocument('file:///乙.md', '').uri };
    renaming = { files: [uris] };
    return { editor, document, follower, moved };
  }
  let renaming = {};
});
