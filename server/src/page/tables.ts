import { emsOf } from './fonts.ts';
import { breakRuns, type PageLine } from './lines.ts';
import { metricsOf } from './metrics.ts';
import type { Paragraph } from './paragraph.ts';
import type { PageStyle } from './style.ts';

/** A row of a table as it stands on the page, or what a page holds of it. */
export interface TableLine {
  readonly header: boolean;
  /** The lines of each cell. */
  readonly cells: ReadonlyArray<readonly PageLine[]>;
  readonly height: number;
}

/** Room to the left and right of the words in a cell, in points, as Word has it. */
const cellMargin = 5.4;

/** Widths of the columns in points: each as wide as its words ask for, none so narrow that fewer than two 字 fit. */
export function tableColumns({ rows }: Paragraph, style: PageStyle): number[] {
  const count = Math.max(1, ...rows.map((row) => row.length));
  const { width } = metricsOf(style);
  const least = Math.min(width / count, style.table.size * 2 + cellMargin * 2);
  const wanted = Array.from({ length: count }, (_, column) => {
    const widths = rows.map((row) => emsOf((row[column] ?? []).map(({ text }) => text).join('')));
    // The square root keeps one long column from starving the others.
    return Math.sqrt(Math.max(1, ...widths));
  });
  const spare = width - least * count;
  const sum = wanted.reduce((total, one) => total + one, 0);
  return wanted.map((one) => Math.floor((least + (spare * one) / sum) * 20) / 20);
}

/** The rows of a table with the words of each cell broken into lines; the first row is the header. */
export function tableLines({ rows }: Paragraph, columns: readonly number[], style: PageStyle): TableLine[] {
  return rows.map((row, index) => {
    const cells = columns.map((width, column) => {
      const box = { width: width - cellMargin * 2, size: style.table.size, extra: 0, indent: 0 };
      return breakRuns(row[column] ?? [], box);
    });
    return tableLine(index === 0, cells, style);
  });
}

/** As many lines of a row as there is room for, one at least, and what is left of it. */
export function cutTableLine(
  { header, cells }: TableLine,
  room: number,
  style: PageStyle,
): [TableLine, TableLine | undefined] {
  const count = Math.max(1, Math.floor((room - border) / style.table.linePitch));
  const now = cells.map((lines) => lines.slice(0, count));
  const later = cells.map((lines) => lines.slice(count));
  const isAll = later.every((lines) => lines.length === 0);
  return [tableLine(header, now, style), isAll ? undefined : tableLine(header, later, style)];
}

function tableLine(header: boolean, cells: TableLine['cells'], { table }: PageStyle): TableLine {
  const count = Math.max(...cells.map((lines) => lines.length));
  return { header, cells, height: count * table.linePitch + border };
}

/** Points that the rule between two rows adds. */
const border = 0.5;
