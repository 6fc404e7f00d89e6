import { strToU8, zipSync } from 'fflate';
import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { equal, ok, until } from './expect.ts';
import { memoryDisk } from './memoryDisk.ts';

const speech = inWorkspace('发言.speech.md');
const brokenHeading = '（三）密切联系群众';

describe('the extension in VS Code', () => {
  let client: BaseLanguageClient;

  before(async () => {
    const extension = vscode.extensions.getExtension('fayan.fayan');
    ok(extension, 'the extension to be there');
    ({ client } = await extension.activate());
    ok(client, 'activate to return the client');
    await client.start();
    const { appName, appHost } = vscode.env;
    console.log(`    ${appName} ${vscode.version}, ${appHost}`);
  });

  after(closeAll);

  it('reports findings in a speech', async () => {
    await open(speech);
    await findingAt(speech, brokenHeading);
  });

  it('leads from a finding to the page of its rule in the extension', async () => {
    const { code } = await findingAt(speech, brokenHeading);
    const target = typeof code === 'object' ? code.target : undefined;
    ok(target, 'a code that leads somewhere');
    const page = await vscode.workspace.openTextDocument(target);
    equal(page.lineAt(0).text, '# 同级序号应当从一开始、逐个递增');
    ok(page.getText().includes('\n不宜：\n'), 'its examples');
  });

  it('leaves other Markdown files alone', async () => {
    const readme = inWorkspace('README.md');
    // In a tab of its own: with its document its findings would go.
    await vscode.window.showTextDocument(readme, { preview: false });
    const { document } = await open(speech);
    const isNew = ({ range }: vscode.Diagnostic) => document.getText(range) === ',';
    equal(findings(speech).filter(isNew), []);
    // What is asked for later is answered later: by then the other file would have its findings too.
    const edit = new vscode.WorkspaceEdit();
    edit.insert(speech, document.positionAt(document.getText().length), '\n\n不够,扎实。\n');
    ok(await vscode.workspace.applyEdit(edit), 'the edit to be made');
    await until('the comma to be found', () => findings(speech).some(isNew));
    ok(
      vscode.workspace.textDocuments.some(({ uri }) => uri.path === readme.path),
      'the other file to be open',
    );
    equal(findings(readme), []);
    await vscode.commands.executeCommand('workbench.action.files.revert');
    await until('the comma to be gone', () => !findings(speech).some(isNew));
  });

  it('leaves old versions alone, which stand beside the speech to be compared', async () => {
    const history = memoryDisk('fayan-history', true);
    const { document } = await open(speech);
    history.put('发言.speech.md', document.getText());
    await closeAll();
    await vscode.commands.executeCommand('vscode.diff', history.uri('发言.speech.md'), speech, '发言');
    const edit = new vscode.WorkspaceEdit();
    edit.insert(speech, document.positionAt(document.getText().length), '\n\n不够,扎实。\n');
    ok(await vscode.workspace.applyEdit(edit), 'the edit to be made');
    await until('the comma to be found', () => findings(speech).some(({ range }) => document.getText(range) === ','));
    ok(
      vscode.workspace.textDocuments.some(({ uri }) => uri.scheme === 'fayan-history'),
      'the old version to be open',
    );
    equal(findings(history.uri('发言.speech.md')), []);
    await closeAll();
    history.dispose();
  });

  it('outlines the speech', async () => {
    const symbols = await until('the outline', async () => {
      const found = await vscode.commands.executeCommand<vscode.DocumentSymbol[]>(
        'vscode.executeDocumentSymbolProvider',
        speech,
      );
      // VS Code's own Markdown lists the title at once; ours come when the server has announced them.
      return found?.flatMap(flatten).some(({ name }) => name.includes('整改措施')) && found;
    });
    const names = symbols.flatMap(flatten).map(({ name }) => name);
    for (const title of ['存在的问题', '联系群众', '整改措施'])
      ok(
        names.some((name) => name.includes(title)),
        `${title} among ${names.join(' | ')}`,
      );
  });

  it('mends a broken numbering by quick fix', async () => {
    const { document } = await open(speech);
    const { range } = await findingAt(speech, brokenHeading);
    // A busy machine answers late, and VS Code does not wait for ever.
    const edit = await until('a fix with an edit', async () => {
      const asked = vscode.commands.executeCommand<vscode.CodeAction[]>(
        'vscode.executeCodeActionProvider',
        speech,
        range,
        vscode.CodeActionKind.QuickFix.value,
      );
      const actions = await asked.then(undefined, laterIfCanceled);
      return actions?.find((action) => action.edit)?.edit;
    });
    ok(await vscode.workspace.applyEdit(edit), 'the fix to be applied');
    ok(document.getText().includes('（二）密切联系群众'), 'the heading to be renumbered');
    await until(
      'the finding to be gone',
      () => !findings(speech).some((finding) => covers(finding, document, '密切联系群众')),
    );
  });

  it('goes to the measure that a quick fix adds', async () => {
    const { document } = await open(speech);
    const problem = '（三）公务用车方面。公车钥匙放在谁手里都行，派车单事后补签成了习惯。';
    const place = document.positionAt(document.getText().indexOf('\n**二、'));
    const typed = new vscode.WorkspaceEdit();
    typed.insert(speech, place, `\n${problem}\n`);
    ok(await vscode.workspace.applyEdit(typed), 'the problem to be written');
    const at = document.positionAt(document.getText().indexOf(problem) + 4);
    const fix = await until('a fix that adds a measure', async () => {
      const asked = vscode.commands.executeCommand<vscode.CodeAction[]>(
        'vscode.executeCodeActionProvider',
        speech,
        new vscode.Range(at, at),
        vscode.CodeActionKind.QuickFix.value,
      );
      const actions = await asked.then(undefined, laterIfCanceled);
      return actions?.find(({ edit, command }) => edit && command);
    });
    const { edit, command } = fix;
    ok(edit, 'an edit');
    ok(command, 'where it leads');
    const before = document.getText();
    ok(await vscode.workspace.applyEdit(edit), 'the fix to be applied');
    await vscode.commands.executeCommand(command.command, ...(command.arguments ?? []));
    const selected = () => document.getText(vscode.window.activeTextEditor?.selection);
    await until('the blank to be selected', () => selected() === '〔整改标题〕');
    ok(
      document.getText().indexOf('〔整改标题〕') > document.getText().indexOf('**三、整改措施**'),
      'it to stand among the measures',
    );
    // What Tab does.
    await vscode.commands.executeCommand('jumpToNextSnippetPlaceholder');
    await until('the next blank to be selected', () => /^〔.+〕$/.test(selected()) && selected() !== '〔整改标题〕');
    await vscode.commands.executeCommand('undo');
    equal(document.getText(), before);
    await vscode.commands.executeCommand('workbench.action.files.revert');
  });

  it('tells what is wrong in .fayan, and leaves to an open editor what the schema says', async () => {
    const style = inWorkspace('.fayan/styles/甲.json');
    const text = '{"name": "甲", "size": "大", "margins": {"left": 110, "right": 110}}';
    await vscode.workspace.fs.writeFile(style, new TextEncoder().encode(text));
    const own = () => findings(style).map(({ message }) => message);
    await until('both faults', () => own().length === 2);
    await open(style);
    await until(
      'one of them to be the schema’s',
      () => own().length === 1 && vscode.languages.getDiagnostics(style).length === 2,
    );
    await closeAll();
    await vscode.workspace.fs.delete(inWorkspace('.fayan'), { recursive: true });
    await until('no fault', () => own().length === 0);
  });

  it('opens the preview', async () => {
    const { document } = await open(speech);
    // Only a page whose script runs asks for anything, and only one that shows an answer asks for what has changed
    // since.
    const answers: number[] = [];
    const shown: unknown[] = [];
    const ask = client.sendRequest.bind(client) as (...asked: unknown[]) => Promise<{ answer: number }>;
    client.sendRequest = async (...asked: unknown[]) => {
      const answer = await ask(...asked);
      if (asked[0] !== 'fayan/preview') return answer as never;
      shown.push((asked[1] as { since?: number }).since);
      answers.push(answer.answer);
      return answer as never;
    };
    try {
      await vscode.commands.executeCommand('fayan.preview');
      await until('the page to ask for the speech', () => answers.length > 0);
      const edit = new vscode.WorkspaceEdit();
      edit.insert(speech, document.lineAt(2).range.end, '还有一句。');
      ok(await vscode.workspace.applyEdit(edit), 'the edit to be made');
      await until('the page to ask for what has changed', () => shown.some((since) => since === answers[0]));
    } finally {
      client.sendRequest = ask as typeof client.sendRequest;
    }
  });

  it('closes the preview of a speech that is closed without having been saved', async () => {
    await closeAll();
    const content = '# 发言\n\n一、存在的问题\n\n学习不够深入。\n';
    await vscode.window.showTextDocument(await vscode.workspace.openTextDocument({ language: 'markdown', content }));
    await vscode.commands.executeCommand('fayan.preview');
    await until('the preview', () => tabs().some((label) => /^(?:预览|Preview)/.test(label)));
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await until('no tab to be left', () => tabs().length === 0);
    equal(
      vscode.workspace.textDocuments.filter(({ uri }) => uri.scheme === 'untitled').map(({ uri }) => String(uri)),
      [],
    );
  });

  it('takes plain text in a new file for a speech once its kind is chosen', async () => {
    await closeAll();
    const content = '发言\n\n一、存在的问题\n\n三、整改措施\n\n学习不够深入,要抓紧。\n';
    const { uri } = await vscode.workspace.openTextDocument({ language: 'plaintext', content });
    await vscode.window.showTextDocument(uri);
    const accept = () => vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
    let isDone = false;
    const choosing = vscode.commands.executeCommand('fayan.selectProfile').then(() => {
      isDone = true;
    });
    await until('kind and theme to be chosen', async () => {
      await accept();
      return isDone;
    });
    await choosing;
    const document = await vscode.workspace.openTextDocument(uri);
    equal(document.languageId, 'markdown');
    equal(document.getText().endsWith(content), true);
    await until('findings', () => vscode.languages.getDiagnostics(uri).length > 1);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });

  it('keeps report and picture of a new speech that is saved', async function () {
    const file = inWorkspace('新稿.speech.md');
    // Elsewhere a new speech has no place yet.
    if (file.scheme !== 'file') this.skip();
    const document = await vscode.workspace.openTextDocument(file.with({ scheme: 'untitled' }));
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, new vscode.Position(0, 0), '# 发言\n\n一、存在的问题\n\n学习不够深入。\n');
    ok(await vscode.workspace.applyEdit(edit), 'the speech to be written');
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('fayan.report');
    await vscode.commands.executeCommand('fayan.showPicture');
    const panels = () => tabs().filter((label) => /[:：]/.test(label));
    await until('two panels', () => panels().length === 2);
    ok(await document.save(), 'the speech to be saved');
    await until('the new speech to be closed', () => document.isClosed);
    // Closing a panel takes VS Code a moment.
    await new Promise((resolve) => setTimeout(resolve, 500));
    equal(panels().length, 2);
    await closeAll();
    await vscode.workspace.fs.delete(file);
  });

  it('imports the same Word file twice, each time as a speech of its own', async function () {
    const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
    // Elsewhere what is imported has no name.
    if (folder?.scheme !== 'file') this.skip();
    const word = inWorkspace('去年的.docx');
    await vscode.workspace.fs.writeFile(word, wordFile('理论学习不够'));
    const imported: vscode.TextDocument[] = [];
    for (let times = 0; times < 2; times += 1) {
      await vscode.commands.executeCommand('fayan.importWord', word);
      const shown = vscode.window.activeTextEditor?.document;
      ok(shown, 'an editor with the speech');
      imported.push(shown);
    }
    await vscode.workspace.fs.delete(word);
    equal(
      imported.map(({ uri, getText }) => [uri.path.slice(uri.path.lastIndexOf('/') + 1), getText()]),
      [
        ['去年的.speech.md', '理论学习不够\n'],
        ['去年的-2.speech.md', '理论学习不够\n'],
      ],
    );
    for (const _ of imported) await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });
});

