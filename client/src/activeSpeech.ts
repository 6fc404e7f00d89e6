import { Disposable, type TextDocument, type TextEditor, window, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { onReturn } from './recovery.ts';

/**
 * Calls `show` with the Markdown document the writer is at: at once, when another one comes to the front, when it changes, and when
 * the server has come back.
 * A panel that takes the focus from the text leaves it where it was. While `show` works, further changes wait and become one call.
 */
export function followActiveSpeech(
  client: BaseLanguageClient,
  show: (document: TextDocument | undefined) => Promise<void>,
): Disposable {
  let document = markdownIn();
  const update = oneAtATime(() => show(document));
  void update();
  return Disposable.from(
    onReturn(client, () => void update()),
    window.onDidChangeActiveTextEditor((editor) => {
      if (!editor && window.visibleTextEditors.some((visible) => visible.document === document)) return;
      document = markdownIn();
      void update();
    }),
    workspace.onDidChangeTextDocument((event) => {
      if (event.document === document) void update();
    }),
    workspace.onDidOpenTextDocument((opened) => {
      // A change of language closes and opens the same document.
      if (opened === window.activeTextEditor?.document) {
        document = markdownIn();
        void update();
      }
    }),
  );
}

/** `work`, never twice at the same time; calls in between make it run once more. */
export function oneAtATime(work: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | undefined;
  let again = false;
  return () => {
    if (running) again = true;
    running ??= run();
    return running;
  };

  async function run(): Promise<void> {
    try {
      do {
        again = false;
        await work();
      } while (again);
    } catch {
      // The language client has logged why; the next change tries again.
    } finally {
      running = undefined;
    }
  }
}

function markdownIn(): TextDocument | undefined {
  const document = window.activeTextEditor?.document;
  return document?.languageId === 'markdown' ? document : undefined;
}

/** The editor that a command means: the active one, or, while a panel has the focus, the one in sight. */
export function editorAtHand(): TextEditor | undefined {
  return (
    window.activeTextEditor ?? window.visibleTextEditors.find(({ document }) => document.languageId === 'markdown')
  );
}
