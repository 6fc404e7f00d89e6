import { pagesOf } from '../page/pages.ts';
import { type Layout, type Paragraph, titleIn } from '../page/paragraph.ts';
import type { PageStyle } from '../page/style.ts';
import { escapeHtml } from './escaped.ts';
import { footerText } from './footerText.ts';
import { rowHtml } from './html.ts';
import { pageCss } from './pageCss.ts';

/**
 * One self-contained HTML file: the pages as the preview shows them, ready to print. With `print`
 * it opens the print dialog.
 */
export function htmlFile(layout: Layout, style: PageStyle, print = false): string {
  const context = { style, notes: layout.notes };
  const sheets = pagesOf(layout, style).map(({ number, rows }) => {
    const lines = rows.map((row) => rowHtml(row, layout.paragraphs[row.paragraph] as Paragraph, context));
    const footer = footerText(style.pageNumber.form, number);
    const side = number % 2 === 1 ? 'odd' : 'even';
    return `<section class="sheet">${lines.join('\n')}${footer && `<footer class="${side}">${footer}</footer>`}</section>`;
  });
  const { width, height } = style.paper;
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(titleIn(layout) || '发言')}</title>
<style>
@page{size:${width}mm ${height}mm;margin:0}
html{-webkit-print-color-adjust:exact}
body{margin:0;background:#ddd}
.sheet{margin:8mm auto;box-shadow:0 1px 6px #0005;break-after:page;break-inside:avoid}
.sheet:last-child{break-after:auto}
@media print{body{background:none}.sheet{margin:0;box-shadow:none}}
${pageCss(style)}
</style>
</head>
<body>
<main>
${sheets.join('\n').replaceAll(/data-columns="([\d. pt]+)"/g, 'style="grid-template-columns:$1"')}
</main>
${print ? '<script>addEventListener("load",()=>print())</script>\n' : ''}</body>
</html>
`;
}
