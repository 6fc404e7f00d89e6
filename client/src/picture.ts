import { t } from '@vscode/l10n';
import { commands, Disposable, env, type TextDocument, Uri, type WebviewPanel, window } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { type PictureParams, type PictureResult, pictureRequest } from '../../server/src/protocol.ts';
import type { ActiveSpeech } from './activeSpeech.ts';
import { logFailure } from './ask.ts';
import { askFor, tellUnanswered } from './askFor.ts';
import { type Content, documentPanels, revealIn } from './documentPanels.ts';
import { baseNameOf, nameOf } from './fileNames.ts';
import { oneAtATime } from './oneAtATime.ts';
import { pageLanguage } from './pageHead.ts';
import { readPictureMessage } from './panelMessage.ts';
import { picturePage } from './picturePage.ts';
import { onReturn } from './recovery.ts';
import { announceFile, saveFile } from './saveFile.ts';

/** 问题整改对照图. */
export function createPictures(client: BaseLanguageClient, active: ActiveSpeech, extensionUri: Uri): Disposable {
  const media = Uri.joinPath(extensionUri, 'dist', 'webview');
  const panels = documentPanels(active, { follows: true, title, open, fill });
  return Disposable.from(
    panels,
    commands.registerCommand('fayan.showPicture', () => {
      const document = active.wanted();
      if (document) panels.show(document);
    }),
    commands.registerCommand('fayan.savePicture', async () => {
      const document = panels.active();
      if (document) await save(document);
    }),
  );

  function title({ uri }: TextDocument): string {
    return t('对照图：{0}', nameOf(uri));
  }

  function open(title: string): WebviewPanel {
    return window.createWebviewPanel('fayan.picture', title, active.column(), {
      enableScripts: true,
      localResourceRoots: [media],
    });
  }

  /** The script of the page says how much room there is, and that asks for the first picture. */
  function fill({ webview }: WebviewPanel, document: TextDocument): Content {
    const uri = document.uri.toString();
    let shown: PictureResult | undefined;
    let room: number | undefined;
    let isOpen = true;
    const update = oneAtATime(
      async () => {
        const params: PictureParams = { uri, standalone: false, ...(room && { width: room }) };
        shown = await client.sendRequest<PictureResult>(pictureRequest, params);
        const details = Object.fromEntries(shown.nodes.map(({ id, details }) => [id, details]));
        if (isOpen) await webview.postMessage({ svg: shown.svg, details });
      },
      (error) => {
        logFailure(client, 'Showing the picture', error);
        if (!shown) tellUnanswered();
      },
    );
    const listener = Disposable.from(
      onReturn(client, () => void update()),
      webview.onDidReceiveMessage(async (message: unknown) => {
        const asked = readPictureMessage(message);
        if (!asked) return;
        if ('width' in asked) {
          room = asked.width;
          return update();
        }
        const node = shown?.nodes.find(({ id }) => id === asked.go);
        if (node) await revealIn(active, uri, node.head);
      }),
    );
    webview.html = picturePage({
      csp: webview.cspSource,
      script: String(webview.asWebviewUri(Uri.joinPath(media, 'picture.js'))),
      style: String(webview.asWebviewUri(Uri.joinPath(media, 'picture.css'))),
      language: pageLanguage(env.language),
    });
    return {
      changed: () => void update(),
      dispose() {
        isOpen = false;
        listener.dispose();
      },
    };
  }

  async function save({ uri }: TextDocument): Promise<void> {
    const params: PictureParams = { uri: uri.toString(), standalone: true };
    const picture = await askFor<PictureResult>(client, pictureRequest, params);
    if (!picture) return;
    const content = new TextEncoder().encode(picture.svg);
    const target = await saveFile(uri, { name: `${baseNameOf(uri)}-对照图.svg`, kind: 'SVG', content });
    if (target) await announceFile(target);
  }
}
