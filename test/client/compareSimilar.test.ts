import assert from 'node:assert/strict';
import { fakeDocument, fakeEditor, inFakeEditor } from './fakeEditor.ts';

type Compare = typeof import('../../client/src/compareSimilar.ts');

const at = (line: number) => ({ start: { line, character: 0 }, end: { line, character: 9 } });

describe('to compare passages', () => {
  it('is offered for just the pairs that the server names, whatever the rule and the order of its places', async () => {
    const document = fakeDocument('file:///甲.md', '一。\n二。\n三。\n');
    const editor = fakeEditor(document);
    let provider: {
      provideCodeActions(...asked: unknown[]): Array<{ command: { title: string; arguments: unknown[] } }>;
    };
    editor.vscode.languages.registerCodeActionsProvider = (_: unknown, actions: typeof provider) =>
      (provider = actions);
    const { registerCompareSimilar } = await inFakeEditor<Compare>('client/src/compareSimilar.ts', editor);
    registerCompareSimilar();
    const places = ['本篇的这一段', '上年第 8 行', '上年第 9 行'].map((message, line) => ({
      message,
      location: { uri: document.uri, range: at(line + 7) },
    }));
    const alike = [
      { here: at(0), there: 1 },
      { here: at(2), there: 2 },
    ];
    const offered = (finding: object) =>
      provider
        .provideCodeActions(document, undefined, { diagnostics: [{ relatedInformation: places, ...finding }] })
        .map(({ command }) => [command.title, ...command.arguments.slice(1)]);
    assert.deepEqual(JSON.parse(JSON.stringify(offered({ source: 'fayan', code: 'new-rule', data: { alike } }))), [
      ['并排对照：上年第 8 行', at(0), JSON.parse(JSON.stringify(places[1]?.location))],
      ['并排对照：上年第 9 行', at(2), JSON.parse(JSON.stringify(places[2]?.location))],
    ]);
    assert.deepEqual(offered({ source: 'fayan', code: 'last-year-problem' }), []);
    assert.deepEqual(offered({ source: 'another', code: 'copied-passage', data: { alike } }), []);
    assert.deepEqual(offered({ source: 'fayan', code: 'new-rule', data: { alike: [{ here: at(0), there: 3 }] } }), []);
  });
});
