import assert from 'node:assert/strict';
import { opened } from '../server/inMemory.ts';
import { activated } from './activated.ts';
import { fakeDocument, fakeEditor } from './fakeEditor.ts';

const text = '# 对照检查材料\n\n一、存在的问题\n\n（一）学习不够。\n\n二、整改措施\n\n（一）每月读一本书。\n';

describe('a command that changes nothing says why', () => {
  for (const [command, words] of [
    ['fayan.moveDown', '光标不在可以移动的一条里'],
    ['fayan.moveUp', '光标不在可以移动的一条里'],
    ['fayan.renumber', '序号本来就是对的'],
    ['fayan.unifyMarks', '序号样式本来就一致'],
  ] as const)
    it(command, async () => {
      const document = fakeDocument('file:///甲.speech.md', text);
      const server = await opened(text, { uri: String(document.uri) });
      const editor = fakeEditor(document);
      await activated(editor, (request, params) => server.sendRequest(request, params));
      await editor.commands.get(command)?.();
      server.dispose();
      assert.deepEqual(
        editor.told.filter((told) => told.startsWith('status: ')),
        [`status: ${words}`],
      );
    });
});
