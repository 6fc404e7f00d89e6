import * as vscode from 'vscode';
import { ok, until } from './expect.ts';

describe('similar passages in VS Code', () => {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  ok(folder, 'an open folder');
  const own = vscode.Uri.joinPath(folder, '发言.speech.md');
  const other = vscode.Uri.joinPath(folder, '另一人的材料.speech.md');

  before(function () {
    // The web host's folder takes no files and tells of none.
    if (folder.scheme === 'vscode-test-web') this.skip();
  });
  after(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  it('come and go with the other file', async () => {
    await vscode.window.showTextDocument(own);
    await vscode.workspace.fs.writeFile(other, await vscode.workspace.fs.readFile(own));
    const { relatedInformation } = await until('a passage that is alike', () => alike()[0]);
    ok(relatedInformation?.[0]?.location.uri.toString() === other.toString(), 'the finding to name the other file');
  });

  it('stand side by side', async () => {
    const editor = await vscode.window.showTextDocument(own);
    const found = alike()[0];
    ok(found, 'the finding to be there still');
    editor.selection = new vscode.Selection(found.range.start, found.range.start);
    await vscode.commands.executeCommand('fayan.compareSimilar');
    const input = await until('the two passages', () =>
      vscode.window.tabGroups.all
        .flatMap(({ tabs }) => tabs)
        .map((tab) => tab.input)
        .find((shown): shown is vscode.TabInputTextDiff => shown instanceof vscode.TabInputTextDiff),
    );
    const [left, right] = await Promise.all(
      [input.original, input.modified].map(async (uri) => (await vscode.workspace.openTextDocument(uri)).getText()),
    );
    ok(left && left === right, `the same words on both sides, not ${left} and ${right}`);
  });

  it('are gone with the file', async () => {
    await vscode.window.showTextDocument(own);
    await vscode.workspace.fs.delete(other);
    await until('no passage to be alike', () => alike().length === 0);
  });

  function alike(): vscode.Diagnostic[] {
    return vscode.languages
      .getDiagnostics(own)
      .filter(({ code }) => (typeof code === 'object' ? code.value : code) === 'copied-passage');
  }
});