/** A Word file of one paragraph. */
function wordFile(words: string): Uint8Array {
  const main = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
  const body = `<w:document xmlns:w="${main}"><w:body><w:p><w:r><w:t>${words}</w:t></w:r></w:p></w:body></w:document>`;
  return zipSync({ 'word/document.xml': strToU8(body) });
}

/** VS Code gives such a request up now and then, for reasons of its own; the next one is answered. */
function laterIfCanceled(error: unknown): undefined {
  if (error instanceof Error && error.message === 'Canceled') return undefined;
  throw error;
}

function inWorkspace(name: string): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0];
  ok(folder, 'an open folder');
  return vscode.Uri.joinPath(folder.uri, name);
}

async function open(uri: vscode.Uri): Promise<vscode.TextEditor> {
  return vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri));
}

/** What the tabs say. */
function tabs(): string[] {
  return vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs.map(({ label }) => label));
}

function findings(uri: vscode.Uri): vscode.Diagnostic[] {
  return vscode.languages.getDiagnostics(uri).filter(({ source }) => source === 'fayan');
}

/** The finding of the numbering that touches this text, awaited. */
async function findingAt(uri: vscode.Uri, text: string): Promise<vscode.Diagnostic> {
  const document = await vscode.workspace.openTextDocument(uri);
  return until(`a finding at ${text}`, () => findings(uri).find((finding) => covers(finding, document, text)));
}

function covers({ code, range }: vscode.Diagnostic, document: vscode.TextDocument, text: string): boolean {
  const rule = typeof code === 'object' ? code.value : code;
  const start = document.getText().indexOf(text);
  const span = new vscode.Range(document.positionAt(start), document.positionAt(start + text.length));
  return rule === 'broken-numbering' && range.intersection(span) !== undefined;
}

function flatten(symbol: vscode.DocumentSymbol): vscode.DocumentSymbol[] {
  return [symbol, ...symbol.children.flatMap(flatten)];
}

async function closeAll(): Promise<void> {
  await vscode.commands.executeCommand('workbench.action.files.revert');
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
}
