import { type AutoNumbering, autoNumbering } from './autoNumbering.ts';
import { attribute, childOf, childrenOf, type Element, isOn, nameOf, rootOf, textOf, valOf } from './xml.ts';

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

/** A table; a cell that spans several columns or rows is followed by empty ones. */
export interface WordTable {
  readonly kind: 'table';
  /** Rows of cells, each with the pieces of its text. */
  readonly rows: ReadonlyArray<ReadonlyArray<readonly Piece[]>>;
}

/** A run of text in one format; `\n` is a soft line break. */
export interface Piece {
  readonly text: string;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly strike: boolean;
  readonly link: string | undefined;
  /** Key into `notes` for a reference to a note; its `text` is empty. */
  readonly note: string | undefined;
}

/** What a Word file says. */
export interface WordText {
  readonly blocks: readonly WordBlock[];
  readonly notes: ReadonlyMap<string, readonly Piece[]>;
}

/** Reads the parts of a Word file. Tracked changes count as accepted; hidden words, pictures, headers and comments are left out. */
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
  return { blocks: blocksOf(body, { styles, links, numbers }), notes };
}

interface Context {
  readonly styles: ReadonlyMap<string, Style>;
  readonly links: ReadonlyMap<string, string>;
  readonly numbers: AutoNumbering;
}

interface Style {
  readonly name: string;
  readonly level: number;
  readonly centred: boolean;
  readonly numId: string | undefined;
  readonly ilvl: number;
}

/** Elements whose content is read as if they were not there; deletions and the sources of moves are not among them. */
const wrappers = new Set([
  'sdt',
  'sdtContent',
  'customXml',
  'smartTag',
  'ins',
  'moveTo',
  'hyperlink',
  'fldSimple',
  'bdo',
  'dir',
  'oMathPara',
]);

function blocksOf(parent: Element | undefined, context: Context): WordBlock[] {
  const blocks: WordBlock[] = [];
  let pending: Piece[] = [];
  visit(parent);
  return blocks;

  function visit(element: Element | undefined): void {
    for (const child of childrenOf(element)) {
      const name = nameOf(child);
      if (name === 'p') {
        const paragraph = paragraphOf(child, context);
        const joined = { ...paragraph, pieces: [...pending, ...paragraph.pieces] };
        // Where the end of a paragraph was deleted, the next paragraph continues it.
        if (childOf(childOf(childOf(child, 'pPr'), 'rPr'), 'del')) pending = joined.pieces;
        else {
          pending = [];
          if (!/^(?:toc|目录) ?\d/i.test(paragraph.style)) blocks.push(joined);
        }
        for (const box of textBoxesIn(child)) visit(box);
      } else if (name === 'tbl') blocks.push(tableOf(child, context));
      else if (wrappers.has(name)) visit(child);
    }
  }
}

/** The text boxes anchored in an element. `Fallback`, which repeats them for older programs, is skipped. */
function textBoxesIn(element: Element): Element[] {
  return childrenOf(element).flatMap((child) => {
    const name = nameOf(child);
    if (name === 'txbxContent') return [child];
    return name === 'Fallback' || name === 'del' || name === 'moveFrom' ? [] : textBoxesIn(child);
  });
}

function paragraphOf(element: Element, { styles, links, numbers }: Context): WordParagraph {
  const properties = childOf(element, 'pPr');
  const style = styles.get(valOf(properties, 'pStyle') ?? '') ?? styles.get('') ?? plain;
  const list = childOf(properties, 'numPr');
  const numId = valOf(list, 'numId') ?? style.numId;
  const ilvl = Number(valOf(list, 'ilvl') ?? style.ilvl);
  const mark = numId === undefined || numId === '0' ? '' : numbers.next(numId, ilvl);
  const outline = valOf(properties, 'outlineLvl');
  const pieces = piecesOf(element, links);
  return {
    kind: 'paragraph',
    style: style.name,
    level: outline === undefined ? style.level : levelOf(outline),
    centred: (valOf(properties, 'jc') ?? (style.centred ? 'center' : '')) === 'center',
    pieces:
      mark === '' || pieces.every(({ text }) => text.trim() === '') ? pieces : [{ ...bare, text: mark }, ...pieces],
  };
}

const plain: Style = { name: '', level: 0, centred: false, numId: undefined, ilvl: 0 };
const bare: Piece = { text: '', bold: false, italic: false, strike: false, link: undefined, note: undefined };

