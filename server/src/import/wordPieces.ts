import { attribute, childOf, childrenOf, type Element, isOn, nameOf, textOf, valOf } from './xml.ts';

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

/** One without words and without a look. */
export const bare: Piece = { text: '', bold: false, italic: false, strike: false, link: undefined, note: undefined };

/** Elements whose content is read as if they were not there; deletions and the sources of moves are not among them. */
export const wrappers = new Set([
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

/** The words of a paragraph; `links` gives the targets of links by their ids. */
export function piecesOf(paragraph: Element, links: ReadonlyMap<string, string>): Piece[] {
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
