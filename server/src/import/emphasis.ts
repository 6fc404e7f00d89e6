import { isBrokenBold } from '../model/parse/brokenBold.ts';
import { bare, type Piece } from './wordPieces.ts';

/**
 * Without the italics whose asterisks would be printed, as those of `*甲。*乙` are, or get mixed up with others beside
 * them. Of words struck out, bold is left out there too; all other bold words may name a part.
 */
export function upright(pieces: readonly Piece[]): Piece[] {
  return pieces.map((piece, index) => {
    if (piece.link !== undefined) return piece;
    const { bold, italic, strike } = piece;
    const isBeside = steps.some((step) => {
      const other = touching(pieces, index, step);
      return other?.link === undefined && (other?.bold || other?.italic);
    });
    return { ...piece, bold: bold && !(strike && isBeside), italic: italic && !isBeside && flanks(pieces, index) };
  });
}

/** The asterisks around a piece; none where they would be printed. Those of broken bold are not, but in a table. */
export function asterisksOf(pieces: readonly Piece[], index: number, inCell: boolean): string {
  const { text, bold, italic, strike } = pieces[index] ?? bare;
  const before = touching(pieces, index, -1)?.text.slice(-1) ?? '';
  const isMended = !inCell && !strike && !text.includes('*') && isBrokenBold(before, text.trim());
  return `${bold && (flanks(pieces, index) || isMended) ? '**' : ''}${italic ? '*' : ''}`;
}

/** Before a piece, and behind it. */
const steps = [-1, 1] as const;

/** The next piece in a direction, unless a blank is between the two. */
function touching(pieces: readonly Piece[], index: number, step: -1 | 1): Piece | undefined {
  const [own, other] = [pieces[index], pieces[index + step]];
  if (!own || !other || /^\s$/.test(edgeOf(own, step)) || /^\s$/.test(edgeOf(other, step < 0 ? 1 : -1)))
    return undefined;
  return other;
}

/** Whether asterisks around a piece are marks (CommonMark, flanking rules, §6.2). */
function flanks(pieces: readonly Piece[], index: number): boolean {
  const own = pieces[index];
  if (!own || own.link !== undefined) return true;
  const trimmed = { ...own, text: own.text.trim() };
  return steps.every((step) => {
    const other = touching(pieces, index, step);
    return !other || !endsInMark(trimmed, step) || endsInMark(other, step < 0 ? 1 : -1);
  });
}

/** Whether the Markdown of a piece has punctuation at one of its ends, but for asterisks. */
function endsInMark(piece: Piece, step: -1 | 1): boolean {
  const { strike, link, note } = piece;
  return strike || link !== undefined || note !== undefined || /[\p{P}\p{S}]/u.test(edgeOf(piece, step));
}

function edgeOf({ text }: Piece, step: -1 | 1): string {
  return text.at(step < 0 ? 0 : -1) ?? '';
}
