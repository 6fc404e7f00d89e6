import { isWestern } from '../page/fonts.ts';
import { hangs, spacedApart } from '../page/kinsoku.ts';
import { boxOf, imageText, type PageLine } from '../page/lines.ts';
import { metricsOf, slack } from '../page/metrics.ts';
import type { Row } from '../page/pages.ts';
import type { Note, Paragraph } from '../page/paragraph.ts';
import type { Run } from '../page/runs.ts';
import type { PageStyle } from '../page/style.ts';
import { tableColumns } from '../page/tables.ts';
import { titlePieces } from '../page/titleLines.ts';
import { escapeHtml } from './escaped.ts';

/**
 * What the pieces of HTML are made for. Everything of the speech in them is escaped; none has a
 * script, a style or a handler.
 */
export interface HtmlContext {
  readonly style: PageStyle;
  readonly notes: readonly Note[];
}

/** One line as it stands on the page, or one row of a table. */
export function rowHtml({ line, cells, after }: Row, paragraph: Paragraph, context: HtmlContext): string {
  const classes = ['ln', `r-${paragraph.role}`];
  if (after > 0) classes.push('after');
  if (cells) {
    const own = cells.cells.map(
      (lines) => `<div class="td">${lines.map((one) => `<div>${runsHtml(one.runs, 0, context)}</div>`).join('')}</div>`,
    );
    const columns = tableColumns(paragraph, context.style)
      .map((width) => `${width}pt`)
      .join(' ');
    return `<div class="${classes.join(' ')} tr${cells.header ? ' th' : ''}" data-columns="${columns}">${own.join('')}</div>`;
  }
  if (!line) return '';
  if (paragraph.role === 'heading') classes.push(`h${paragraph.level}`);
  if (line.first) classes.push('first');
  if (!line.last) classes.push('full');
  if (paragraph.rightIndent > 0) classes.push(`right${Math.round(paragraph.rightIndent * 2)}`);
  return `<div class="${classes.join(' ')}"${headingRole(line, paragraph)}>${lineHtml(line, paragraph, context)}</div>`;
}

/**
 * A paragraph of a page is no element of its own; a screen reader still goes from heading to
 * heading, and hears each whole.
 */
function headingRole({ first, last }: PageLine, { role, level, runs }: Paragraph): string {
  const depth = role === 'title' ? 1 : role === 'heading' ? level + 1 : 0;
  if (depth === 0) return '';
  const isWhole = role === 'title' || runs.every(({ head }) => head);
  if (!first) return isWhole ? ' aria-hidden="true"' : '';
  const words = runs.map(({ text }) => text).join('');
  const label = isWhole && !last ? ` aria-label="${escapeHtml(words.replaceAll('\n', ''))}"` : '';
  return ` role="heading" aria-level="${depth}"${label}`;
}

function lineHtml(line: PageLine, paragraph: Paragraph, context: HtmlContext): string {
  const { width, indent } = boxOf(paragraph, context.style, metricsOf(context.style));
  const last = line.runs.at(-1);
  const overflows = line.width > width - (line.first ? indent : 0) + slack;
  if (!overflows || !last || !hangs(last.text.slice(-1))) return runsHtml(line.runs, paragraph.level, context);
  const shorter = { ...last, text: last.text.slice(0, -1) };
  const kept = runsHtml([...line.runs.slice(0, -1), shorter], paragraph.level, context);
  return `${kept}<span class="hang">${runsHtml([{ ...last, text: last.text.slice(-1) }], paragraph.level, context)}</span>`;
}

/** A whole paragraph, for views that break lines by themselves. */
export function paragraphHtml(paragraph: Paragraph, context: HtmlContext): string {
  const { role, level, rows, runs } = paragraph;
  if (role === 'table') {
    const body = rows.map((row, index) => {
      const name = index === 0 ? 'th' : 'td';
      return `<tr>${row.map((cell) => `<${name}>${runsHtml(cell, 0, context, { pictures: true })}</${name}>`).join('')}</tr>`;
    });
    return `<table>${body.join('')}</table>`;
  }
  const name = role === 'title' ? 'h1' : role === 'heading' ? `h${Math.min(level + 1, 6)}` : 'p';
  const more = [role === 'heading' ? `h${level}` : '', paragraph.spaceAfter > 0 ? 'after' : ''];
  const classes = [`r-${role}`, ...more.filter((name) => name !== '')].join(' ');
  const words =
    role === 'title' || role === 'subtitle'
      ? titleHtml(runs, context)
      : runsHtml(runs, level, context, { pictures: true });
  return `<${name} class="${classes}">${words}</${name}>`;
}

