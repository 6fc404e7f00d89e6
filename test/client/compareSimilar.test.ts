import assert from 'node:assert/strict';
import { fakeDocument, fakeEditor, inFakeEditor } from './fakeEditor.ts';

type Compare = typeof import('../../client/src/compareSimilar.ts');

const at = (line: number) => ({ start: { line, character: 0 }, end: { line, character: 9 } });

async function registered() {
  const document = fakeDocument('file:///甲.md', '一，\n二。\n三。\n');
  const editor = fakeEditor(document);
  const texts: { provideTextDocumentContent(uri: unknown): string }[] = [];
  editor.vscode.workspace.registerTextDocumentContentProvider = (_: string, provider: (typeof texts)[number]) =>
    texts.push(provider);
  const { registerCompareSimilar } = await inFakeEditor<Compare>('client/src/compareSimilar.ts', editor);
  registerCompareSimilar();
  const run = async (...values: unknown[]) => editor.commands.get('fayan.compareSimilar')?.(...values);
  return { document, editor, run, textOf: (uri: unknown) => texts[0]?.provideTextDocumentContent(uri) };
}

describe('to compare passages', () => {
  it('shows those that a quick fix names, in whole sentences', async () => {
    const { editor, run, textOf } = await registered();
    await run('file:///甲.md', at(0), { uri: 'file:///甲.md', range: at(2) });
    const [name, right, left, title] = editor.executed[0] ?? [];
    assert.deepEqual([name, title], ['vscode.diff', '甲.md 第 3 行 ↔ 甲.md 第 1 行']);
    assert.deepEqual([textOf(left), textOf(right)], ['一，\n', '三。\n']);
    // No Markdown, or they would be checked like speeches.
    assert.deepEqual(
      [left, right].map((uri) => (uri as { readonly path: string }).path.split('/').at(-1)),
      ['甲.md.txt', '甲.md.txt'],
    );
  });

  it('offers at the cursor just the pairs that the server names, whatever the rule and the order of its places', async () => {
    const { document, editor, run } = await registered();
    const places = ['本篇的这一段', '上年第 8 行', '上年第 9 行'].map((message) => ({
      message,
      location: { uri: document.uri, range: at(1) },
    }));
    const finding = { relatedInformation: places, range: { intersection: () => true } };
    const alike = [
      { here: at(0), there: 1 },
      { here: at(2), there: 2 },
    ];
    const offered: string[][] = [];
    editor.vscode.window.showQuickPick = async (items: Array<{ label: string }>) =>
      void offered.push(items.map(({ label }) => label));
    document.lineAt = () => ({ range: at(0) });
    editor.vscode.languages.getDiagnostics = () => [
      { ...finding, source: 'fayan', code: 'new-rule', data: { alike } },
      { ...finding, source: 'fayan', code: 'last-year-problem' },
      { ...finding, source: 'another', code: 'copied-passage', data: { alike } },
      { ...finding, source: 'fayan', code: 'new-rule', data: { alike: [{ here: at(0), there: 3 }] } },
    ];
    await run();
    assert.deepEqual(offered, [['上年第 8 行', '上年第 9 行']]);
  });
});
