import { bare, type Piece, wrappers } from './wordPieces.ts';
import { attribute, childOf, childrenOf, type Element, nameOf, valOf } from './xml.ts';

/** A table; a cell that spans several columns or rows is followed by empty ones. */
export interface WordTable {
  readonly kind: 'table';
  /** Rows of cells, each with the pieces of its text. */
  readonly rows: ReadonlyArray<ReadonlyArray<readonly Piece[]>>;
}

/** A `w:tbl` without its deleted rows; `paragraphsIn` reads the paragraphs of a cell. */
export function tableOf(element: Element, paragraphsIn: (cell: Element) => ReadonlyArray<readonly Piece[]>): WordTable {
  const rows: Array<Array<readonly Piece[]>> = [];
  visitRows(element);
  return { kind: 'table', rows };

  function visitRows(parent: Element): void {
    for (const child of childrenOf(parent)) {
      if (nameOf(child) === 'tr') {
        if (!childOf(childOf(child, 'trPr'), 'del')) rows.push(cellsOf(child));
      } else if (wrappers.has(nameOf(child))) visitRows(child);
    }
  }

  function cellsOf(row: Element): Array<readonly Piece[]> {
    const cells: Array<readonly Piece[]> = [];
    for (const child of childrenOf(row)) {
      if (wrappers.has(nameOf(child))) cells.push(...cellsOf(child));
      if (nameOf(child) !== 'tc') continue;
      const properties = childOf(child, 'tcPr');
      const merged = childOf(properties, 'vMerge');
      const goesOn = merged !== undefined && attribute(merged, 'val') !== 'restart';
      cells.push(goesOn ? [] : lined(paragraphsIn(child)));
      const span = Math.min(50, Number(valOf(properties, 'gridSpan') ?? 1));
      for (let extra = 1; extra < span; extra += 1) cells.push([]);
    }
    return cells;
  }
}

/** Paragraphs that have words, as lines of one text. */
function lined(paragraphs: ReadonlyArray<readonly Piece[]>): Piece[] {
  return paragraphs
    .filter((pieces) => pieces.length > 0)
    .flatMap((pieces, index) => (index > 0 ? [{ ...bare, text: '\n' }, ...pieces] : pieces));
}
