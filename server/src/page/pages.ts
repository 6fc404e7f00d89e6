import { knownLines } from './knownLines.ts';
import type { PageLine } from './lines.ts';
import { metricsOf, slack } from './metrics.ts';
import type { Layout, Paragraph } from './paragraph.ts';
import type { PageStyle } from './style.ts';
import { cutTableLine, type TableLine, tableColumns, tableLines } from './tables.ts';

/** 页 — what stands on one sheet. */
export interface Page {
  readonly number: number;
  readonly rows: readonly Row[];
}

/** A line of text, or a row of a table or a part of one, at its height on the page. */
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
 * ends a page, and only a row of a table that no page holds is cut. Every speech has at least one page.
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
    // One that takes half a page would leave little room for what is below it.
    if (row.cells?.header) header = row.height <= room / 2 ? row : undefined;
    for (let rest: Row | undefined = row; rest; ) {
      if (used + rest.height > room && page.length > 0) {
        const moved = headingsAtEnd(page, paragraphs);
        pages.push(page);
        // A table that goes on begins with its header again.
        const goesOn = rest.cells && !rest.cells.header;
        page = goesOn && header && moved.length === 0 ? [header] : moved;
        used = page.reduce((sum, { height, after }) => sum + height + after, 0);
      }
      const [now, later] = cutRow(rest, room - used, style);
      page.push(now);
      used += now.height + now.after;
      rest = later;
    }
  }
  if (page.length > 0 || pages.length === 0) pages.push(page);
  return pages.map((own, index) => ({ number: index + 1, rows: own }));
}

/** What the room holds of a row, and the rest: only a row of a table can be cut. */
function cutRow(row: Row, room: number, style: PageStyle): readonly [Row, Row | undefined] {
  if (!row.cells || row.height <= room) return [row, undefined];
  const [now, later] = cutTableLine(row.cells, room, style);
  if (!later) return [row, undefined];
  return [
    { ...row, cells: now, height: now.height, after: 0 },
    { ...row, cells: later, height: later.height },
  ];
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
