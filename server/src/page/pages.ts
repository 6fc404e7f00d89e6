import { knownLines } from './knownLines.ts';
import type { PageLine } from './lines.ts';
import { metricsOf, slack } from './metrics.ts';
import type { Layout, Paragraph } from './paragraph.ts';
import type { PageStyle } from './style.ts';
import { type TableLine, tableColumns, tableLines } from './tables.ts';

/** 页 — what stands on one sheet. */
export interface Page {
  readonly number: number;
  readonly rows: readonly Row[];
}

/** A line of text or a row of a table, at its height on the page. */
export interface Row {
  /** Index in `layout.paragraphs`. */
  readonly paragraph: number;
  readonly line: PageLine | undefined;
  readonly cells: TableLine | undefined;
  /** In points. */
  readonly height: number;
  /** Blank room below it. */
  readonly after: number;
}

/**
 * Fills pages with lines of fixed pitch, as Word does when 孤行控制 is off: only a heading, or the header of a table, never
 * ends a page. Every speech has at least one page.
 */
export function pagesOf({ paragraphs }: Layout, style: PageStyle): Page[] {
  const { height, linesPerPage } = metricsOf(style);
  // A grid holds whole lines only.
  const room = (style.charsPerLine > 0 ? linesPerPage * style.linePitch : height) + slack;
  const lines = knownLines(paragraphs, style);
  const rows = paragraphs.flatMap((paragraph, index) => rowsOf(paragraph, index, style, lines[index] ?? []));
  const pages: Row[][] = [];
  let page: Row[] = [];
  let used = 0;
  let header: Row | undefined;
  for (const row of rows) {
    if (used + row.height > room && page.length > 0) {
      const moved = headingsAtEnd(page, paragraphs);
      pages.push(page);
      // A table that goes on begins with its header again.
      const goesOn = row.cells && !row.cells.header && header?.paragraph === row.paragraph;
      page = goesOn && header && moved.length === 0 ? [header] : moved;
      used = page.reduce((sum, { height, after }) => sum + height + after, 0);
    }
    page.push(row);
    if (row.cells?.header) header = row;
    used += row.height + row.after;
  }
  if (page.length > 0 || pages.length === 0) pages.push(page);
  return pages.map((own, index) => ({ number: index + 1, rows: own }));
}

/** Takes headings, and the header of a table, off the end of a page, unless nothing would be left. */
function headingsAtEnd(page: Row[], paragraphs: readonly Paragraph[]): Row[] {
  let at = page.length;
  for (
    let row = page[at - 1];
    row && (row.cells?.header || keepsWithNext(paragraphs[row.paragraph]));
    row = page[at - 1]
  )
    at -= 1;
  return at > 0 ? page.splice(at) : [];
}

/** Whether a paragraph may not be the last on a page. */
export function keepsWithNext(paragraph: Paragraph | undefined): boolean {
  return paragraph?.role === 'heading' || (paragraph?.role === 'signature' && paragraph.spaceAfter === 0);
}

function rowsOf(paragraph: Paragraph, index: number, style: PageStyle, lines: readonly PageLine[]): Row[] {
  if (paragraph.role === 'table') {
    const columns = tableColumns(paragraph, style);
    return tableLines(paragraph, columns, style).map((cells, row) => ({
      paragraph: index,
      line: undefined,
      cells,
      height: cells.height,
      after: row === paragraph.rows.length - 1 ? paragraph.spaceAfter * style.linePitch : 0,
    }));
  }
  const height = pitchOf(paragraph, style);
  return lines.map((line) => ({
    paragraph: index,
    line,
    cells: undefined,
    height,
    after: line.last ? paragraph.spaceAfter * style.linePitch : 0,
  }));
}

function pitchOf({ role }: Paragraph, style: PageStyle): number {
  return role === 'title' || role === 'subtitle' || role === 'author' || role === 'date'
    ? style[role].linePitch
    : style.linePitch;
}
