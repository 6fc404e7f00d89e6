import assert from 'node:assert/strict';
import {
  outlineRequest,
  pictureRequest,
  previewRequest,
  profileRequest,
  readAnewNotification,
  reportRequest,
} from '../../server/src/protocol.ts';
import { activated, type Heard } from './activated.ts';
import { fakeDocument, fakeEditor } from './fakeEditor.ts';

const state = { uri: '', view: 'pages', findings: false, pinned: false };

it('whatever shows a speech asks again when the server says that it reads it anew', async () => {
  const asked: string[] = [];
  const heard: Heard = new Map();
  const editor = await activated(
    fakeEditor(fakeDocument('file:///甲.speech.md', '一、存在的问题\n')),
    async (request) => {
      asked.push(request);
      return { isSpeech: false, nodes: [], svg: '', text: '', css: '', answer: 1, version: 1 };
    },
    heard,
  );
  for (const name of ['fayan.report', 'fayan.showPicture', 'fayan.preview']) await editor.commands.get(name)?.();
  editor.panels.at(-1).hear({ type: 'ready', state });
  await pause();
  asked.length = 0;
  heard.get(readAnewNotification)?.();
  await pause();
  assert.deepEqual(
    [...new Set(asked)].sort(),
    [outlineRequest, pictureRequest, previewRequest, profileRequest, reportRequest].sort(),
  );
});

/** Longer than the report waits. */
function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 500));
}
