import { t } from '@vscode/l10n';
import { escapeHtml } from '../../server/src/render/escaped.ts';
import { nonce } from './nonce.ts';
import { policy } from './pageHead.ts';

/** Where the page finds its own files, as addresses that its policy lets through. */
export interface PageSources {
  /** What the policy allows for styles, fonts and pictures. */
  readonly csp: string;
  readonly script: string;
  readonly style: string;
  /** Of what is not the speech. */
  readonly language: string;
}

/**
 * The page that the preview script fills. One script, one style sheet, no inline code, nothing from elsewhere. `read`
 * is the notice that has been put away on this machine.
 */
export function previewPage({ csp, script, style, language }: PageSources, uri: string, read: string): string {
  const ownScript = nonce();
  const allowed = { 'img-src': csp, 'style-src': csp, 'font-src': csp, 'script-src': `'nonce-${ownScript}'` };
  const texts = JSON.stringify({
    unknownStyle: t('没有“{0}”这个版式，现在按“{1}”排。'),
    missingFonts: t('这台电脑没有{0}，预览用相近的字体代替；导出的 Word 文件里仍写规定的字体名。'),
    clock: t('已讲 {0}　还需 {1}　每分钟 {2} 字'),
  });
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy(allowed)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="${style}">
<title>${t('预览')}</title>
</head>
<body data-uri="${escapeHtml(uri)}" data-texts="${escapeHtml(texts)}" data-read="${escapeHtml(read)}">
<header>
<div id="bar" role="group" aria-label="${t('预览')}">
${toggle('pages', t('页面'), t('按纸张分页'))}
${toggle('flow', t('连续'), t('不分页'))}
${toggle('reading', t('朗读'), t('大字，照讲话速度滚动：练讲用'))}
<span class="gap"></span>
<span class="together">${button('out', '−', t('缩小'))}<button data-do="fit" id="percent" title="${t('适合宽度')}">100%</button>${button('in', '+', t('放大'))}</span>
<span class="gap"></span>
${toggle('grid', t('稿纸'), t('显示每页行数、每行字数的网格'))}
${toggle('findings', t('旁注'), t('在页边显示检查出的问题'))}
${toggle('pin', t('固定'), t('不随编辑器切换'))}
<span class="gap"></span>
${button('fayan.exportWord', 'Word', t('导出 Word'))}
${button('fayan.exportPdf', 'PDF', t('导出 PDF'))}
</div>
<p id="notice" role="status" hidden><span id="noticeText"></span>${button('read', '×', t('知道了'))}</p>
</header>
<main id="stage" lang="zh-CN" tabindex="0"></main>
<footer id="reading"><span id="clock"></span><div id="track"><div id="progress"></div></div><span id="keys">${t('键盘：空格 开始或暂停 · ↑↓ 换段 · + − 调语速 · Esc 退出')}</span></footer>
<script nonce="${ownScript}" src="${script}"></script>
</body>
</html>`;
}

function toggle(what: string, label: string, hint: string): string {
  return `<button data-do="${what}" aria-pressed="false" title="${hint}">${label}</button>`;
}

function button(what: string, label: string, hint: string): string {
  return `<button data-do="${what}" title="${hint}" aria-label="${hint}">${label}</button>`;
}
