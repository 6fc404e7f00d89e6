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
import { nameOf } from './fileNames.ts';
import { oneAtATime } from './oneAtATime.ts';
import { type FromPreview, type PanelState, readPanelState, readPreviewMessage } from './panelMessage.ts';
import { previewPage } from './previewPage.ts';
import { previewSource } from './previewSource.ts';
import { followRenames } from './renames.ts';
import { whileShowing } from './showing.ts';

const viewType = 'fayan.preview';

/** Set once the notice about missing fonts has been closed, so that it is not shown in every preview. */
const readKey = 'fayan.preview.read';

/**
 * 预览 — panels that show speeches as pages, live. They follow the editor unless pinned, and outlive a reload of the window, and the
 * renaming of the file. `onData` tells that the server has been sent the page styles of the workspace.
 */
export function createPreviews(
  client: BaseLanguageClient,
  active: ActiveSpeech,
  { extensionUri, globalState }: ExtensionContext,
  onData: Event<void>,
): Disposable {
  const media = Uri.joinPath(extensionUri, 'dist', 'webview');
  const panels = new Set<{ readonly panel: WebviewPanel; readonly follows: () => boolean; readonly show: Show }>();
  return Disposable.from(
    commands.registerCommand('fayan.preview', () => {
      const document = active.wanted();
      if (!document) return;
      const following = [...panels].find(({ follows }) => follows());
      if (following) {
        following.panel.reveal(undefined, true);
        following.show(document);
      } else {
        const column = { viewColumn: active.column(), preserveFocus: true };
        attach(window.createWebviewPanel(viewType, t('预览'), column), document);
      }
    }),
    window.registerWebviewPanelSerializer(viewType, {
      async deserializeWebviewPanel(panel, kept: unknown) {
        const state = readPanelState(kept);
        const document = state?.uri ? await opened(state.uri) : active.document();
        if (document) attach(panel, document);
        else panel.dispose();
      },
    }),
    new Disposable(() => {
      for (const { panel } of panels) panel.dispose();
    }),
  );

  function attach(panel: WebviewPanel, first: TextDocument): void {
    const { webview } = panel;
    const folders = workspace.workspaceFolders?.map(({ uri }) => uri) ?? [];
    webview.options = { enableScripts: true, localResourceRoots: [media, ...folders] };
    let document = first;
    let state: PanelState = { uri: '', view: 'pages', findings: false, pinned: false };
    let isReady = false;
    /** The answer that the page shows. */
    let since: number | undefined;
    const source = previewSource(active, panel, () => document);

    const update = oneAtATime(() => whileShowing(document, bringUp));
    async function bringUp(): Promise<void> {
      // What is hidden is loaded again before it is seen, and asks for everything then.
      if (!isReady || !panel.visible) return;
      // With its editor a document is closed for the server too; the preview goes on showing the text, as long as there is one.
      if (document.isClosed && renames.isMoving()) return;
      if (document.isClosed && !(await reopened())) return panel.dispose();
      // After a reload the language client hears of a change later than this does, but must tell the server first.
      await Promise.resolve();
      const shown = document;
      const { view, findings } = state;
      const params: PreviewParams = { uri: shown.uri.toString(), view, findings, since };
      const result = await client.sendRequest<PreviewAnswer>(previewRequest, params);
      // An answer to a text that is gone already would make the page flicker.
      if (shown !== document || result.version < shown.version || !panel.visible) return;
      const folder = Uri.joinPath(shown.uri, '..');
      const base = workspace.getWorkspaceFolder(shown.uri) ? String(webview.asWebviewUri(folder)) : '';
      const top = active.editorOf(shown)?.visibleRanges[0]?.start;
      const at = top ? shown.offsetAt(top) : 0;
      since = result.answer;
      await webview.postMessage({
        type: 'content',
        result,
        base,
        uri: shown.uri.toString(),
        at,
      });
    }
    async function reopened(): Promise<boolean> {
      const closed = document;
      const again = await opened(closed.uri.toString());
      if (again && document === closed) document = again;
      return again !== undefined || document !== closed;
    }
    const show: Show = (next) => {
      if (next === document) return;
      document = next;
      title();
      void update();
    };
    const entry = { panel, follows: () => !state.pinned, show };
    const renames = followRenames(
      () => document,
      (next) => next && show(next),
    );
    const listeners = Disposable.from(
      panel.onDidChangeViewState(() => void update()),
      workspace.onDidOpenTextDocument((opened) => {
        // The document that a reload asked for may be closed again before an editor opens it: the same text, another object.
        if (opened === document || opened.uri.toString() !== document.uri.toString()) return;
        document = opened;
        void update();
      }),
      workspace.onDidChangeTextDocument((event) => {
        if (event.document === document && event.contentChanges.length > 0) void update();
      }),
      workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration('fayan')) void update();
      }),
      onData(() => void update()),
      renames,
      window.onDidChangeActiveTextEditor((editor) => {
        if (editor?.document.languageId === 'markdown' && !state.pinned) show(editor.document);
      }),
      window.onDidChangeTextEditorVisibleRanges(({ textEditor, visibleRanges: [visible] }) => {
        // Of two editors side by side the other one moves too, when lines are put in above what it shows.
        if (textEditor !== active.editorOf(document) || !visible || source.isMoving()) return;
        void webview.postMessage({ type: 'scrollTo', offset: document.offsetAt(visible.start) });
      }),
      webview.onDidReceiveMessage(async (message: unknown) => {
        const asked = readPreviewMessage(message);
        if (asked) await answer(asked);
      }),
    );
    panels.add(entry);
    active.watch(panel, () => document);
    panel.onDidDispose(() => {
      panels.delete(entry);
      listeners.dispose();
    });
    title();
    const inMedia = (name: string) => String(webview.asWebviewUri(Uri.joinPath(media, name)));
    const sources = { csp: webview.cspSource, script: inMedia('preview.js'), style: inMedia('preview.css') };
    webview.html = previewPage(sources, document.uri.toString(), globalState.get(readKey, ''));

    function title(): void {
      const name = nameOf(document.uri);
      panel.title = state.pinned ? t('预览 {0}（固定）', name) : t('预览 {0}', name);
    }

    async function answer(message: FromPreview): Promise<void> {
      switch (message.type) {
        case 'ready':
          isReady = true;
          since = undefined;
          state = message.state;
          title();
          return update();
        case 'state': {
          const { offset } = message;
          state = message.state;
          title();
          await update();
          if (offset !== undefined) await webview.postMessage({ type: 'scrollTo', offset });
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
  }
}

type Show = (document: TextDocument) => void;

async function opened(uri: string): Promise<TextDocument | undefined> {
  try {
    return await workspace.openTextDocument(Uri.parse(uri));
  } catch {
    return undefined;
  }
}
