import assert from 'node:assert/strict';
import type { CancellationToken, CodeActionContext, Range, TextDocument } from 'vscode';
import { fakeDocument, fakeEditor, inFakeEditor } from './fakeEditor.ts';

type History = typeof import('../../client/src/history.ts');

describe('findings', () => {
  it('are told of what can be written, and of no old version or page that is only shown', async () => {
    const editor = fakeEditor();
    const known: Readonly<Record<string, boolean>> = { 'vscode-vfs': true, git: false };
    editor.vscode.workspace.fs = { isWritableFileSystem: (scheme: string) => known[scheme] };
    const { exceptHistory } = await inFakeEditor<History>('client/src/history.ts', editor);
    const asked: string[] = [];
    const note = (what: string, document: object) => {
      asked.push(`${what} ${'uri' in document ? document.uri : document}`);
      return [];
    };
    const told = exceptHistory((document, _, __, next) => next(document, undefined, none));
    for (const scheme of ['file', 'untitled', 'vscode-vfs', 'git', 'svn']) {
      const document = fakeDocument(`${scheme}:/甲.md`, '') as unknown as TextDocument;
      const { uri } = document;
      for (const one of [document, uri])
        await told.provideDiagnostics(one, undefined, none, (asked) => void note('findings', asked));
      const context = {} as CodeActionContext;
      await told.provideCodeActions(document, {} as Range, context, none, (asked) => note('actions', asked));
      await told.provideCodeLenses(document, none, (asked) => note('lenses', asked));
    }
    assert.deepEqual(
      asked,
      ['file:///甲.md', 'untitled:/甲.md', 'vscode-vfs:/甲.md'].flatMap((uri) =>
        ['findings', 'findings', 'actions', 'lenses'].map((what) => `${what} ${uri}`),
      ),
    );
  });
});

const none = {} as CancellationToken;
