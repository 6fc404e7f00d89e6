import assert from 'node:assert/strict';
import type { ProtocolConnection } from 'vscode-languageserver/node';
import { open, opened } from '../server/inMemory.ts';
import { activated } from './activated.ts';
import { type FakeDocument, type FakeEditor, fakeDocument, fakeEditor } from './fakeEditor.ts';

const clean = '# 说明\n\n这里没有发言。\n';
const flawed = '# 对照检查材料\n\n一、存在的问题\n\n学习不够深入,不够系统!\n\n三、整改措施\n\n每月读一本书。\n';

describe('the notice of an export', () => {
  let server: ProtocolConnection;
  let editor: FakeEditor;
  const front = fakeDocument('file:///甲.md', clean);
  const other = fakeDocument('file:///乙.speech.md', flawed);

  beforeEach(async () => {
    server = await opened(clean, { uri: String(front.uri) });
    await open(server, String(other.uri), flawed);
    editor = fakeEditor(front);
    const { Uri, window, workspace } = editor.vscode;
    workspace.openTextDocument = async (uri: unknown) => [front, other].find((one) => String(one.uri) === String(uri));
    workspace.fs = { writeFile() {}, rename() {}, stat: async () => ({ size: 1_000_000 }) };
    window.showSaveDialog = async () => Uri.parse('file:///乙.docx');
  });
  afterEach(() => server.dispose());

  it('says how many findings the exported speech has, though no editor shows it, and leads to its report', async () => {
    await exported(other, '体检报告');
    assert.deepEqual(editor.told, ['已存为 乙.docx。稿里还有 3 处要改']);
    assert.deepEqual(editor.executed.at(-1), ['fayan.report', other.uri]);
    const shown: unknown[] = [];
    editor.vscode.window.showTextDocument = async (document: FakeDocument) => void shown.push(document.uri);
    editor.vscode.window.createWebviewPanel = (_: string, title: string) => {
      shown.push(title);
      throw new Error('no panel');
    };
    await assert.rejects(async () => editor.commands.get('fayan.report')?.(other.uri), /no panel/);
    assert.deepEqual(shown, [other.uri, '体检报告：乙.speech.md']);
  });

  it('counts the blanks apart, each of them', async () => {
    const blank = fakeDocument(
      'file:///丙.speech.md',
      flawed.replace('每月', '由〔责任人〕督促，〔×〕月起每月').replaceAll(/[,!]/g, '，'),
    );
    await open(server, String(blank.uri), blank.getText());
    editor.vscode.workspace.openTextDocument = async () => blank;
    await exported(blank);
    assert.deepEqual(editor.told, ['已存为 乙.docx。稿里还有 2 处空位没填、1 处要改']);
  });

  it('speaks of no findings where the text is no speech, though another one has some', async () => {
    await exported(front);
    assert.deepEqual(editor.told, ['已存为 乙.docx']);
  });

  /** Exports a speech from the explorer; the writer takes `chosen` of what the notice offers. */
  async function exported({ uri }: FakeDocument, chosen?: string): Promise<void> {
    const heard = new Promise<void>((resolve) => {
      editor.vscode.window.showInformationMessage = async (words: string, ...offers: string[]) => {
        editor.told.push(words);
        setTimeout(resolve, 5);
        return offers.find((offer) => offer === chosen);
      };
    });
    await activated(editor, (request, params) => server.sendRequest(request, params));
    await editor.commands.get('fayan.exportWord')?.(uri);
    await heard;
  }
});
