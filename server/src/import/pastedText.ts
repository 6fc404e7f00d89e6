import { markdownOf, type NoteLabels } from './inlineMarkdown.ts';
import { headed, tableOf } from './markdown.ts';
import type { Piece } from './wordPieces.ts';

/** What stands around the place of a paste: the line above, the rest of its own line, the line below. */
export interface PastePlace {
  readonly above: string;
  readonly before: string;
  readonly after: string;
  readonly below: string;
}

/**
 * Text from Word or WeChat as paragraphs of a speech, apart from those around; nothing where there is
 * nothing to put in order.
 */
export function pastedMarkdown(text: string, place?: PastePlace): string | undefined {
  if (text.length > longest || !/[\r\n\v\u2028]|^[\u3000\u00a0 ]/.test(text.trimEnd())) return undefined;
  const paragraphs = tablesApart(text.split(/[\r\n\v\f\u2028\u2029]+/)).flatMap((one) => {
    if (typeof one !== 'string') return tableOf(one, noNotes);
    const line = markdownOf([pieceOf(one)], noNotes);
    return line === '' ? [] : [headed(line, 0)];
  });
  const clean = paragraphs.join('\n\n');
  return clean === text.replaceAll('\r\n', '\n').trim() || clean === '' ? undefined : apart(clean, text, place);
}

/** Whether whole paragraphs were copied: unlike words, they have a line break at their end. */
function apart(clean: string, text: string, { above, before, after, below }: PastePlace = nowhere): string {
  const isBlank = (line: string) => line.trim() === '';
  const start = isBlank(before) && !isBlank(above) ? '\n' : '';
  const end = !isBlank(after) ? (/[\r\n]$/.test(text) ? '\n\n' : '') : isBlank(below) ? '' : '\n';
  return start + clean + end;
}

const nowhere: PastePlace = { above: '', before: '', after: '', below: '' };

/** In characters; a longer text is not part of a speech. */
const longest = 1_000_000;

/** Plain text has no notes. */
const noNotes: NoteLabels = { noteLabel: () => 0 };

/** Rows of a table are pasted as lines with tabs between cells: at least two lines with the same number of cells. */
function tablesApart(lines: readonly string[]): Array<string | Piece[][][]> {
  const out: Array<string | Piece[][][]> = [];
  for (let at = 0; at < lines.length; ) {
    const cells = cellsOf(lines[at]);
    let end = at + 1;
    while (cells > 1 && cellsOf(lines[end]) === cells) end += 1;
    const own = lines.slice(at, end);
    if (own.length > 1)
      out.push(
        own.map((line) =>
          line
            .trim()
            .split('\t')
            .map((cell) => [pieceOf(cell)]),
        ),
      );
    else out.push(...own);
    at = end;
  }
  return out;
}

function cellsOf(line = ''): number {
  return line.trim().split('\t').length;
}

function pieceOf(text: string): Piece {
  return { text, bold: false, italic: false, strike: false, link: undefined, note: undefined };
}
