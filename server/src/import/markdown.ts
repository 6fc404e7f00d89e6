import { parseNumbering } from '../model/parse/numbering.ts';
import { footnotesOf } from './footnotes.ts';
import { linesIn, markdownOf, type NoteLabels } from './inlineMarkdown.ts';
import { titleReader } from './titleLines.ts';
import type { Piece } from './wordPieces.ts';
import type { WordParagraph, WordText } from './wordText.ts';

/**
 * A speech in Markdown, as a writer would type it: one `#` title, `##` for 一、, plain paragraphs for everything else.
 */
export function speechMarkdown({ blocks, notes }: WordText): string {
  const footnotes = footnotesOf(notes);
  const titleLines = titleReader(footnotes);
  const levelled = leveller();
  const out: string[] = [];
  let code: string[] = [];
  for (const block of blocks) {
    const isCode = block.kind === 'paragraph' && block.style === '原样文字';
    if (isCode) code.push(block.pieces.map(({ text }) => text).join(''));
    else {
      endCode();
      out.push(...(block.kind === 'table' ? tableOf(block.rows, footnotes) : paragraphsOf(block)));
    }
  }
  endCode();
  out.push(...footnotes.definitions());
  return out.length > 0 ? `${joined(out)}\n` : '';

  function endCode(): void {
    if (code.length > 0) out.push(`\`\`\`\n${code.join('\n')}\n\`\`\``);
    code = [];
  }

  function paragraphsOf(paragraph: WordParagraph): string[] {
    const { style, level, pieces } = paragraph;
    if (pieces.every(({ text, note }) => text.trim() === '' && note === undefined)) return [];
    if (footnotes.takes(paragraph)) return [];
    const above = titleLines(paragraph, out.length === 0);
    if (above) return above;
    return linesIn(pieces).flatMap((line) => {
      const text = markdownOf(line, footnotes);
      if (text === '') return [];
      if (style === '引文') return [`> ${text}`];
      return [levelled(text, level)];
    });
  }
}

/**
 * Dresses the lines of a document, one after the other, as `headed` does. Below a heading in plain words, one without a
 * number is bold: with more # than any other it would seem to stand above those words.
 */
function leveller(): (text: string, level: number) => string {
  /** Whether the last heading of each level is in plain words, for its number tells what it is. */
  const plain: boolean[] = [];
  return (text, level) => {
    const line = headed(text, level);
    if (level === 0) return line;
    const isBelowPlain = plain.slice(0, level).findLast((known) => known !== undefined);
    plain.length = level;
    plain[level] = isBelowPlain === true || !line.startsWith('#');
    const words = isBelowPlain === true ? /^#+ ([^*]+)$/.exec(line)?.[1] : undefined;
    return words !== undefined && parseNumbering(words, 0) === undefined ? `**${words}**` : line;
  };
}

/** `##` where the parser would not read the words alone as this heading. */
export function headed(text: string, level: number): string {
  const dressed = /^\*\*([^*]+)\*\*$/.exec(text)?.[1];
  const words = dressed ?? text;
  const numbering = parseNumbering(words, 0);
  const isShort = words.length <= 48 && !/[。；！？，]/.test(words.slice(numbering?.text.length ?? 0));
  if (numbering?.style === 'han' && (level > 0 || isShort)) return `## ${words}`;
  if (level === 0) return text;
  const readsAsHeading = numbering !== undefined && words.length <= 48 && !/[。；！？：]/.test(words);
  return readsAsHeading ? words : `${'#'.repeat(Math.min(level, 4) + 1)} ${words}`;
}

/** A table as one Markdown block; empty for a table without cells. */
export function tableOf(rows: ReadonlyArray<ReadonlyArray<readonly Piece[]>>, noteLabels: NoteLabels): string[] {
  const count = Math.max(0, ...rows.map((row) => row.length));
  if (count === 0) return [];
  const lines = rows.map((row) => {
    const cells = Array.from({ length: count }, (_, column) => {
      const parts = linesIn(row[column] ?? []).map((line) => markdownOf(line, noteLabels, true));
      return parts.filter((part) => part !== '').join('<br>');
    });
    return `| ${cells.join(' | ')} |`;
  });
  const [header = '', ...rest] = lines;
  return [[header, `|${' --- |'.repeat(count)}`, ...rest].join('\n')];
}

/** The blocks with blank lines between them, but none between items of a list or lines of a quotation. */
function joined(blocks: readonly string[]): string {
  return blocks
    .map((block, index) => {
      const next = blocks[index + 1];
      if (next === undefined) return block;
      const together =
        (block.startsWith('- ') && next.startsWith('- ')) || (block.startsWith('> ') && next.startsWith('> '));
      return block + (together ? '\n' : '\n\n');
    })
    .join('');
}
