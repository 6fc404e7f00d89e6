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
  return { blocks: blocksOf(body, { styles, links, numbers }), notes };
}

interface Context {
  readonly styles: ReadonlyMap<string, Style>;
  readonly links: ReadonlyMap<string, string>;
  readonly numbers: AutoNumbering;
}

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
      } else if (name === 'tbl') blocks.push(tableOf(child, context.links));
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

function linksOf(root: Element | undefined): Map<string, string> {
  return new Map(
    childrenOf(root, 'Relationship').flatMap((one) => {
      const target = attribute(one, 'Target') ?? '';
      const isLink = attribute(one, 'TargetMode') === 'External' && /^(?:https?:\/\/|mailto:)/i.test(target);
      return isLink ? [[attribute(one, 'Id') ?? '', target] as const] : [];
    }),
  );
}
