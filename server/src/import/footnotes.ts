import { markdownOf, type NoteLabels } from './inlineMarkdown.ts';
import type { Piece } from './wordPieces.ts';
import type { WordParagraph } from './wordText.ts';

/** The notes of a document, numbered in the order in which they are asked for. */
export interface Footnotes extends NoteLabels {
  /** Keeps a paragraph that is a note to which nothing refers; false for any other. */
  takes(paragraph: WordParagraph): boolean;
  /** A line for each note: those asked for, then those kept. */
  definitions(): string[];
}

/** `notes` are those that a reference may name, by their keys. */
export function footnotesOf(notes: ReadonlyMap<string, readonly Piece[]>): Footnotes {
  const labels = new Map<string, number>();
  /** Notes that nothing refers to; they are paragraphs in the Word file. */
  const lone = new Map<string, readonly Piece[]>();
  const footnotes: Footnotes = {
    noteLabel(key) {
      const label = labels.get(key) ?? labels.size + 1;
      labels.set(key, label);
      return label;
    },
    takes({ style, pieces: [first, ...rest] }) {
      const number = /^endnote text$/i.test(style) && /^〔\d+〕/.exec(first?.text ?? '')?.[0];
      if (!first || !number) return false;
      lone.set(number, [{ ...first, text: first.text.slice(number.length) }, ...rest]);
      return true;
    },
    definitions() {
      for (const key of lone.keys()) footnotes.noteLabel(key);
      const lines: string[] = [];
      // A note may refer to another, which then comes behind it.
      for (const [key, label] of labels) {
        const text = oneLine(lone.get(key) ?? notes.get(key) ?? []);
        lines.push(`[^${label}]: ${markdownOf(text, footnotes).trim()}`);
      }
      return lines;
    },
  };
  return footnotes;
}

function oneLine(pieces: readonly Piece[]): Piece[] {
  return pieces.map((piece) => ({ ...piece, text: piece.text.replaceAll('\n', ' ') }));
}
