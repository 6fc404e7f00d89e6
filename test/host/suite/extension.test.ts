import * as vscode from 'vscode';
import { equal, ok, until } from './expect.ts';

const speech = inWorkspace('发言.speech.md');
const brokenHeading = '（三）密切联系群众';

describe('the extension in VS Code', () => {
  before(async () => {
    const extension = vscode.extensions.getExtension('fayan.fayan');
    ok(extension, 'the extension to be there');
    const { client } = await extension.activate();
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
    // The speech has its findings by now, so the file opened after it would have its own soon.
    await open(inWorkspace('README.md'));
    await open(speech);
    await findingAt(speech, brokenHeading);
    equal(findings(inWorkspace('README.md')), []);
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
    await open(speech);
    await vscode.commands.executeCommand('fayan.preview');
    await until('the tab of the preview', () =>
      vscode.window.tabGroups.all
        .flatMap(({ tabs }) => tabs)
        .some(({ input }) => input instanceof vscode.TabInputWebview && input.viewType.includes('fayan.preview')),
    );
  });
});

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
