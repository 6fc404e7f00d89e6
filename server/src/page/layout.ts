import { longestHeading } from '../model/outline/headingLine.ts';
import { ornamentLength } from '../model/parse/ornament.ts';
import type { Entry, Line, Section, Speech } from '../model/speech.ts';
import type { Span } from '../model/text/span.ts';
import { type Layout, type Note, type Paragraph, type ParagraphRole, paragraph } from './paragraph.ts';
import { cutRuns, isNoteDefinition, noteDefinition, type Run, runsOf } from './runs.ts';
import { signatureOf } from './signature.ts';
import { defaultStyle, type PageStyle } from './style.ts';
import { balanced } from './titleLines.ts';

/** Pure and total: an empty speech has no paragraphs. */
export function layout(speech: Speech, style: PageStyle = defaultStyle): Layout {
  const { text, titleBlock } = speech;
  const headings = headingsOf(speech);
  const above = new Map<Entry, ParagraphRole>(titleBlock.lines.map((line) => [line, 'author']));
  for (const line of titleBlock.title) above.set(line, isSubtitle(text, line) ? 'subtitle' : 'title');
  if (titleBlock.date) above.set(titleBlock.date, 'date');
  const paragraphs = apart(speech.entries.flatMap((entry) => paragraphsOf(entry)));
  const notes = notesOf(paragraphs, definitionsOf(speech));
  return { paragraphs: [...signatureOf(paragraphs), ...notes.map((note) => noteParagraph(note, text.length))], notes };

  function paragraphsOf(entry: Entry): Paragraph[] {
    switch (entry.kind) {
      case 'comment':
      case 'rule':
        return [];
      case 'definition':
        // `[1]: 《党章》第三条` is a list of sources rather than a link that the page could do without.
        return isNoteDefinition(text, entry.span) ? [] : split('text', entry.span, runsOf(text, entry.span), 0);
      case 'table': {
        const rows = entry.rows.map((row) => row.map((cell) => runsOf(text, cell)));
        return rows.length > 0 ? [paragraph('table', entry.span, [], { rows })] : [];
      }
      case 'line':
        return above.has(entry) ? titleLine(entry) : lineParagraphs(entry);
      default:
        return plainLines(text, entry.kind === 'quote' ? 'quote' : 'code', entry.span);
    }
  }

  function titleLine(line: Line): Paragraph[] {
    const role = above.get(line) ?? 'author';
    const runs = runsOf(text, line.span).map(notBold);
    const parts = split(role, line.span, runs, 0).map((part) =>
      part.role === 'title' ? { ...part, runs: balanced(part.runs, style) } : part,
    );
    const last = parts.pop();
    if (!last) return [];
    const isLast = line === titleBlock.lines.at(-1);
    return [...parts, { ...last, spaceAfter: isLast ? style.spaceAfterTitle : 0 }];
  }

  function lineParagraphs(line: Line): Paragraph[] {
    if (isNoteDefinition(text, line.span)) return [];
    const runs = withoutGap(line, runsOf(text, line.span, [...line.brokenBold, ...brokenLabel(text, line.span)]));
    if (line.bullet && !line.numbering && ornamentLength(text.slice(line.span.start, line.span.end)) === 0)
      runs.unshift({ text: '• ', from: line.span.start });
    const level = levelOf(line, headings.get(line));
    if (level === 0) return split('text', line.span, runs, 0);
    if (standsAlone(text, line)) {
      return split('heading', line.span, runs.map(notBold), level);
    }
    const headEnd = line.body.start < line.body.end ? line.body.start : line.span.end;
    const marked = cutRuns(runs, [headEnd]).map((run) =>
      run.from < headEnd ? { ...notBold(run), head: true as const } : run,
    );
    return split('text', line.span, marked, level);
  }
}

/** A hard break begins a paragraph: in a speech it is a line of its own, with its own indent. */
function split(role: ParagraphRole, span: Span, runs: readonly Run[], level: number): Paragraph[] {
  const parts: Run[][] = [[]];
  for (const run of runs) {
    if (run.text === '\n') parts.push([]);
    else parts.at(-1)?.push(run);
  }
  const filled = parts.map(trimmedRuns).filter((part) => part.length > 0);
  return filled.map((part, index) => {
    const isDate = role === 'title' && index > 0 && /^[（(]\s*20\d\d.{0,14}[）)]$/.test(wordsOf(part));
    const start = index === 0 ? span.start : (part[0]?.from ?? span.start);
    const end = filled[index + 1]?.[0]?.from ?? span.end;
    return paragraph(isDate ? 'date' : role, { start, end }, part, { level: index === 0 ? level : 0 });
  });
}

