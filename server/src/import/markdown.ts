import { roleOf } from '../model/outline/role.ts';
import { parseNumbering } from '../model/parse/numbering.ts';
import { markdownOf, type NoteLabels } from './inlineMarkdown.ts';
import type { Piece } from './wordPieces.ts';
import type { WordParagraph, WordText } from './wordText.ts';

/** A speech in Markdown, as a writer would type it: one `#` title, `##` for 一、, plain paragraphs for everything else. */
export function speechMarkdown({ blocks, notes }: WordText): string {
  const labels = new Map<string, number>();
  const noteLabels: NoteLabels = {
    noteLabel(key) {
      const label = labels.get(key) ?? labels.size + 1;
      labels.set(key, label);
      return label;
    },
  };
  /** Notes that nothing refers to; they are paragraphs in the Word file. */
  const lone = new Map<string, readonly Piece[]>();
  const out: string[] = [];
  let code: string[] = [];
  let inTitleBlock = true;
  let hasTitle = false;
  /** Whether the last heading of each level is in plain words, for its number tells what it is. */
  const plain: boolean[] = [];
  for (const block of blocks) {
    const isCode = block.kind === 'paragraph' && block.style === '原样文字';
    if (isCode) code.push(block.pieces.map(({ text }) => text).join(''));
    else {
      endCode();
      out.push(...(block.kind === 'table' ? tableOf(block.rows, noteLabels) : paragraphsOf(block)));
    }
  }
  endCode();
  for (const key of lone.keys()) noteLabels.noteLabel(key);
  for (const [key, label] of labels) {
    const text = oneLine(lone.get(key) ?? notes.get(key) ?? []);
    out.push(`[^${label}]: ${markdownOf(text, noteLabels).trim()}`);
  }
  return out.length > 0 ? `${joined(out)}\n` : '';

  function endCode(): void {
    if (code.length > 0) out.push(`\`\`\`\n${code.join('\n')}\n\`\`\``);
    code = [];
  }

  function paragraphsOf(paragraph: WordParagraph): string[] {
    const { style, level, centred, pieces } = paragraph;
    if (pieces.every(({ text, note }) => text.trim() === '' && note === undefined)) return [];
    const number = /^endnote text$/i.test(style) && /^〔\d+〕/.exec(pieces[0]?.text ?? '')?.[0];
    if (number) {
      const [first, ...rest] = pieces as [Piece, ...Piece[]];
      lone.set(number, [{ ...first, text: first.text.slice(number.length) }, ...rest]);
      return [];
    }
    const isTitle = /^(?:Title|标题|公文标题)$/i.test(style) || (out.length === 0 && level === 1 && mayBeTitle(pieces));
    inTitleBlock &&= isTitle || centred || aboveStyle.test(style);
    if (inTitleBlock) return titleLines(isTitle || !hasTitle, pieces);
    return linesIn(pieces).flatMap((line) => {
      const text = markdownOf(line, noteLabels);
      if (text === '') return [];
      if (style === '引文') return [`> ${text}`];
      return [levelled(text, level)];
    });
  }

  /** Below a heading in plain words, one without a number is bold: with more # than any other it would seem to stand above those words. */
  function levelled(text: string, level: number): string {
    const line = headed(text, level);
    if (level === 0) return line;
    const isBelowPlain = plain.slice(0, level).findLast((known) => known !== undefined);
    plain.length = level;
    plain[level] = isBelowPlain === true || !line.startsWith('#');
    const words = isBelowPlain === true ? /^#+ ([^*]+)$/.exec(line)?.[1] : undefined;
    return words !== undefined && parseNumbering(words, 0) === undefined ? `**${words}**` : line;
  }

  /** A soft line break in a title is only layout, except before a date or a name, where it begins a new line. */
  function titleLines(isTitle: boolean, pieces: readonly Piece[]): string[] {
    const lines: string[] = [];
    for (const line of linesIn(pieces)) {
      const text = markdownOf(
        line.map((piece) => ({ ...piece, bold: false })),
        noteLabels,
      );
      if (text === '') continue;
      const goesOn =
        lines.length > 0 && isTitle && !/^[（(]/.test(text) && !isDate(text) && !/(?:　| {2})\S{2,4}$/.test(text);
      if (goesOn) lines[lines.length - 1] += text;
      else lines.push(text);
    }
    return lines.map((text) => {
      if (hasTitle || !isTitle) return text;
      hasTitle = true;
      return `# ${text.replace(/^\\#/, '#')}`;
    });
  }
}

/** Whether a heading 1 is the title. In many drafts the parts are heading 1 as well, but they have a number or name a part. */
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

function linesIn(pieces: readonly Piece[]): Piece[][] {
  const lines: Piece[][] = [[]];
  for (const piece of pieces) {
    const [first = '', ...more] = piece.text.split('\n');
    lines.at(-1)?.push({ ...piece, text: first });
    for (const text of more) lines.push([{ ...piece, text }]);
  }
  return lines;
}

function oneLine(pieces: readonly Piece[]): Piece[] {
  return pieces.map((piece) => ({ ...piece, text: piece.text.replaceAll('\n', ' ') }));
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
