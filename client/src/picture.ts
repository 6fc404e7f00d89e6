import { t } from '@vscode/l10n';
import {
  commands,
  Disposable,
  Range,
  type TextDocument,
  Uri,
  ViewColumn,
  type WebviewPanel,
  window,
  workspace,
} from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { type PictureParams, type PictureResult, pictureRequest, type WireRange } from '../../server/src/protocol.ts';
import { editorAtHand, oneAtATime } from './activeSpeech.ts';
import { announceFile, saveFile } from './saveFile.ts';

/** 问题整改对照图 — one panel for a document, kept up to date while it is open. */
export function createPictures(client: BaseLanguageClient, extensionUri: Uri): Disposable {
  const panels = new Map<TextDocument, WebviewPanel>();
  const media = Uri.joinPath(extensionUri, 'dist', 'webview');
  return Disposable.from(
    commands.registerCommand('fayan.showPicture', () => {
      const document = editorAtHand()?.document;
      if (!document) return;
      const known = panels.get(document);
      if (known) known.reveal();
      else open(document);
    }),
    commands.registerCommand('fayan.savePicture', async () => {
      const [document] = [...panels].find(([, panel]) => panel.active) ?? [];
      if (document) await save(document);
    }),
    { dispose: () => panels.forEach((panel) => void panel.dispose()) },
  );

  function open(document: TextDocument): void {
    const name = document.uri.path.slice(document.uri.path.lastIndexOf('/') + 1);
    const panel = window.createWebviewPanel('fayan.picture', t('对照图：{0}', name), ViewColumn.Beside, {
      enableScripts: true,
      localResourceRoots: [media],
    });
    panels.set(document, panel);
    const { webview } = panel;
    let shown: PictureResult | undefined;
    let room: number | undefined;
    const update = oneAtATime(async () => {
      const params: PictureParams = { uri: document.uri.toString(), standalone: false, ...(room && { width: room }) };
      shown = await client.sendRequest<PictureResult>(pictureRequest, params);
      const details = Object.fromEntries(shown.nodes.map(({ id, details }) => [id, details]));
      await webview.postMessage({ svg: shown.svg, details });
    });
    const listeners = Disposable.from(
      workspace.onDidChangeTextDocument((event) => {
        if (event.document === document) void update();
      }),
      workspace.onDidCloseTextDocument((closed) => {
        if (closed === document) panel.dispose();
      }),
      webview.onDidReceiveMessage(async ({ go, width }: { go?: string; width?: number }) => {
        if (width !== undefined) {
          room = width;
          await update();
        }
        const node = shown?.nodes.find(({ id }) => id === go);
        if (node) await reveal(document, node.head);
      }),
    );
    panel.onDidDispose(() => {
      panels.delete(document);
      listeners.dispose();
    });
    webview.html = pageOf(
      String(webview.asWebviewUri(Uri.joinPath(media, 'picture.js'))),
      String(webview.asWebviewUri(Uri.joinPath(media, 'picture.css'))),
      webview.cspSource,
    );
  }

  async function save(document: TextDocument): Promise<void> {
    const params: PictureParams = { uri: document.uri.toString(), standalone: true };
    const { svg } = await client.sendRequest<PictureResult>(pictureRequest, params);
    const base = document.uri.path.slice(document.uri.path.lastIndexOf('/') + 1).replace(/(?:\.speech)?\.[^.]*$/, '');
    const target = await saveFile(document, `${base}-对照图.svg`, 'SVG', new TextEncoder().encode(svg));
    if (target) await announceFile(target);
  }
}

async function reveal(document: TextDocument, { start, end }: WireRange): Promise<void> {
  const editor = window.visibleTextEditors.find((visible) => visible.document === document);
  const selection = new Range(start.line, start.character, end.line, end.character);
  const viewColumn = editor?.viewColumn ?? ViewColumn.One;
  await window.showTextDocument(document, { viewColumn, selection });
}

function pageOf(script: string, style: string, source: string): string {
  const nonce = [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16)).join('');
  const policy = `default-src 'none'; style-src ${source}; script-src 'nonce-${nonce}'`;
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<link rel="stylesheet" href="${style}">
<title>${t('问题整改对照图')}</title>
</head>
<body>
<p class="legend">
<span class="sign measure">${t('整改')}</span><span class="sign cause">${t('原因')}</span><span>${t('线越粗，越有把握')}</span>
<span>${t('点击或按回车转到正文，方向键移动')}</span>
</p>
<main id="picture"></main>
<aside id="details" aria-live="polite" data-empty="${t('指向一条线或一个方框，看对应的根据。')}"></aside>
<script nonce="${nonce}" src="${script}"></script>
</body>
</html>`;
}
