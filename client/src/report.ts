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
import { type ReportParams, type ReportResult, reportRequest } from '../../server/src/protocol.ts';
import { oneAtATime } from './activeSpeech.ts';
import { announceFile, saveFile } from './saveFile.ts';

/** 体检报告 — one panel for a document, kept up to date while it is open; its links lead into the text. It runs no script. */
export function createReports(client: BaseLanguageClient): Disposable {
  const panels = new Map<TextDocument, WebviewPanel>();
  return Disposable.from(
    commands.registerCommand('fayan.report', () => {
      const document = window.activeTextEditor?.document;
      if (document?.languageId !== 'markdown') return;
      const known = panels.get(document);
      if (known) known.reveal();
      else open(document);
    }),
    commands.registerCommand('fayan.saveReport', async () => {
      const [document] = [...panels].find(([, panel]) => panel.active) ?? [];
      if (document) await save(document);
    }),
    commands.registerCommand('_fayan.revealAt', async (uri: string, line: number, character: number) => {
      const shown = window.visibleTextEditors.find(({ document }) => document.uri.toString() === uri);
      const selection = new Range(line, character, line, character);
      await window.showTextDocument(Uri.parse(uri), { viewColumn: shown?.viewColumn ?? ViewColumn.One, selection });
    }),
    { dispose: () => panels.forEach((panel) => void panel.dispose()) },
  );

  function open(document: TextDocument): void {
    const panel = window.createWebviewPanel('fayan.report', t('体检报告：{0}', nameOf(document)), ViewColumn.Beside, {
      enableCommandUris: ['_fayan.revealAt'],
      enableFindWidget: true,
      localResourceRoots: [],
    });
    panels.set(document, panel);
    const update = oneAtATime(async () => {
      const { text, css } = await ask(document, 'body');
      panel.webview.html = pageOf(text, css);
    });
    let timer: ReturnType<typeof setTimeout> | undefined;
    const listeners = Disposable.from(
      workspace.onDidChangeTextDocument((event) => {
        if (event.document !== document) return;
        clearTimeout(timer);
        timer = setTimeout(() => void update(), 400);
      }),
      workspace.onDidCloseTextDocument((closed) => {
        if (closed === document) panel.dispose();
      }),
    );
    panel.onDidDispose(() => {
      clearTimeout(timer);
      panels.delete(document);
      listeners.dispose();
    });
    void update();
  }

  async function save(document: TextDocument): Promise<void> {
    const markdown = t('Markdown，可再编辑');
    const form = await window.showQuickPick(
      [
        { label: t('HTML，可打印'), form: 'page' as const },
        { label: markdown, form: 'markdown' as const },
      ],
      {
        title: t('体检报告存为'),
      },
    );
    if (!form) return;
    const { text } = await ask(document, form.form);
    const extension = form.form === 'page' ? 'html' : 'md';
    const base = nameOf(document).replace(/(?:\.speech)?\.[^.]*$/, '');
    const content = new TextEncoder().encode(text);
    const target = await saveFile(document, `${base}-体检报告.${extension}`, extension.toUpperCase(), content);
    if (target) await announceFile(target);
  }

  function ask(document: TextDocument, form: ReportParams['form']): Promise<ReportResult> {
    return client.sendRequest<ReportResult>(reportRequest, { uri: document.uri.toString(), form });
  }
}

function nameOf({ uri }: TextDocument): string {
  return uri.path.slice(uri.path.lastIndexOf('/') + 1);
}

function pageOf(body: string, css: string): string {
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${t('体检报告')}</title>
<style>${css}</style>
</head>
<body><main>${body}</main></body>
</html>`;
}
