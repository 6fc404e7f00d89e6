import assert from 'node:assert/strict';
import { fakeEditor, inFakeEditor } from './fakeEditor.ts';

type SimilarModule = typeof import('../../client/src/similar.ts');

it('a folder of last year that is not there is told from one of Word files', async () => {
  const editor = fakeEditor();
  const { Uri, workspace } = editor.vscode;
  const { tellEmptyFolders } = await inFakeEditor<SimilarModule>('client/src/similar.ts', editor);
  workspace.workspaceFolders = [{ uri: Uri.file('/材料') }];
  workspace.isTrusted = true;
  workspace.findFiles = async () => [];
  workspace.fs = {
    stat: async ({ path }: { path: string }) => {
      if (path !== '/材料/上年') throw new Error('FileNotFound');
    },
  };
  for (const folder of ['上年', '去年']) {
    workspace.getConfiguration = () => ({ get: () => folder, inspect: () => undefined });
    await tellEmptyFolders();
  }
  assert.deepEqual(editor.told, [
    'status: “上年”里没有 Markdown 材料；上年的是 Word，请先导入',
    'status: 没有“去年”这个文件夹，没有同上年的材料比较；请核对设置 fayan.lastYearFolder',
  ]);
});
