import * as vscode from 'vscode';
import { lazyFiles } from '../../../client/src/files.ts';
import { writeWhole } from '../../../client/src/saveFile.ts';
import { whyNotWritten } from '../../../server/src/whyNotWritten.ts';
import { equal, ok, until } from './expect.ts';
import { memoryDisk } from './memoryDisk.ts';

const text =
  '# 对照检查材料\n\n一、存在的问题\n\n（一）学习方面。不够深入,不够系统。\n\n（三）作风方面。不够扎实。\n\n（四）纪律方面。不够严格。\n';

describe('the code that writes files', () => {
  it('is loaded again by the next one who asks, when it could not be loaded', async () => {
    const files = { speak() {} } as unknown as Awaited<ReturnType<ReturnType<typeof lazyFiles>>>;
    let loads = 0;
    const load = lazyFiles({
      async load() {
        loads += 1;
        if (loads === 1) throw new Error('the disk was busy');
        return { files };
      },
    });
    equal(await load().catch((error) => error.message), 'the disk was busy');
    ok((await load()) === files && (await load()) === files, 'the code');
    equal(loads, 2);
  });
});

describe('a file system in memory', () => {
  const disk = memoryDisk('fayan-memory');
  const speech = disk.uri('甲.speech.md');

  before(() => disk.put('甲.speech.md', text));
  beforeEach(() => {
    disk.trouble = 'none';
  });
  after(async () => {
    await vscode.commands.executeCommand('workbench.action.files.revert');
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    disk.dispose();
  });

  it('holds speeches like any other', async () => {
    const { document } = await open();
    // Where one number is wrong those behind it are put in order with it.
    equal((await codes()).sort(), ['broken-numbering', 'halfwidth-punctuation']);
    await vscode.commands.executeCommand('fayan.renumber');
    await until('the numbers to be in order', () => document.getText().includes('（二）作风'));
    await vscode.commands.executeCommand('undo');
    await until('one undo to take all of it back', () => document.getText() === text);
    await vscode.commands.executeCommand('redo');
    await until('the numbers to be in order again', () => document.getText().includes('（二）作风'));
    ok(await document.save(), 'the speech to be saved');
    ok(disk.text('甲.speech.md')?.includes('（二）作风'), 'the file to have it');
  });

  it('loses nothing when another program writes the file under an edit', async () => {
    const { document } = await open();
    await type(document, '改到一半,\n');
    disk.put('甲.speech.md', '# 别人写的\n');
    await until('the comma of the edit to be found', async () => (await found('halfwidth-punctuation')) === 2);
    ok(!(await document.save()), 'the file to be left to its other writer');
    ok(document.isDirty && document.getText().startsWith('改到一半,'), 'the edit to be there still');
    equal(disk.text('甲.speech.md'), '# 别人写的\n');
    await vscode.commands.executeCommand('workbench.action.files.revert');
    await until('the findings to go with the text', async () => (await codes()).length === 0);
    disk.put('甲.speech.md', text);
  });

  it('keeps an old file whole when the disk is full, and tidies up', async () => {
    disk.put('甲.docx', '旧');
    disk.trouble = 'full';
    ok(/no space left/.test(await refusal('甲.docx')), 'the reason');
    equal(disk.text('甲.docx'), '旧');
    equal(disk.names(), ['甲.speech.md', '甲.docx']);
  });

  it('keeps it when there is room for half of the new one, though VS Code says nothing', async () => {
    disk.trouble = 'nearlyFull';
    ok(/disk is full|磁盘满了/.test(await refusal('甲.docx')), 'the reason');
    equal(disk.text('甲.docx'), '旧');
    equal(disk.names(), ['甲.speech.md', '甲.docx']);
  });

  it('keeps an old file where nothing may be written, and says so', async () => {
    disk.trouble = 'readOnly';
    ok(/NoPermissions/.test(await refusal('甲.docx')), 'the reason');
    equal(disk.text('甲.docx'), '旧');
  });

  it('keeps one that is open in another program, says so, and tidies up', async () => {
    disk.trouble = 'locked';
    ok(/Word/.test(await refusal('甲.docx')), 'the reason');
    equal(disk.text('甲.docx'), '旧');
    equal(disk.names(), ['甲.speech.md', '甲.docx']);
  });

  it('overwrites in place where only the folder is closed', async () => {
    disk.trouble = 'folder';
    await writeWhole(disk.uri('甲.docx'), new TextEncoder().encode('新'));
    equal(disk.text('甲.docx'), '新');
  });

  it('says what is off in a file of more than two megabytes, and numbers it all the same', async () => {
    disk.put('长.speech.md', `${text}\n${'这一段很长，讲的是工作里的事，一件一件都记着。\n\n'.repeat(31_000)}`);
    const long = disk.uri('长.speech.md');
    await vscode.window.showTextDocument(long);
    const [said] = await until('what is said of it', () => {
      const all = vscode.languages.getDiagnostics(long).filter(({ source }) => source === 'fayan');
      return all.length > 0 && all;
    });
    ok(said && /两百万|two megabytes/i.test(said.message), `the reason, not ${said?.message}`);
    ok((await codes(long)).includes('broken-numbering'), 'the numbering to be checked');
  });

  async function open(): Promise<vscode.TextEditor> {
    const editor = await vscode.window.showTextDocument(speech);
    await until('findings', async () => (await codes()).length > 0);
    return editor;
  }

  async function type(document: vscode.TextDocument, words: string): Promise<void> {
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, new vscode.Position(0, 0), words);
    ok(await vscode.workspace.applyEdit(edit), 'the edit to be made');
  }

  async function codes(uri = speech): Promise<unknown[]> {
    return vscode.languages
      .getDiagnostics(uri)
      .filter(({ source, severity }) => source === 'fayan' && severity <= vscode.DiagnosticSeverity.Warning)
      .map(({ code }) => (typeof code === 'object' ? code.value : code));
  }

  async function found(rule: string): Promise<number> {
    return (await codes()).filter((code) => code === rule).length;
  }

  /** Why a file could not be written. */
  async function refusal(name: string): Promise<string> {
    try {
      await writeWhole(disk.uri(name), new TextEncoder().encode('新的内容'));
    } catch (error) {
      return `${(error as vscode.FileSystemError).code} ${whyNotWritten(error)}`;
    }
    throw new Error('it was written');
  }
});
