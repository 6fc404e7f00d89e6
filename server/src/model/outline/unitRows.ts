import type { Opaque, Section } from '../speech.ts';
import type { Span } from '../text/span.ts';
import { plainUnit, type UnitDraft } from './unitDraft.ts';
import { columnsOf, ledgerColumns, measureColumns, rowSpan, tablesAlike, tablesIn, unitKinds } from './unitTables.ts';

/** The measures of a table, one a row. */
export function measuresInRows(
  text: string,
  { rows: [header = [], ...rows] }: Opaque,
  place: Pick<UnitDraft, 'within' | 'aspect'>,
): UnitDraft[] {
  const columns = measureColumns(text, [header, ...rows]);
  return rows.flatMap((row) => {
    const cell = firstWritten(row, [columns.title, columns.text]);
    if (!cell) return [];
    const address = row[columns.address];
    const span = rowSpan(row);
    const told = { titleSpan: cellTitle(text, cell), span, address: address && text.slice(address.start, address.end) };
    return [plainUnit(text, { kind: 'measure', ...place }, told)];
  });
}

/** 问题, 原因 and 整改 side by side in the tables of a section; none where a table does not have the first and the last. */
export function unitsSideBySide(text: string, section: Section): UnitDraft[] {
  if (section.role === 'previous') return [];
  return tablesIn(section).flatMap(({ rows }) => {
    const columns = ledgerColumns(text, rows);
    return columns ? rows.slice(1).flatMap((row) => unitsInRow(text, row, columns, section)) : [];
  });
}

/** The problems of a table that tells of nothing but these, one a row, as `问题 | 具体表现 | 责任人` does. */
export function problemsInRows(text: string, section: Section): UnitDraft[] {
  return tablesAlike(text, section).flatMap(({ rows: [header = [], ...rows] }) => {
    const { problem, measure } = columnsOf(text, header);
    if (problem === undefined || measure !== undefined) return [];
    return rows.flatMap((row) => {
      const cell = firstWritten(row, [problem]);
      if (!cell) return [];
      const told = { titleSpan: cellTitle(text, cell), span: { start: cell.start, end: rowSpan(row).end } };
      return [plainUnit(text, { kind: 'problem', within: section, aspect: undefined }, told)];
    });
  });
}

/** 原因 and 整改 side by side in a part for both, where a column of 问题 only says what they answer. */
export function answersSideBySide(text: string, section: Section): UnitDraft[] {
  return tablesIn(section).flatMap((table) => {
    const { cause } = columnsOf(text, table.rows[0] ?? []);
    const causes =
      cause === undefined ? [] : table.rows.slice(1).flatMap((row) => causeInRow(text, row, cause, section));
    return [...causes, ...measuresInRows(text, table, { within: section, aspect: undefined })];
  });
}

function causeInRow(text: string, row: readonly Span[], column: number, within: Section): UnitDraft[] {
  const cell = firstWritten(row, [column]);
  if (!cell) return [];
  return [
    plainUnit(text, { kind: 'cause', within, aspect: undefined }, { titleSpan: cellTitle(text, cell), span: cell }),
  ];
}

function unitsInRow(
  text: string,
  cells: readonly Span[],
  { problem, cause, measure }: NonNullable<ReturnType<typeof ledgerColumns>>,
  within: Section,
): UnitDraft[] {
  const row = rowSpan(cells);
  const columns = { problem: [problem], cause: [cause ?? -1], measure: [measure.title, measure.text] };
  return unitKinds.flatMap((kind) => {
    const cell = firstWritten(cells, columns[kind]);
    if (!cell) return [];
    // The cells behind a measure, such as who and when, belong to it.
    const span = kind === 'measure' ? { start: cell.start, end: row.end } : cell;
    return [plainUnit(text, { kind, within, aspect: undefined }, { titleSpan: cellTitle(text, cell), span, row })];
  });
}

function firstWritten(row: readonly Span[], columns: readonly number[]): Span | undefined {
  return columns.map((column) => row[column]).find((cell) => cell && cell.start < cell.end);
}

function cellTitle(text: string, { start, end }: Span): Span {
  const stop = text.slice(start, end).search(/[：。；]|<br/i);
  return { start, end: stop > 0 ? start + stop : end };
}
