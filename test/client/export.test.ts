import assert from 'node:assert/strict';
import type { ProtocolConnection } from 'vscode-languageserver/node';
import { pageRequest } from '../../server/src/protocol.ts';
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

  it('says so where there is no page style of the name that was set', async () => {
    await activated(editor, async (request, params) => {
      const answer = await server.sendRequest<object>(request, params);
      return request === pageRequest ? { ...answer, wantedStyle: '县委办' } : answer;
    });
    const told = async (command: string) => {
      editor.told.length = 0;
      await editor.commands.get(command)?.(front.uri);
      return editor.told;
    };
    const saved = 'information: 已存为 乙.docx';
    assert.deepEqual(await told('fayan.exportWord'), ['warning: 没有“县委办”这个版式，现在按“公文”排。', saved]);
    assert.deepEqual(await told('fayan.exportText'), [saved]);
  });

  it('says in the language of the writer why a file was not written, and which', async () => {
    const { FileSystemError, workspace } = editor.vscode;
    workspace.fs.delete = async () => {};
    const reasons = [
      new Error("EROFS: read-only file system, open '/u盘/乙.docx.mx0x7b6g.part'"),
      new Error("EBUSY: resource busy or locked, open '/乙.docx'"),
      Object.assign(new FileSystemError('/乙.docx'), { code: 'NoPermissions' }),
    ];
    await activated(editor, (request, params) => server.sendRequest(request, params));
    for (const reason of reasons) {
      workspace.fs.writeFile = async () => {
        throw reason;
      };
      await editor.commands.get('fayan.exportText')?.(front.uri);
    }
    assert.deepEqual(editor.told, [
      'error: 没有存成“乙.docx”：磁盘是只读的',
      'error: 没有存成“乙.docx”：文件正在别的程序（如 Word、WPS）里打开着，关掉再存，或者换个文件名',
      'error: 没有存成“乙.docx”：没有写入的权限',
    ]);
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