/**
 * Without the line breaks that shape it on paper: it may break between words, wherever the view is too narrow for it.
 */
function titleHtml(runs: readonly Run[], context: HtmlContext): string {
  const pieces = runs.flatMap((run) => {
    if (run.text === '\n') return [];
    return run.note === undefined && run.image === undefined
      ? titlePieces(run.text).map((text) => ({ ...run, text }))
      : [run];
  });
  return runsHtml(pieces, 0, context, { pictures: true, between: '<wbr>' });
}

interface RunsOptions {
  /** Whether images are shown, or only their descriptions. */
  readonly pictures?: boolean;
  readonly between?: '' | '<wbr>';
}

function runsHtml(
  runs: readonly Run[],
  level: number,
  context: HtmlContext,
  { pictures = false, between = '' }: RunsOptions = {},
): string {
  let before = '';
  return runs
    .map((run, index) => {
      const after = runs[index + 1]?.text.charAt(0) ?? '';
      const html = runHtml(run, before, after);
      before = run.text.slice(-1) || before;
      return html;
    })
    .join(between);

  function runHtml(run: Run, previous: string, next: string): string {
    if (run.note !== undefined) return noteMark(run, context);
    if (run.text === '\n') return '<br>';
    if (run.image !== undefined && pictures) {
      return `<img data-src="${escapeHtml(run.image)}" alt="${escapeHtml(run.text)}">`;
    }
    const words = run.image === undefined ? run.text : imageText(run);
    let html = scripted(words, previous, next);
    if (run.bold) html = `<b>${html}</b>`;
    if (run.italic) html = `<i>${html}</i>`;
    if (run.strike) html = `<s>${html}</s>`;
    if (run.link !== undefined) html = linked(html, run.link);
    if (run.head && level > 0 && context.style.runIn === 'sentence') html = `<span class="h${level}">${html}</span>`;
    return html;
  }
}

/** Links that a click may open; all others are words. */
function linked(html: string, target: string): string {
  return /^(?:https?:\/\/|mailto:)/i.test(target) ? `<a href="${escapeHtml(target)}">${html}</a>` : html;
}

function noteMark(run: Run, { notes }: HtmlContext): string {
  if (run.text !== '') return `<span class="mark">${escapeHtml(run.text)}</span>`;
  const number = notes.find(({ label }) => label === run.note)?.number ?? '';
  return `<sup>〔${number}〕</sup>`;
}

/** Latin words and digits in a span of their own: they have their own font, and stand a little apart from 汉字. */
function scripted(text: string, previous: string, next: string): string {
  let html = '';
  for (const match of text.matchAll(/[\0-\u1fff]+|[^\0-\u1fff]+/gu)) {
    const words = match[0];
    if (!isWestern(words.codePointAt(0) ?? 0)) {
      html += escapeHtml(words);
      continue;
    }
    const before = match.index > 0 ? lastOf(text.slice(0, match.index)) : previous;
    const after = text.slice(match.index + words.length, match.index + words.length + 2) || next;
    const gaps = [
      spacedApart(before, words.charAt(0)) ? ' wl' : '',
      spacedApart(words.slice(-1), firstOf(after)) ? ' wr' : '',
    ];
    html += `<span class="w${gaps.join('')}">${escapeHtml(words)}</span>`;
  }
  return html;
}

function firstOf(text: string): string {
  return text === '' ? '' : String.fromCodePoint(text.codePointAt(0) ?? 0);
}

function lastOf(text: string): string {
  return /[\s\S]$/u.exec(text)?.[0] ?? '';
}
