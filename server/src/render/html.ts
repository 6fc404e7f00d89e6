import type { Entry, Line, Speech } from '../model/speech.ts';

/** 预览 — the speech as an HTML fragment; `data-offset` tells where in the text a paragraph begins. Comments never appear. */
export function renderHtml(speech: Speech): string {
  const { text, titleBlock } = speech;
  const title = new Set<Entry>(titleBlock.title);
  const above = new Set<Entry>(titleBlock.lines);
  return speech.entries.map(render).join('\n');

  function render(entry: Entry): string {
    if (entry.kind === 'comment' || entry.kind === 'definition') return '';
    const at = `data-offset="${entry.span.start}"`;
    if (entry.kind === 'rule') return `<hr ${at}>`;
    if (entry.kind === 'table') return `<table ${at}>${entry.rows.map(row).join('')}</table>`;
    if (entry.kind !== 'line') return `<pre ${at}>${escapeHtml(slice(entry.span))}</pre>`;
    if (title.has(entry)) return `<h1 ${at}>${inline(entry, entry.span)}</h1>`;
    if (above.has(entry)) return `<p class="byline" ${at}>${inline(entry, entry.span)}</p>`;
    return `<p class="${levelOf(entry)}" ${at}>${paragraph(entry)}</p>`;
  }

  function paragraph(line: Line): string {
    if (levelOf(line) === 'text') return inline(line, line.span);
    const head = { start: line.span.start, end: line.body.start < line.body.end ? line.body.start : line.span.end };
    const body = { start: head.end, end: line.span.end };
    return `<span class="head">${inline(line, head)}</span>${inline(line, body)}`;
  }

  /** Words without comments and without the asterisks of bold. */
  function inline(_line: Line, span: { start: number; end: number }): string {
    return escapeHtml(
      slice(span)
        .replace(/<!--[^]*?-->/g, '')
        .replaceAll('**', ''),
    );
  }

  function row(cells: readonly { start: number; end: number }[]): string {
    return `<tr>${cells.map((cell) => `<td>${escapeHtml(slice(cell))}</td>`).join('')}</tr>`;
  }

  function slice({ start, end }: { start: number; end: number }): string {
    return text.slice(start, end);
  }
}

function levelOf({ numbering, depth }: Line): string {
  if (depth > 0 && !numbering) return 'level1';
  const levels = { han: 'level1', hanParen: 'level2', arabic: 'level3', arabicParen: 'level4' } as const;
  return (numbering && levels[numbering.style as keyof typeof levels]) ?? 'text';
}

export function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}
