import { t } from '@vscode/l10n';
import {
  commands,
  Disposable,
  type Event,
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
import { nameOf, opened } from './fileNames.ts';
import { oneAtATime } from './oneAtATime.ts';
import { type FromPreview, type PanelState, readPreviewMessage, type ToPreview } from './panelMessage.ts';
import { previewPage } from './previewPage.ts';
import { type PreviewSource, previewSource } from './previewSource.ts';
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
  readonly onData: Event<void>;
}

/** What a panel shows, and how. */
interface Shown {
  document: TextDocument;
  state: PanelState;
  /** Whether its script is there to be sent to; not any more when the panel is closed. */
  isReady: boolean;
  /** The answer that the page shows. */
  since: number | undefined;
}

/** Fills a panel and keeps it up to date until it is closed. */
export function previewPanel(panel: WebviewPanel, document: TextDocument, needs: Needs): PreviewPanel {
  const { client, active, extensionUri, globalState } = needs;
  const { webview } = panel;
  const media = Uri.joinPath(extensionUri, 'dist', 'webview');
  const folders = workspace.workspaceFolders?.map(({ uri }) => uri) ?? [];
  webview.options = { enableScripts: true, localResourceRoots: [media, ...folders] };
  const shown: Shown = {
    document,
    state: { uri: '', view: 'pages', findings: false, pinned: false },
    isReady: false,
    since: undefined,
  };
  const source = previewSource(active, panel, () => shown.document);
  const renames = followRenames(
    () => shown.document,
    (next) => next && show(next),
  );
  const update = oneAtATime(
    () => whileShowing(shown.document, () => bringUp(panel, shown, { ...needs, isMoving: renames.isMoving })),
    (error) => logFailure(client, 'Showing the preview', error),
  );
  const own: Own = { panel, shown, source, update, show };
  const listeners = Disposable.from(renames, listenersOf(own, needs));
  active.watch(panel, () => shown.document);
  panel.onDidDispose(() => {
    shown.isReady = false;
    listeners.dispose();
  });
  setTitle(panel, shown);
  const inMedia = (name: string) => String(webview.asWebviewUri(Uri.joinPath(media, name)));
  const sources = { csp: webview.cspSource, script: inMedia('preview.js'), style: inMedia('preview.css') };
  webview.html = previewPage(sources, document.uri.toString(), globalState.get(readKey, ''));
  return {
    panel,
    show,
    get document() {
      return shown.document;
    },
    get isPinned() {
      return shown.state.pinned;
    },
  };

  function show(next: TextDocument): void {
    if (next === shown.document) return;
    shown.document = next;
    setTitle(panel, shown);
    void update();
  }
}

/** What the listeners of one panel work with. */
interface Own {
  readonly panel: WebviewPanel;
  readonly shown: Shown;
  readonly source: PreviewSource;
  readonly update: () => Promise<void>;
  readonly show: (document: TextDocument) => void;
}

/** All that a panel hears of: the text, the editors, the settings, and its own page. */
function listenersOf(own: Own, { active, globalState, onData }: Needs): Disposable {
  const { panel, shown, source, update, show } = own;
  return Disposable.from(
    panel.onDidChangeViewState(() => void update()),
    workspace.onDidOpenTextDocument((opened) => {
      // The document that a reload asked for may be closed again before an editor opens it: the
      // same text, another object.
      if (opened === shown.document || opened.uri.toString() !== shown.document.uri.toString()) return;
      shown.document = opened;
      void update();
    }),
    workspace.onDidChangeTextDocument((event) => {
      if (event.document === shown.document && event.contentChanges.length > 0) void update();
    }),
    workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration('fayan')) void update();
    }),
    onData(() => void update()),
    window.onDidChangeActiveTextEditor((editor) => {
      if (editor?.document.languageId === 'markdown' && !shown.state.pinned) show(editor.document);
    }),
    window.onDidChangeTextEditorVisibleRanges(({ textEditor, visibleRanges: [visible] }) => {
      // Of two editors side by side the other one moves too, when lines are put in above what it shows.
      if (textEditor !== active.editorOf(shown.document) || !visible || source.isMoving()) return;
      void tell(panel, { type: 'scrollTo', offset: shown.document.offsetAt(visible.start) });
    }),
    panel.webview.onDidReceiveMessage(async (message: unknown) => {
      const asked = readPreviewMessage(message);
      if (asked) await answer(own, asked, globalState);
    }),
  );
}

async function answer(
  { panel, shown, source, update }: Own,
  message: FromPreview,
  globalState: Needs['globalState'],
): Promise<void> {
  switch (message.type) {
    case 'ready':
      shown.isReady = true;
      shown.since = undefined;
      shown.state = message.state;
      setTitle(panel, shown);
      return update();
    case 'state': {
      const { offset } = message;
      shown.state = message.state;
      setTitle(panel, shown);
      await update();
      if (offset !== undefined && shown.isReady) await tell(panel, { type: 'scrollTo', offset });
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
      await commands.executeCommand(message.command, shown.document.uri);
  }
}

async function tell({ webview }: WebviewPanel, message: ToPreview): Promise<void> {
  await webview.postMessage(message);
}

/** Brings a panel up to the text as it is now. */
async function bringUp(
  panel: WebviewPanel,
  shown: Shown,
  { client, active, isMoving }: Pick<Needs, 'client' | 'active'> & { isMoving(): boolean },
): Promise<void> {
  const { webview } = panel;
  // What is hidden is loaded again before it is seen, and asks for everything then.
  if (!shown.isReady || !panel.visible) return;
  // With its editor a document is closed for the server too; the preview goes on showing the text,
  // as long as there is one.
  if (shown.document.isClosed && isMoving()) return;
  if (shown.document.isClosed && !(await reopen(shown))) return panel.dispose();
  // After a reload the language client hears of a change later than this does, but must tell the server first.
  await Promise.resolve();
  const { document, since } = shown;
  const { view, findings } = shown.state;
  const params: PreviewParams = { uri: document.uri.toString(), view, findings, since };
  const result = await client.sendRequest<PreviewAnswer>(previewRequest, params);
  // An answer to a text that is gone already would make the page flicker.
  if (document !== shown.document || result.version < document.version) return;
  if (!shown.isReady || !panel.visible) return;
  const folder = Uri.joinPath(document.uri, '..');
  const base = workspace.getWorkspaceFolder(document.uri) ? String(webview.asWebviewUri(folder)) : '';
  const top = active.editorOf(document)?.visibleRanges[0]?.start;
  const at = top ? document.offsetAt(top) : 0;
  shown.since = result.answer;
  await tell(panel, { type: 'content', result, base, uri: document.uri.toString(), at });
}

/** Whether there is a document to show again. */
async function reopen(shown: Shown): Promise<boolean> {
  const closed = shown.document;
  const again = await opened(closed.uri.toString());
  if (again && shown.document === closed) shown.document = again;
  return again !== undefined || shown.document !== closed;
}

function setTitle(panel: WebviewPanel, { document, state }: Shown): void {
  const name = nameOf(document.uri);
  panel.title = state.pinned ? t('预览 {0}（固定）', name) : t('预览 {0}', name);
}
