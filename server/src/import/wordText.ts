import { type AutoNumbering, autoNumbering } from './autoNumbering.ts';
import { bare, type Piece, piecesOf, wrappers } from './wordPieces.ts';
import { levelOf, plain, type Style, stylesOf } from './wordStyles.ts';
import { tableOf, type WordTable } from './wordTable.ts';
import { attribute, childOf, childrenOf, type Element, nameOf, rootOf, valOf } from './xml.ts';

/** The content of a document: paragraphs and tables, in their order. */
export type WordBlock = WordParagraph | WordTable;

/** A paragraph with the properties that tell what it is. */
export interface WordParagraph {
  readonly kind: 'paragraph';
  /** The name of its style, as the writer sees it or in English; '' for none. */
  readonly style: string;
  /** The outline level 1–9, or 0 for none. */
  readonly level: number;
  readonly centred: boolean;
  readonly pieces: readonly Piece[];
}

/** What a Word file says. */
export interface WordText {
  readonly blocks: readonly WordBlock[];
  readonly notes: ReadonlyMap<string, readonly Piece[]>;
}

/**
 * Reads the parts of a Word file. Tracked changes count as accepted; hidden words, pictures, headers
 * and comments are left out.
 */
export function wordText(parts: ReadonlyMap<string, string>): WordText {
  const part = (path: string) => {
    const xml = parts.get(path);
    return xml === undefined ? undefined : rootOf(xml);
  };
  const styles = stylesOf(part('word/styles.xml'));
  const links = linksOf(part('word/_rels/document.xml.rels'));
  const numbers = autoNumbering(part('word/numbering.xml'));
  const body = childOf(part('word/document.xml'), 'body');
  const notes = new Map<string, readonly Piece[]>();
  for (const kind of ['footnote', 'endnote'] as const) {
    for (const note of childrenOf(part(`word/${kind}s.xml`), kind)) {
      if (/separator|notice/i.test(attribute(note, 'type') ?? '')) continue;
      const pieces = childrenOf(note, 'p').flatMap((paragraph) => piecesOf(paragraph, links));
      notes.set(`${kind} ${attribute(note, 'id')}`, pieces);
    }
  }
  return { blocks: blocksOf(body, { styles, links, numbers, inCell: false }), notes };
}

interface Context {
  readonly styles: ReadonlyMap<string, Style>;
  readonly links: ReadonlyMap<string, string>;
  readonly numbers: AutoNumbering;
  readonly inCell: boolean;
}

/** A paragraph of the file, and the words before it whose own end is gone. */
interface OpenParagraph {
  readonly properties: Element | undefined;
  readonly pieces: readonly Piece[];
}

function blocksOf(parent: Element | undefined, context: Context): WordBlock[] {
  const blocks: WordBlock[] = [];
  /** One whose end is gone: the next paragraph continues it, if there is one. */
  let open: OpenParagraph | undefined;
  visit(parent);
  close();
  return blocks;

  function visit(element: Element | undefined): void {
    for (const child of childrenOf(element)) {
      const name = nameOf(child);
      if (name === 'p') read(child);
      else if (name === 'tbl') {
        close();
        blocks.push(tableOf(child, (cell) => paragraphsIn(cell, context)));
      } else if (wrappers.has(name)) visit(child);
    }
  }

  function read(element: Element): void {
    const properties = childOf(element, 'pPr');
    if (/^(?:toc|目录) ?\d/i.test(styleOf(properties, context).name)) close();
    else {
      const whole = { properties, pieces: [...(open?.pieces ?? []), ...piecesOf(element, context.links)] };
      open = isGone(childOf(properties, 'rPr')) ? whole : undefined;
      if (!open) blocks.push(paragraphOf(whole, context));
    }
    for (const box of textBoxesIn(element)) blocks.push(...blocksOf(box, context));
  }

  function close(): void {
    if (open && open.pieces.length > 0) blocks.push(paragraphOf(open, context));
    open = undefined;
  }
}

/** The paragraphs of a cell; a table in it is read cell by cell. */
function paragraphsIn(cell: Element, context: Context): Array<readonly Piece[]> {
  const blocks = blocksOf(cell, { ...context, inCell: true });
  return blocks.flatMap((block) => (block.kind === 'table' ? block.rows.flat() : [block.pieces]));
}

/** Whether the mark that ends a paragraph, of which these are the properties, was deleted or moved away. */
function isGone(mark: Element | undefined): boolean {
  return childOf(mark, 'del') !== undefined || childOf(mark, 'moveFrom') !== undefined;
}

/** The text boxes anchored in an element. `Fallback`, which repeats them for older programs, is skipped. */
function textBoxesIn(element: Element): Element[] {
  return childrenOf(element).flatMap((child) => {
    const name = nameOf(child);
    if (name === 'txbxContent') return [child];
    return name === 'Fallback' || name === 'del' || name === 'moveFrom' ? [] : textBoxesIn(child);
  });
}

/** Counts its automatic number, if it has one, so that each paragraph is to be read once. */
function paragraphOf({ properties, pieces }: OpenParagraph, context: Context): WordParagraph {
  const style = styleOf(properties, context);
  const list = childOf(properties, 'numPr');
  const numId = valOf(list, 'numId') ?? style.numId;
  const ilvl = Number(valOf(list, 'ilvl') ?? style.ilvl);
  const mark = numId === undefined || numId === '0' ? '' : context.numbers.next(numId, ilvl);
  // Alone it counts the rows of a table; anywhere else it numbers an empty line.
  const isShown = mark !== '' && (context.inCell || pieces.some(({ text }) => text.trim() !== ''));
  const outline = valOf(properties, 'outlineLvl');
  return {
    kind: 'paragraph',
    style: style.name,
    level: outline === undefined ? style.level : levelOf(outline),
    centred: (valOf(properties, 'jc') ?? (style.centred ? 'center' : '')) === 'center',
    pieces: isShown ? [{ ...bare, text: mark }, ...pieces] : pieces,
  };
}

function styleOf(properties: Element | undefined, { styles }: Context): Style {
  return styles.get(valOf(properties, 'pStyle') ?? '') ?? styles.get('') ?? plain;
}

function linksOf(root: Element | undefined): Map<string, string> {
  return new Map(
    childrenOf(root, 'Relationship').flatMap((one) => {
      const target = attribute(one, 'Target') ?? '';
      const isLink = attribute(one, 'TargetMode') === 'External' && /^(?:https?:\/\/|mailto:)/i.test(target);
      return isLink ? [[attribute(one, 'Id') ?? '', target] as const] : [];
    }),
  );
}
