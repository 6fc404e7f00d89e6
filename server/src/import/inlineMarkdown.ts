import { asterisksOf, upright } from './emphasis.ts';
import type { Piece } from './wordPieces.ts';

/** The numbers of notes. */
export interface NoteLabels {
  /** The number of a note, by the key that `Piece` has. */
  noteLabel(key: string): number;
}

/**
 * One line of Markdown that shows exactly these words: without blanks that are only layout, and with
 * Markdown characters escaped.
 */
export function markdownOf(pieces: readonly Piece[], { noteLabel }: NoteLabels, inCell = false): string {
  const all = merged(upright(merged(pieces)));
  const parts = all.map((piece, index) => {
    const { strike, link, note } = piece;
    if (note !== undefined) return `[^${noteLabel(note)}]`;
    const words = escaped(piece.text, inCell, link !== undefined);
    const inner = words.trim();
    if (inner === '') return words;
    const mark = asterisksOf(all, index, inCell);
    const dressed = mark + (strike ? `~~${inner}~~` : inner) + mark;
    const linked = link === undefined ? dressed : `[${dressed}](${link.replace(/[()\\\s]/g, inTarget)})`;
    const at = words.indexOf(inner);
    return words.slice(0, at) + linked + words.slice(at + inner.length);
  });
  const line = parts.reduce((before, part, index) => {
    // What would make a picture of the link.
    const isMark = before.endsWith('!') && all[index]?.link !== undefined;
    return (isMark ? `${before.slice(0, -1)}\\!` : before) + part;
  }, '');
  return lineStart(trimmed(line), inCell);
}

/** A character of an address that would end the target of a link, percent-encoded. */
function inTarget(char: string): string {
  const code = char.charCodeAt(0);
  return code < 0x80 ? `%${code.toString(16).toUpperCase().padStart(2, '0')}` : encodeURIComponent(char);
}

/** The lines of a paragraph, which soft line breaks part. */
export function linesIn(pieces: readonly Piece[]): Piece[][] {
  const lines: Piece[][] = [[]];
  for (const piece of pieces) {
    const [first = '', ...more] = piece.text.split('\n');
    lines.at(-1)?.push({ ...piece, text: first });
    for (const text of more) lines.push([{ ...piece, text }]);
  }
  return lines;
}

/** Joins neighbouring pieces with the same format. */
function merged(pieces: readonly Piece[]): Piece[] {
  const out: Piece[] = [];
  for (const piece of pieces) {
    const text = cleaned(piece.text);
    if (text === '' && piece.note === undefined) continue;
    const last = out.at(-1);
    const alike =
      last !== undefined &&
      last.note === undefined &&
      piece.note === undefined &&
      last.bold === piece.bold &&
      last.italic === piece.italic &&
      last.strike === piece.strike &&
      last.link === piece.link;
    if (alike) out[out.length - 1] = { ...last, text: last.text + text };
    else out.push({ ...piece, text });
  }
  return out;
}

/**
 * The text without invisible characters; a tab or no-break space becomes a blank, several become
 * two, as between 职务 and 姓名.
 */
function cleaned(text: string): string {
  return text
    .replace(/[\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\u00ad]|(?![\t\n])\p{Cc}/gu, '')
    .replace(/[\t\u00a0\u2000-\u200a\u202f]+/g, (blanks) => (blanks.length > 1 ? '  ' : ' '));
}

/** Removes the full-width blanks that indent a paragraph, but not those between 职务 and 姓名. */
function trimmed(text: string): string {
  return text.replace(/^[ \u3000]+/, '').trimEnd();
}

/** Escapes only what Markdown would take for markup: in the words of a link, any bracket. */
function escaped(text: string, inCell: boolean, inLink: boolean): string {
  const words = text
    .replace(/\\(?=[!-/:-@[-`{-~]|[ \u3000]*$)/g, '\\\\')
    .replace(/[*_`]/g, '\\$&')
    .replace(/<(?=[a-zA-Z/!?])/g, '\\<')
    .replace(/&(?=#?\w{1,31};)/g, '\\&')
    .replace(/~~/g, '\\~\\~')
    .replace(inLink ? /[[\]]/g : /\[(?=\^)|\](?=\()/g, '\\$&');
  return inCell ? words.replaceAll('|', '\\|') : words;
}

/**
 * Escapes what would begin a heading, a quotation, a list, a rule or the target of a link at the start of a line; a
 * cell holds no list.
 */
function lineStart(text: string, inCell: boolean): string {
  const item = inCell ? '' : (/^• ?/.exec(text)?.[0] ?? '');
  if (item !== '') return `- ${text.slice(item.length).replace(linkTarget, '\\[')}`;
  // A blank after the number, as Word shows it, would make `1. ` a list; drafts have none.
  const numbered =
    /^([0-9]{1,9}[.)]|\**(?:[一二三四五六七八九十]{1,3}、|[（(](?:[一二三四五六七八九十]{1,3}|[0-9]{1,2})[）)]|[①-⑳]))[ \u3000]+(?=\S)/.exec(
      text,
    );
  if (numbered?.[1]) return numbered[1] + text.slice(numbered[0].length);
  if (/^(?:#{1,6}(?: |$)|>|[-+=](?: |$)|-{3,}|={3,})/.test(text) && !text.startsWith('- ')) return `\\${text}`;
  return text.replace(linkTarget, '\\[');
}

/** The bracket of `[1]: 《党章》`, which Markdown takes for the definition of a link and does not show. */
const linkTarget = /^\[(?=(?:[^\]\\]|\\.)*\]:)/;