/** Each line of a quotation or of code is a paragraph. */
function plainLines(text: string, role: 'quote' | 'code', span: Span): Paragraph[] {
  const lines: Paragraph[] = [];
  for (const match of text.slice(span.start, span.end).matchAll(/[^\r\n]+/g)) {
    const from = span.start + match.index;
    const words = match[0];
    const mark = role === 'quote' ? (/^[ \t]*>[ \t]?/.exec(words)?.[0].length ?? 0) : 0;
    if (role === 'code' && /^[ \t]*(?:```|~~~)/.test(words)) continue;
    const inner = { start: from + mark, end: from + words.length };
    const runs = role === 'quote' ? runsOf(text, inner) : [{ text: words, from: inner.start, code: true as const }];
    if (runs.some((run) => run.text.trim() !== '' || run.note !== undefined))
      lines.push(paragraph(role, inner, runs, {}));
  }
  return lines;
}

/** What the notes say, by label; the first definition of a label counts. */
function definitionsOf({ text, entries }: Speech): Map<string, Run[]> {
  const definitions = new Map<string, Run[]>();
  for (const { kind, span } of entries) {
    if (kind !== 'definition' && kind !== 'line') continue;
    const match = noteDefinition.exec(text.slice(span.start, span.end));
    if (!match?.[1] || definitions.has(match[1])) continue;
    definitions.set(match[1], runsOf(text, { start: span.start + match[0].length, end: span.end }));
  }
  return definitions;
}

/** Keeps a blank line between two tables, because Word would join them. */
function apart(paragraphs: readonly Paragraph[]): Paragraph[] {
  return paragraphs.map((one, index) =>
    one.role === 'table' && paragraphs[index + 1]?.role === 'table' ? { ...one, spaceAfter: 1 } : one,
  );
}

/** The sections that begin on a line of their own, by this line, with their depth counted from 1. */
function headingsOf(speech: Speech): Map<Line, number> {
  const found = new Map<Line, number>();
  const visit = (sections: readonly Section[], depth: number) => {
    for (const { heading, sections: inner } of sections) {
      if (!heading.inline) found.set(heading.line, depth);
      visit(inner, depth + 1);
    }
  };
  visit(speech.sections, 1);
  return found;
}

const officialLevels: Readonly<Record<string, number>> = { han: 1, hanParen: 2, arabic: 3, arabicParen: 4 };

/** By the mark, as readers see it; without one, by the depth of the heading. */
function levelOf({ numbering, depth, bold }: Line, nested: number | undefined): number {
  if (numbering) return officialLevels[numbering.style] ?? 0;
  if (nested === undefined) return 0;
  return depth > 0 || bold ? Math.min(nested, 4) : 0;
}

/** No text follows, and the heading is no sentence: `（一）学习不深入` and not `1.每月学习一次。`. */
function standsAlone(text: string, { body, titleEnd, depth, bold, title }: Line): boolean {
  if (body.start < body.end) return false;
  if (depth > 0 || bold) return true;
  return !/[。；！？]/.test(titleEnd) && text.slice(title.start, title.end).length <= longestHeading;
}

/** 副题 — begins with a dash. */
function isSubtitle(text: string, { span }: Line): boolean {
  return /^\**[—－-]{2}/.test(text.slice(span.start, span.end));
}

/** `1. 学习`, as Markdown needs it for a list, is printed as drafts write it: `1.学习`. */
function withoutGap({ numbering, title }: Line, runs: readonly Run[]): Run[] {
  if (!numbering || title.start <= numbering.span.end) return [...runs];
  const gap = [numbering.span.end, title.start] as const;
  return cutRuns(runs, gap).filter(({ from, text }) => from < gap[0] || from >= gap[1] || !/^[ \u3000]+$/.test(text));
}

/** Without the blanks that indent a line. */
function trimmedRuns(runs: readonly Run[]): Run[] {
  const kept = [...runs];
  while (kept[0] && kept[0].note === undefined && /^[ \u3000]*$/.test(kept[0].text)) kept.shift();
  const [first] = kept;
  const blank = /^[ \u3000]+/.exec(first?.text ?? '')?.[0].length ?? 0;
  if (first && blank > 0) kept[0] = { ...first, text: first.text.slice(blank), from: first.from + blank };
  return kept;
}

function wordsOf(runs: readonly Run[]): string {
  return runs.map(({ text }) => text).join('');
}

function notBold({ bold: _, ...run }: Run): Run {
  return run;
}

function notesOf(paragraphs: readonly Paragraph[], definitions: ReadonlyMap<string, Run[]>): Note[] {
  const labels = new Set<string>();
  for (const { runs, rows } of paragraphs) {
    for (const run of [...runs, ...rows.flat(2)]) if (run.note !== undefined) labels.add(run.note);
  }
  // Notes without a reference are kept at the end: nothing of the speech may vanish.
  for (const label of definitions.keys()) labels.add(label);
  return [...labels].map((label, index) => ({ label, number: index + 1, runs: definitions.get(label) ?? [] }));
}

/** A note that the speech does not have stands at its `end`. */
function noteParagraph({ label, number, runs }: Note, end: number): Paragraph {
  const start = runs[0]?.from ?? end;
  return paragraph(
    'note',
    { start, end: runs.at(-1)?.from ?? start },
    [{ text: `〔${number}〕`, from: start, note: label }, ...runs],
    {},
  );
}

/**
 * `*原因：*认识不够。`: CommonMark shows the asterisks of such a label as they are; the outline reads it as
 * one, and so does the page.
 */
export function brokenLabel(text: string, { start, end }: Span): Array<readonly [Span, Span]> {
  const label = /^\*(?![\s*])[^*\n]{1,20}[：。]\*(?=[\p{L}\p{N}])/u.exec(text.slice(start, end))?.[0];
  if (label === undefined) return [];
  const close = start + label.length;
  return [
    [
      { start, end: start + 1 },
      { start: close - 1, end: close },
    ],
  ];
}
