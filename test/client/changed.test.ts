import assert from 'node:assert/strict';
import type { ProtocolConnection } from 'vscode-languageserver/node';
import { pinnedText } from '../server/features/pinned.ts';
import { opened } from '../server/inMemory.ts';
import { activated } from './activated.ts';
import { fakeDocument, fakeEditor } from './fakeEditor.ts';

const uri = 'file:///甲.speech.md';
const said = '文稿刚刚改动过，请再试一次。';
const problem = pinnedText.split('\n').findIndex((line) => line.startsWith('（一）'));

/** The commands that change the text by what the server answers, with what they are called with. */
const commands = {
  'fayan.insertSection': [],
  'fayan.linkMeasure': [uri, { line: problem, character: 1 }],
  'fayan.selectProfile': [],
};

describe('a command whose edits are for another text than there is by now', () => {
  let server: ProtocolConnection;
  before(async () => {
    server = await opened(pinnedText, { uri });
  });
  after(() => server.dispose());

  for (const [name, values] of Object.entries(commands)) {
    it(`${name}: makes those that are for this one, once`, async () => {
      assert.deepEqual(await run(name, values, 'quiet'), { made: 1, told: [] });
    });

    it(`${name}: changes nothing where the text has changed, and says so`, async () => {
      assert.deepEqual(await run(name, values, 'typed'), { made: 0, told: [`information: ${said}`] });
    });

    it(`${name}: says so where the editor refuses them`, async () => {
      assert.deepEqual(await run(name, values, 'refused'), { made: 0, told: [`information: ${said}`] });
    });
  }

  it('a command for numbers says so in the status bar', async () => {
    assert.deepEqual(await run('fayan.renumber', [], 'typed'), { made: 0, told: [`status: ${said}`] });
  });

  it('to mend all of a kind is given up after three tries, or one where nothing is left', async () => {
    const { editor, document } = inEditor();
    await activated(editor);
    let asked = 0;
    editor.vscode.commands.executeCommand = async () => {
      asked += 1;
      document.change(`${asked}`);
      return [{ edit: {} }];
    };
    await editor.commands.get('_fayan.fixAll')?.(uri, 'source.fixAll.fayan');
    assert.deepEqual([asked, editor.told], [3, [`information: ${said}`]]);
    editor.vscode.commands.executeCommand = async () => [];
    await editor.commands.get('_fayan.fixAll')?.(uri, 'source.fixAll.fayan');
    assert.equal(editor.told.length, 2);
  });

  /**
   * Runs a command while nothing else happens, while somebody types before each answer comes, or in a closed editor.
   */
  async function run(name: string, values: readonly unknown[], how: 'quiet' | 'typed' | 'refused') {
    const { editor, document } = inEditor();
    let made = 0;
    editor.vscode.workspace.applyEdit = async () => {
      if (how === 'refused') return false;
      made += 1;
      return true;
    };
    let isOn = false;
    await activated(editor, async (request, params) => {
      const answer = await server.sendRequest(request, params);
      if (isOn && how === 'typed') document.change(`${document.getText()}。`);
      return answer;
    });
    await new Promise((resolve) => setTimeout(resolve, 20));
    editor.told.length = 0;
    isOn = true;
    await editor.commands.get(name)?.(...values);
    return { made, told: editor.told };
  }

  function inEditor() {
    const document = fakeDocument(uri, pinnedText);
    return { document, editor: fakeEditor(document) };
  }
});
