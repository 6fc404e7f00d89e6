import assert from 'node:assert/strict';
import { pinnedText } from '../server/features/pinned.ts';
import { opened } from '../server/inMemory.ts';
import { activated } from './activated.ts';
import { type FakeEditor, fakeDocument, fakeEditor } from './fakeEditor.ts';

const uri = 'file:///甲.speech.md';

/** How many questions each command asks in a speech; for a picture, what its panel asks too. The others ask none. */
const questions = {
  'fayan.exportHtml': 1,
  'fayan.exportLedger': 1,
  'fayan.exportPdf': 1,
  'fayan.exportText': 1,
  'fayan.exportWord': 1,
  'fayan.insertSection': 2,
  'fayan.linkMeasure': 2,
  'fayan.moveDown': 1,
  'fayan.moveUp': 1,
  'fayan.newSpeech': 3,
  'fayan.preview': 1,
  'fayan.renumber': 1,
  'fayan.report': 1,
  'fayan.savePicture': 2,
  'fayan.saveReport': 1,
  'fayan.selectProfile': 2,
  'fayan.showPicture': 1,
  'fayan.unifyMarks': 1,
};

/** Keys that are the editor's own where the server has nothing to change: nobody has to be told. */
const keys = ['_fayan.deeper', '_fayan.shallower'];

describe('a server that does not answer', () => {
  it('is told of by each command, whichever of its questions is left without an answer', async function () {
    this.timeout(120_000);
    const server = await opened(pinnedText, { uri });
    /** How often each command has asked, and where it was left without an answer and without a word. */
    const asked: Record<string, number> = {};
    const silent: string[] = [];
    const names = [...(await activated(fakeEditor())).commands.keys()];
    for (const name of names.filter((name) => !keys.includes(name))) {
      for (let failing = 0; ; failing += 1) {
        const editor = fakeEditor(fakeDocument(uri, pinnedText));
        let count: number | undefined;
        await activated(editor, async (request, params) => {
          if (count === undefined) throw new Error('not yet');
          count += 1;
          if (count > failing) throw new Error('no answer');
          return server.sendRequest(request, params);
        });
        if (name === 'fayan.saveReport') await editor.commands.get('fayan.report')?.();
        if (name === 'fayan.savePicture') await editor.commands.get('fayan.showPicture')?.();
        await turn();
        editor.told.length = 0;
        count = 0;
        await editor.commands.get(name)?.(...argumentsOf(name));
        for (const panel of editor.panels) speak(panel);
        await turn();
        if (count <= failing) break;
        asked[name] = count;
        if (!editor.told.some((words) => words.includes('语言服务没有应答'))) silent.push(`${name}, ${count}`);
      }
    }
    server.dispose();
    assert.deepEqual(silent, []);
    assert.deepEqual(asked, questions);
  });
});

/** As a lens, an action or a report gives them. */
function argumentsOf(name: string): unknown[] {
  const line = pinnedText.split('\n').findIndex((words) => words.startsWith('（一）'));
  const position = { line, character: 1 };
  if (name === 'fayan.linkMeasure') return [uri, position];
  if (name === '_fayan.select') return [uri, { start: position, end: position }];
  if (name === '_fayan.goTo') return [uri, position, []];
  return name === '_fayan.fixAll' || name === '_fayan.revealAt' ? [uri, line, 1] : [];
}

/** What the page of a panel says once it is there: that of a picture, or of a preview. */
function speak(panel: FakeEditor['panels'][number]): void {
  panel.hear({ width: 640 });
  panel.hear({ type: 'ready', state: { uri, view: 'pages', findings: false, pinned: false } });
}

function turn(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 5));
}
