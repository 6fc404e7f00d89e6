import assert from 'node:assert/strict';
import { fakeClasses } from './fakeClasses.ts';
import { fakeEditor, inFakeEditor } from './fakeEditor.ts';

type SimilarFiles = typeof import('../../client/src/similarFiles.ts');

it('what is hidden within a folder is left out, not a folder that lies within a hidden one', async () => {
  const { isLeftOut } = await inFakeEditor<SimilarFiles>('client/src/similarFiles.ts', fakeEditor());
  const folders = ['file:///home/.work/发言', 'file:///home/.work/发言/.往年'].map((folder) =>
    fakeClasses.Uri.parse(folder),
  );
  const files = ['甲.md', '二季度/甲.md', '.git/甲.md', 'node_modules/包/甲.md', '.往年/甲.md'];
  const kept = files.filter(
    (file) => !isLeftOut(fakeClasses.Uri.parse(`file:///home/.work/发言/${file}`).toString(), folders as never),
  );
  assert.deepEqual(kept, ['甲.md', '二季度/甲.md', '.往年/甲.md']);
});
