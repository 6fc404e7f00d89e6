import type { Opaque, Section } from '../speech.ts';
import type { Span } from '../text/span.ts';
import { plainUnit, type UnitDraft } from './unitDraft.ts';
import { columnsOf, measureColumn, rowSpan, tablesIn, unitKinds } from './unitTables.ts';

/** The measures of a table, one a row. */
export function measuresInRows(
  text: string,
  { rows: [header, ...rows] }: Opaque,
  place: Pick<UnitDraft, 'within' | 'aspect'>,
): UnitDraft[] {
  const column = measureColumn(text, header ?? [], rows);
  return rows.flatMap((row) => {
    const cell = row[column];
    if (!cell || cell.start >= cell.end) return [];
    return [plainUnit(text, { kind: 'measure', ...place }, { titleSpan: cellTitle(text, cell), span: rowSpan(row) })];
  });
}

/** 问题, 原因 and 整改 side by side in the tables of a section, as in a 整改台账; none where a table does not have the first and the last. */
export function unitsSideBySide(text: string, section: Section): UnitDraft[] {
  if (section.role === 'previous') return [];
  return tablesIn(section).flatMap(({ rows: [header, ...rows] }) => {
    const columns = columnsOf(text, header ?? []);
    if (columns.problem === undefined || columns.measure === undefined) return [];
    return rows.flatMap((row) => unitsInRow(text, row, columns, section));
  });
}

function unitsInRow(
  text: string,
  cells: readonly Span[],
  columns: ReturnType<typeof columnsOf>,
  within: Section,
): UnitDraft[] {
  const row = rowSpan(cells);
  return unitKinds.flatMap((kind) => {
    const cell = cells[columns[kind] ?? -1];
    if (!cell || cell.start >= cell.end) return [];
    // The cells behind a measure, such as who and when, belong to it.
    const span = kind === 'measure' ? { start: cell.start, end: row.end } : cell;
    return [plainUnit(text, { kind, within, aspect: undefined }, { titleSpan: cellTitle(text, cell), span, row })];
  });
}

function cellTitle(text: string, { start, end }: Span): Span {
  const stop = text.slice(start, end).search(/[：。；]|<br/i);
  return { start, end: stop > 0 ? start + stop : end };
}
