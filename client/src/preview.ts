import { ViewColumn, type WebviewPanel, window, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { type PreviewParams, type PreviewResult, previewRequest } from '../../server/src/protocol.ts';

/** 预览 — a panel beside the editor that shows the speech as a page, live. */
export async function openPreview(client: BaseLanguageClient): Promise<void> {
  const document = window.activeTextEditor?.document;
  if (!document) return;
  const params: PreviewParams = { uri: document.uri.toString() };
  const panel = window.createWebviewPanel('fayan.preview', '发言预览', {
    viewColumn: ViewColumn.Beside,
    preserveFocus: true,
  });
  const onChange = workspace.onDidChangeTextDocument((event) => {
    if (event.document === document) void render(panel);
  });
  panel.onDidDispose(() => onChange.dispose());
  await render(panel);

  async function render({ webview }: WebviewPanel): Promise<void> {
    const { html } = await client.sendRequest<PreviewResult>(previewRequest, params);
    webview.html = `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<style>${style}</style></head><body><main>${html}</main></body></html>`;
  }
}

const style = `
body { background: #ddd; margin: 0; padding: 16px; }
main { background: #fff; color: #000; max-width: 156mm; margin: 0 auto; padding: 37mm 26mm 35mm 28mm; font: 16pt/29pt FangSong, "Noto Serif CJK SC", serif; }
p { margin: 0; text-indent: 2em; }
h1 { font: 22pt/35pt "FZXiaoBiaoSong-B05S", "Noto Serif CJK SC", serif; text-align: center; margin: 0 0 29pt; }
.byline { text-indent: 0; text-align: center; font-family: KaiTi, "AR PL UKai CN", serif; }
.level1 .head { font-family: SimHei, "Noto Sans CJK SC", sans-serif; }
.level2 .head { font-family: KaiTi, "AR PL UKai CN", serif; }
`;
