import assert from 'node:assert/strict';
import { fakeDocument, fakeEditor, inFakeEditor } from './fakeEditor.ts';

type Saves = typeof import('../../client/src/watchSaves.ts');

describe('a save that has left less on the disk', () => {
  for (const [what, isDirty, told] of [
    ['is told', false, 1],
    ['is not told of a text that was typed in meanwhile', true, 0],
  ] as const)
    it(what, async () => {
      const text = '学习不够。';
      const document = Object.assign(fakeDocument('file:///甲.md', text), { encoding: 'utf8', isDirty });
      const editor = fakeEditor(document);
      editor.vscode.workspace.fs = { stat: async () => ({ size: 3 }) };
      editor.vscode.workspace.applyEdit = async () => true;
      Object.assign(document, { lineAt: () => ({ range: { end: { line: 0, character: text.length } } }) });
      const { watchSaves } = await inFakeEditor<Saves>('client/src/watchSaves.ts', editor);
      watchSaves();
      editor.fire('onDidSaveTextDocument', document);
      await new Promise((resolve) => setImmediate(resolve));
      assert.equal(editor.told.filter((words) => words.startsWith('error: “甲.md”没有存完整')).length, told);
    });
});
