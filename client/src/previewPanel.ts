import { t } from '@vscode/l10n';
import {
  commands,
  Disposable,
  type ExtensionContext,
  env,
  type TextDocument,
  Uri,
  type WebviewPanel,
  window,
  workspace,
} from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { type PreviewAnswer, type PreviewParams, previewRequest } from '../../server/src/protocol.ts';
import type { ActiveSpeech } from './activeSpeech.ts';
import { logFailure } from './ask.ts';
import { tellUnanswered } from './askFor.ts';
import { nameOf, opened } from './fileNames.ts';
import { oneAtATime } from './oneAtATime.ts';
import { pageLanguage } from './pageHead.ts';
import { type FromPreview, type PanelState, readPreviewMessage, type ToPreview } from './panelMessage.ts';
import { previewPage } from './previewPage.ts';
import { previewSource } from './previewSource.ts';
import { onReturn } from './recovery.ts';
import { followRenames } from './renames.ts';
import { whileShowing } from './showing.ts';

/** Set once the notice about missing fonts has been closed, so that it is not shown in every preview. */
const readKey = 'fayan.preview.read';

/** One panel, and what it shows. */
export interface PreviewPanel {
  readonly panel: WebviewPanel;
  readonly document: TextDocument;
  /** Whether it stays with its document instead of following the editor. */
  readonly isPinned: boolean;
  show(document: TextDocument): void;
}

/** What all panels need. */
interface Needs extends Pick<ExtensionContext, 'extensionUri' | 'globalState'> {
  readonly client: BaseLanguageClient;
  readonly active: ActiveSpeech;
}

/** Fills a panel and keeps it up to date until it is closed. */
export function previewPanel(
  panel: WebviewPanel,
  first: TextDocument,
  { client, active, extensionUri, globalState }: Needs,
): PreviewPanel {
  const { webview } = panel;
  const media = Uri.joinPath(extensionUri, 'dist', 'webview');
  let document = first;
  let state: PanelState = { uri: '', view: 'pages', findings: false, pinned: false };
  /** Whether the script of the page is there to be sent to; not any more when the panel is closed. */
  let isReady = false;
  /** The answer that the page shows. */
  let since: number | undefined;
  const source = previewSource(active, panel, () => document);
  const renames = followRenames(
    () => document,
    (next) => (next ? show(next) : void update()),
  );
  const update = oneAtATime(
    () => whileShowing(document, bringUp),
    (error) => {
      logFailure(client, 'Showing the preview', error);
      if (isReady && since === undefined) tellUnanswered();
    },
  );
  const listeners = Disposable.from(
    renames,
    panel.onDidChangeViewState(() => void update()),
    workspace.onDidOpenTextDocument((opened) => {
      // The document that a reload asked for may be closed again before an editor opens it: the
      // same text, another object.
      if (opened === document || opened.uri.toString() !== document.uri.toString()) return;
      document = opened;
      void update();
    }),
    workspace.onDidChangeTextDocument((event) => {
      if (event.document === document && event.contentChanges.length > 0) void update();
    }),
    active.onReadAnew(() => void update()),
    onReturn(client, () => void update()),
    workspace.onDidChangeWorkspaceFolders(allowFolders),
    window.onDidChangeActiveTextEditor((editor) => {
      if (editor?.document.languageId === 'markdown' && !state.pinned) show(editor.document);
    }),
    window.onDidChangeTextEditorVisibleRanges(({ textEditor, visibleRanges: [visible] }) => {
      // Of two editors side by side the other one moves too, when lines are put in above what it shows.
      if (textEditor !== active.editorOf(document) || !visible || source.isMoving()) return;
      void tell({ type: 'scrollTo', offset: document.offsetAt(visible.start) });
    }),
    webview.onDidReceiveMessage(async (message: unknown) => {
      const asked = readPreviewMessage(message);
      if (asked) await answer(asked);
    }),
  );
  active.watch(panel, () => document);
  panel.onDidDispose(() => {
    isReady = false;
    listeners.dispose();
  });
  setTitle();
  allowFolders();
  const inMedia = (name: string) => String(webview.asWebviewUri(Uri.joinPath(media, name)));
  const sources = { csp: webview.cspSource, script: inMedia('preview.js'), style: inMedia('preview.css') };
  const page = { ...sources, language: pageLanguage(env.language) };
  webview.html = previewPage(page, document.uri.toString(), globalState.get(readKey, ''));
  return {
    panel,
    show,
    get document() {
      return document;
    },
    get isPinned() {
      return state.pinned;
    },
  };

  function show(next: TextDocument): void {
    if (next === document) return;
    document = next;
    setTitle();
    void update();
  }

  function setTitle(): void {
    const name = nameOf(document.uri);
    panel.title = state.pinned ? t('预览 {0}（固定）', name) : t('预览 {0}', name);
  }

  /** Pictures come from the folders of the workspace. Where these change the page is loaded again, and asks for all. */
  function allowFolders(): void {
    const folders = workspace.workspaceFolders?.map(({ uri }) => uri) ?? [];
    webview.options = { enableScripts: true, localResourceRoots: [media, ...folders] };
  }

  async function tell(message: ToPreview): Promise<void> {
    await webview.postMessage(message);
  }

  async function answer(message: FromPreview): Promise<void> {
    switch (message.type) {
      case 'ready':
        isReady = true;
        since = undefined;
        state = message.state;
        setTitle();
        return update();
      case 'state': {
        const { offset } = message;
        state = message.state;
        setTitle();
        await update();
        if (offset !== undefined && isReady) await tell({ type: 'scrollTo', offset });
        return;
      }
      case 'scroll':
        return source.scrollTo(message.offset);
      case 'reveal':
        return source.reveal(message.offset);
      case 'select':
        return source.select(message.offset, message.words);
      case 'link':
        await env.openExternal(Uri.parse(message.href));
        return;
      case 'read':
        return globalState.update(readKey, message.notice);
      case 'command':
        await commands.executeCommand(message.command, document.uri);
    }
  }

  /** Brings the panel up to the text as it is now. */
  async function bringUp(): Promise<void> {
    // What is hidden is loaded again before it is seen, and asks for everything then.
    if (!isReady || !panel.visible) return;
    // With its editor a document is closed for the server too; the preview goes on showing the text,
    // as long as there is one.
    if (document.isClosed && renames.isMoving()) return;
    if (document.isClosed && !(await reopen())) return panel.dispose();
    // After a reload the language client hears of a change later than this does, but must tell the server first.
    await Promise.resolve();
    const asked = document;
    const { view, findings } = state;
    const params: PreviewParams = { uri: asked.uri.toString(), view, findings, since };
    const result = await client.sendRequest<PreviewAnswer>(previewRequest, params);
    // An answer to a text that is gone already would make the page flicker.
    if (document !== asked || result.version < document.version) return;
    if (!isReady || !panel.visible) return;
    const folder = Uri.joinPath(document.uri, '..');
    const base = workspace.getWorkspaceFolder(document.uri) ? String(webview.asWebviewUri(folder)) : '';
    const top = active.editorOf(document)?.visibleRanges[0]?.start;
    const at = top ? document.offsetAt(top) : 0;
    since = result.answer;
    await tell({ type: 'content', result, base, uri: document.uri.toString(), at });
  }

  /** Whether there is a document to show again. A speech that was never saved would come back empty. */
  async function reopen(): Promise<boolean> {
    const closed = document;
    const again = closed.uri.scheme === 'untitled' ? undefined : await opened(closed.uri.toString());
    if (again && document === closed) document = again;
    return again !== undefined || document !== closed;
  }
}
