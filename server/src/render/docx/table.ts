import type { Cell, Paragraph } from '../../page/paragraph.ts';
import type { Run } from '../../page/runs.ts';
import type { PageStyle } from '../../page/style.ts';
import { tableColumns } from '../../page/tables.ts';
import type { References } from './references.ts';
import { runsXml } from './runs.ts';
import { styleIds, twipsOf } from './styles.ts';
import { tag } from './xml.ts';

/** Whether a row that does not fit on a page is moved to the next one, or continues there. */
export type RowBreaks = 'whole' | 'breaking';

/** A table as wide as its columns, centred, its first row repeated on every page. */
export function tableXml(table: Paragraph, style: PageStyle, references: References, breaks: RowBreaks): string {
  const columns = tableColumns(table, style).map(twipsOf);
  const whole = breaks === 'whole' ? tag('cantSplit') : '';
  const rows = table.rows.map((cells, index) => {
    const isHead = index === 0;
    const id = isHead ? styleIds.tableHead : styleIds.table;
    const inner = columns.map((column, at) => cellXml(cells[at] ?? [], column, id, references));
    return `<w:tr><w:trPr>${whole}${isHead ? tag('tblHeader') : ''}</w:trPr>${inner.join('')}</w:tr>`;
  });
  const grid = columns.map((w) => tag('gridCol', { w })).join('');
  return `<w:tbl>${propertiesXml(columns)}<w:tblGrid>${grid}</w:tblGrid>${rows.join('')}</w:tbl>`;
}

function propertiesXml(columns: readonly number[]): string {
  const width = columns.reduce((sum, column) => sum + column, 0);
  const edge = (name: string) => tag(name, { val: 'single', sz: 4, space: 0, color: 'auto' });
  const borders = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map(edge).join('');
  const place = `${tag('tblW', { w: width, type: 'dxa' })}${tag('jc', { val: 'center' })}`;
  return `<w:tblPr>${place}<w:tblBorders>${borders}</w:tblBorders>${tag('tblLayout', { type: 'fixed' })}</w:tblPr>`;
}

function cellXml(cell: Cell, width: number, style: string, references: References): string {
  const lines = linesOf(cell).map(
    (runs) => `<w:p><w:pPr>${tag('pStyle', { val: style })}</w:pPr>${runsXml(runs, 0, references)}</w:p>`,
  );
  const look = `${tag('tcW', { w: width, type: 'dxa' })}${tag('vAlign', { val: 'center' })}`;
  return `<w:tc><w:tcPr>${look}</w:tcPr>${lines.join('')}</w:tc>`;
}

/** The lines of a cell; at least one, for Word wants a paragraph in every cell. */
function linesOf(cell: Cell): Run[][] {
  const lines: Run[][] = [[]];
  for (const run of cell) {
    if (run.text === '\n') lines.push([]);
    else lines.at(-1)?.push(run);
  }
  return lines;
}
