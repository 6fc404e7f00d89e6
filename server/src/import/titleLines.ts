import { roleOf } from '../model/outline/role.ts';
import { parseNumbering } from '../model/parse/numbering.ts';
import { linesIn, markdownOf, type NoteLabels } from './inlineMarkdown.ts';
import type { Piece } from './wordPieces.ts';
import type { WordParagraph } from './wordText.ts';

/**
 * Reads the paragraphs of a document in their order, and gives the lines of those above the speech, the title
 * with `#`; `undefined` from the first paragraph that belongs to the speech itself. `isFirst` where nothing
 * stands above a paragraph.
 */
export function titleReader(labels: NoteLabels): (paragraph: WordParagraph, isFirst: boolean) => string[] | undefined {
  let inTitleBlock = true;
  let hasTitle = false;
  return ({ style, level, centred, pieces }, isFirst) => {
    const isTitle = /^(?:Title|标题|公文标题)$/i.test(style) || (isFirst && level === 1 && mayBeTitle(pieces));
    inTitleBlock &&= isTitle || centred || aboveStyle.test(style);
    if (!inTitleBlock) return undefined;
    const mayBegin = isTitle || !hasTitle;
    return linesOf(pieces, mayBegin, labels).map((text) => {
      if (hasTitle || !mayBegin) return text;
      hasTitle = true;
      return `# ${text.replace(/^\\#/, '#')}`;
    });
  };
}

/** A soft line break in a title is only layout, except before a date or a name, where it begins a new line. */
function linesOf(pieces: readonly Piece[], isTitle: boolean, labels: NoteLabels): string[] {
  const lines: string[] = [];
  for (const line of linesIn(pieces)) {
    const text = markdownOf(
      line.map((piece) => ({ ...piece, bold: false })),
      labels,
    );
    if (text === '') continue;
    const goesOn =
      lines.length > 0 && isTitle && !/^[（(]/.test(text) && !isDate(text) && !/(?:　| {2})\S{2,4}$/.test(text);
    if (goesOn) lines[lines.length - 1] += text;
    else lines.push(text);
  }
  return lines;
}

/**
 * Whether a heading 1 is the title. In many drafts the parts are heading 1 as well, but they have
 * a number or name a part.
 */
function mayBeTitle(pieces: readonly Piece[]): boolean {
  const text = pieces
    .map((piece) => piece.text)
    .join('')
    .trim();
  return parseNumbering(text, 0) === undefined && (text.length > longestPartName || roleOf(text) === undefined);
}

const longestPartName = 12;

function isDate(text: string): boolean {
  return /^(?:20\d\d|二[〇○零]..)[年.\-/][^，。]{0,12}$/.test(text) && !/[年度]$|会|检|发言/.test(text);
}

const aboveStyle = /^(?:公文副题|署名|日期行|Subtitle|副标题|Date|日期)$/i;
