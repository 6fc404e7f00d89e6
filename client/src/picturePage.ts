import { t } from '@vscode/l10n';
import { nonce } from './nonce.ts';
import { policy } from './pageHead.ts';
import type { PageSources } from './previewPage.ts';

/** The page that the script of the picture fills. One script, one style sheet, no inline code. */
export function picturePage({ csp, script, style, language }: PageSources): string {
  const ownScript = nonce();
  const allowed = { 'style-src': csp, 'script-src': `'nonce-${ownScript}'` };
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${policy(allowed)}">
<link rel="stylesheet" href="${style}">
<title>${t('问题整改对照图')}</title>
</head>
<body>
<header>
<h1>${t('问题整改对照图')}</h1>
<p class="legend">
<span class="sign measure">${t('整改')}</span><span class="sign cause">${t('原因')}</span><span>${t('线越粗，越有把握')}</span>
<span>${t('点击或按回车转到正文，方向键移动')}</span>
</p>
<p id="nothing" role="status" hidden>${t('这一篇里还没有认出问题、原因和整改；写出来以后，对照图就画在这里。')}</p>
</header>
<main id="picture" lang="zh-CN"></main>
<aside id="details" aria-live="polite" data-empty="${t('指向或用方向键选一条线、一个方框，看对应的根据。')}"></aside>
<script nonce="${ownScript}" src="${script}"></script>
</body>
</html>`;
}
