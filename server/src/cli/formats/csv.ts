import type { Format } from './format.ts';

/** For a spreadsheet: UTF-8 with BOM and CRLF, as Excel wants it. */
export function csvFormat(): Format {
  const head = ['file', 'line', 'col', 'endLine', 'endCol', 'severity', 'code', 'category', 'message'];
  return {
    start: `\uFEFF${csvRow(head)}`,
    file({ file, diagnostics, error }) {
      if (error !== undefined) return csvRow([file, '', '', '', '', 'error', 'unreadable', '', error]);
      return diagnostics
        .map(({ line, col, endLine, endCol, severity, code, category, message }) =>
          csvRow([file, line, col, endLine, endCol, severity, code, category, message]),
        )
        .join('');
    },
    end: () => '',
  };
}

export function csvRow(cells: ReadonlyArray<string | number>): string {
  return `${cells.map(csvCell).join(',')}\r\n`;
}

/** A cell that a spreadsheet would run as a formula becomes text. */
function csvCell(value: string | number): string {
  if (typeof value === 'number') return String(value);
  const tame = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(tame) ? `"${tame.replaceAll('"', '""')}"` : tame;
}
