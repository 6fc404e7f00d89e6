import { t } from '@vscode/l10n';
import { commands, Disposable, env, type TextDocument, Uri, ViewColumn, type WebviewPanel, window } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { type ReportParams, type ReportResult, reportRequest, revealAtCommand } from '../../server/src/protocol.ts';
import type { ActiveSpeech } from './activeSpeech.ts';
import { afterPause } from './afterPause.ts';
import { logFailure } from './ask.ts';
import { askFor, tellUnanswered } from './askFor.ts';
import { type Content, documentPanels, revealIn } from './documentPanels.ts';
import { baseNameOf, nameOf, opened } from './fileNames.ts';
import { oneAtATime } from './oneAtATime.ts';
import { pageLanguage, policy } from './pageHead.ts';
import { onReturn } from './recovery.ts';
import { announceFile, saveFile } from './saveFile.ts';

/** 体检报告 — its links lead into the text. It runs no script. */
export function createReports(client: BaseLanguageClient, active: ActiveSpeech): Disposable {
  const panels = documentPanels(active, { follows: false, title, open, fill });
  return Disposable.from(
    panels,
    commands.registerCommand('fayan.report', async (uri?: Uri) => {
      const document = uri instanceof Uri ? await inSight(uri) : active.wanted();
      if (document) panels.show(document);
    }),
    commands.registerCommand('fayan.saveReport', async () => {
      const document = panels.active();
      if (document) await save(document);
    }),
    commands.registerCommand(revealAtCommand, (uri: string, line: number, character: number) =>
      revealIn(active, uri, { start: { line, character }, end: { line, character } }),
    ),
  );

  /** A document that no editor shows is soon closed, and its report with it. */
  async function inSight(uri: Uri): Promise<TextDocument | undefined> {
    const document = await opened(uri.toString());
    if (document && !active.editorOf(document)) await window.showTextDocument(document, ViewColumn.One);
    return document;
  }

  function title({ uri }: TextDocument): string {
    return t('体检报告：{0}', nameOf(uri));
  }

  function open(title: string): WebviewPanel {
    return window.createWebviewPanel('fayan.report', title, active.column(), {
      enableCommandUris: [revealAtCommand],
      enableFindWidget: true,
      localResourceRoots: [],
    });
  }

  function fill({ webview }: WebviewPanel, document: TextDocument): Content {
    let isOpen = true;
    const update = oneAtATime(
      async () => {
        const { text, css } = await client.sendRequest<ReportResult>(reportRequest, paramsOf(document, 'body'));
        if (isOpen) webview.html = pageOf(text, css);
      },
      (error) => {
        logFailure(client, 'Showing the report', error);
        if (isOpen && webview.html === '') tellUnanswered();
      },
    );
    void update();
    const returns = onReturn(client, () => void update());
    // A new page loses what is selected in it, so it waits for a pause in the typing.
    const later = afterPause(400, () => void update());
    return {
      changed: later.call,
      dispose() {
        isOpen = false;
        returns.dispose();
        later.dispose();
      },
    };
  }

  async function save(document: TextDocument): Promise<void> {
    const forms = [
      { label: t('HTML，可打印'), form: 'page', extension: 'html' },
      { label: t('Markdown，可再编辑'), form: 'markdown', extension: 'md' },
      { label: t('复制修改意见，贴到微信、邮件里'), form: 'text', extension: '' },
    ] as const;
    const picked = await window.showQuickPick(forms, { title: t('体检报告存为') });
    if (!picked) return;
    const { form, extension } = picked;
    const report = await askFor<ReportResult>(client, reportRequest, paramsOf(document, form));
    if (!report) return;
    const { text } = report;
    if (form === 'text') {
      await env.clipboard.writeText(text);
      void window.showInformationMessage(t('修改意见已经复制，可以粘贴了'));
      return;
    }
    const content = new TextEncoder().encode(text);
    const name = `${baseNameOf(document.uri)}-体检报告.${extension}`;
    const target = await saveFile(document.uri, { name, kind: extension.toUpperCase(), content });
    if (target) await announceFile(target);
  }

  function paramsOf({ uri }: TextDocument, form: ReportParams['form']): ReportParams {
    return { uri: uri.toString(), form };
  }
}

function pageOf(body: string, css: string): string {
  return `<!doctype html>
<html lang="${pageLanguage(env.language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${policy({ 'style-src': "'unsafe-inline'" })}">
<title>${t('体检报告')}</title>
<style>${css}</style>
</head>
<body><main>${body}</main></body>
</html>`;
}
