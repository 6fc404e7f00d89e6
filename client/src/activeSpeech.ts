import { t } from '@vscode/l10n';
import {
  commands,
  Disposable,
  type Event,
  EventEmitter,
  type TextDocument,
  type TextEditor,
  ViewColumn,
  type WebviewPanel,
  window,
  workspace,
} from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { logFailure } from './ask.ts';
import { oneAtATime } from './oneAtATime.ts';
import { onReturn } from './recovery.ts';

/**
 * The Markdown document the writer is working on: the one shown by the panel in front, or the one in the active editor.
 */
export interface ActiveSpeech extends Disposable {
  document(): TextDocument | undefined;
  /**
   * The document that a command is about: that one, or else, as when the walkthrough lies over it, the last one as long
   * as it is open. Where there is none, the writer is told what to do first.
   */
  wanted(): TextDocument | undefined;
  /**
   * The editor that a command at the cursor is about: the active one, or that of the document
   * shown by the panel in front.
   */
  editor(): TextEditor | undefined;
  /** The visible editor of a document; of several, the one in which the writer was last. */
  editorOf(document: TextDocument): TextEditor | undefined;
  /** May fire without the document having changed. */
  readonly onChange: Event<void>;
  /** What the server says of a speech may be another now, although the text is the same. */
  readonly onReadAnew: Event<void>;
  /** Takes a panel into account until it is closed; `shown` tells its document. */
  watch(panel: WebviewPanel, shown: () => TextDocument): void;
  /**
   * Where to open the next panel: with the others, so that not each takes a column of its own; the
   * first one beside the text.
   */
  column(): ViewColumn;
}

/** If anything else takes the focus from a text, the writer still counts as working on it while it is visible. */
export function activeSpeech(onReadAnew: Event<void>): ActiveSpeech {
  const panels = new Map<WebviewPanel, () => TextDocument>();
  const changed = new EventEmitter<void>();
  let document = markdownIn();
  let last = document;
  let lastEditor = window.activeTextEditor;
  const listeners = Disposable.from(
    changed,
    window.onDidChangeActiveTextEditor(look),
    workspace.onDidOpenTextDocument((opened) => {
      // A change of language closes and opens the same document.
      if (opened === window.activeTextEditor?.document) look();
    }),
  );
  return {
    document: () => document,
    wanted() {
      const wanted = document ?? (last?.isClosed ? undefined : last);
      if (!wanted) void askForSpeech();
      return wanted;
    },
    editor: () => window.activeTextEditor ?? (document && editorOf(document)),
    editorOf,
    onChange: changed.event,
    onReadAnew,
    watch(panel, shown) {
      panels.set(panel, shown);
      panel.onDidChangeViewState(look);
      panel.onDidDispose(() => {
        panels.delete(panel);
        look();
      });
    },
    column: () => [...panels.keys()].find(({ viewColumn }) => viewColumn)?.viewColumn ?? ViewColumn.Beside,
    dispose: () => listeners.dispose(),
  };

  function editorOf(shown: TextDocument): TextEditor | undefined {
    const editors = window.visibleTextEditors.filter((visible) => visible.document === shown);
    return editors.find((editor) => editor === lastEditor) ?? editors[0];
  }

  function look(): void {
    const shown = [...panels].find(([panel]) => panel.active)?.[1]();
    const isInSight = window.visibleTextEditors.some((visible) => visible.document === document);
    const left = !window.activeTextEditor && isInSight ? document : undefined;
    document = shown ?? markdownIn() ?? left;
    last = document ?? last;
    lastEditor = window.activeTextEditor ?? lastEditor;
    changed.fire();
  }
}

function markdownIn(): TextDocument | undefined {
  const document = window.activeTextEditor?.document;
  return document?.languageId === 'markdown' ? document : undefined;
}

async function askForSpeech(): Promise<void> {
  const open = t('打开文件…');
  const create = t('新建发言稿');
  const chosen = await window.showInformationMessage(t('先打开一篇发言材料。'), open, create);
  if (chosen === open) await commands.executeCommand('workbench.action.files.openFile');
  else if (chosen === create) await commands.executeCommand('fayan.newSpeech');
}

/**
 * Calls `show` with the document the writer is working on: at once, when it is another one, when it changes or is read
 * anew, and when the server has been restarted. Changes that come while `show` works lead to one more call.
 */
export function followActiveSpeech(
  client: BaseLanguageClient,
  active: ActiveSpeech,
  show: (document: TextDocument | undefined) => Promise<void>,
): Disposable {
  const update = oneAtATime(
    () => show(active.document()),
    (error) => logFailure(client, 'Showing the active speech', error),
  );
  void update();
  return Disposable.from(
    onReturn(client, () => void update()),
    active.onChange(() => void update()),
    active.onReadAnew(() => void update()),
    workspace.onDidChangeTextDocument((event) => {
      if (event.document === active.document()) void update();
    }),
  );
}
