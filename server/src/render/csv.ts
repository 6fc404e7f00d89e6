/** A row for a spreadsheet, with the line end that Excel wants. */
export function csvRow(cells: ReadonlyArray<string | number>): string {
  return `${cells.map(csvCell).join(',')}\r\n`;
}

/** What a spreadsheet would run as a formula becomes text. */
function csvCell(cell: string | number): string {
  if (typeof cell === 'number') return String(cell);
  const safe = startsFormula.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Spreadsheets ignore blanks before a formula, and some accept full-width signs. */
const startsFormula = /^[\s\u3000]*[=+\-@＝＋－＠]|^[\t\r]/;