function piecesOf(paragraph: Element, links: ReadonlyMap<string, string>): Piece[] {
  const pieces: Piece[] = [];
  visit(paragraph, undefined);
  return pieces;

  function visit(element: Element, link: string | undefined): void {
    for (const child of childrenOf(element)) {
      const name = nameOf(child);
      if (name === 'r') run(child, link);
      else if (name === 'hyperlink') visit(child, links.get(attribute(child, 'id') ?? '') ?? link);
      else if (name === 'AlternateContent') visit(childOf(child, 'Choice') ?? child, link);
      else if (name === 'oMath') pieces.push({ ...bare, text: formulaOf(child) });
      else if (wrappers.has(name)) visit(child, link);
    }
  }

  /** The text of a formula, in reading order. */
  function formulaOf(formula: Element): string {
    return childrenOf(formula)
      .map((child) => (nameOf(child) === 't' ? textOf(child) : formulaOf(child)))
      .join('');
  }

  function run(element: Element, link: string | undefined): void {
    const look = childOf(element, 'rPr');
    if (isOn(look, 'vanish')) return;
    const style = valOf(look, 'rStyle') ?? '';
    const isMark = /(?:Endnote|Footnote)Reference/i.test(style);
    const piece = { ...bare, bold: isOn(look, 'b'), italic: isOn(look, 'i'), strike: isOn(look, 'strike'), link };
    for (const child of childrenOf(element)) {
      // Words with their pronunciation above; only the words are kept.
      if (nameOf(child) === 'ruby') visit(childOf(child, 'rubyBase') ?? child, link);
      const text = wordsOf(child);
      // The brackets that our own export puts around the number of a note.
      if (text !== '' && !(isMark && /^[〔〕]$/.test(text))) pieces.push({ ...piece, text });
      const note = /^(footnote|endnote)Reference$/.exec(nameOf(child))?.[1];
      if (note) pieces.push({ ...bare, note: `${note} ${attribute(child, 'id')}` });
    }
  }
}

function wordsOf(child: Element): string {
  switch (nameOf(child)) {
    case 't':
      return textOf(child);
    case 'tab':
      return '\t';
    case 'br':
      return /^(?:page|column)$/.test(attribute(child, 'type') ?? '') ? '' : '\n';
    case 'cr':
      return '\n';
    case 'noBreakHyphen':
      return '-';
    default:
      return '';
  }
}

function tableOf(element: Element, { links }: Context): WordTable {
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
      cells.push(goesOn ? [] : cellPieces(child));
      const span = Math.min(50, Number(valOf(properties, 'gridSpan') ?? 1));
      for (let extra = 1; extra < span; extra += 1) cells.push([]);
    }
    return cells;
  }

  function cellPieces(cell: Element): Piece[] {
    const pieces: Piece[] = [];
    visitCell(cell);
    return pieces;

    function visitCell(parent: Element): void {
      for (const child of childrenOf(parent)) {
        if (nameOf(child) === 'p') {
          const own = piecesOf(child, links);
          if (own.length > 0 && pieces.length > 0) pieces.push({ ...bare, text: '\n' });
          pieces.push(...own);
        } else if (nameOf(child) !== 'tcPr') visitCell(child);
      }
    }
  }
}

/** Styles by their ids, with what they inherit; the default paragraph style is also found by ''. */
function stylesOf(root: Element | undefined): Map<string, Style> {
  const elements = new Map(childrenOf(root, 'style').map((style) => [attribute(style, 'styleId') ?? '', style]));
  const styles = new Map<string, Style>();
  for (const [id, element] of elements) {
    if (attribute(element, 'type') !== 'paragraph') continue;
    const style = { ...resolved(element, 0), name: valOf(element, 'name') ?? id };
    styles.set(id, style);
    if (/^(?:1|true|on)$/.test(attribute(element, 'default') ?? '')) styles.set('', { ...style, name: '' });
  }
  return styles;

  function resolved(element: Element, depth: number): Style {
    const parent = elements.get(valOf(element, 'basedOn') ?? '');
    const inherited = parent && depth < 20 ? resolved(parent, depth + 1) : plain;
    const properties = childOf(element, 'pPr');
    const name = valOf(element, 'name') ?? '';
    const outline = valOf(properties, 'outlineLvl');
    const named = /^(?:heading|标题) ?([1-9])$/i.exec(name)?.[1];
    const justified = valOf(properties, 'jc');
    const list = childOf(properties, 'numPr');
    return {
      name,
      level: outline === undefined ? Number(named ?? inherited.level) : levelOf(outline),
      centred: justified === undefined ? inherited.centred : justified === 'center',
      numId: valOf(list, 'numId') ?? inherited.numId,
      ilvl: Number(valOf(list, 'ilvl') ?? inherited.ilvl),
    };
  }
}

function levelOf(outline: string): number {
  const level = Number(outline);
  return level >= 0 && level <= 8 ? level + 1 : 0;
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
