import type { Span } from '../model/text/span.ts';
import type { Run } from './runs.ts';

/** 版面 — the speech as paragraphs that preview, Word and text set alike. Holds no comments, no pins, no front matter. */
export interface Layout {
  readonly paragraphs: readonly Paragraph[];
  readonly notes: readonly Note[];
}

/** What a paragraph is on the page; each has a look of its own. */
export type ParagraphRole =
  | 'title'
  | 'subtitle'
  | 'author'
  | 'date'
  | 'heading'
  | 'text'
  | 'quote'
  | 'code'
  | 'table'
  | 'signature'
  | 'note';

/** 段 — a paragraph; for a table, its rows. */
export interface Paragraph {
  readonly role: ParagraphRole;
  /** 1–4 for a heading, and for a paragraph that begins with a heading sentence; 0 for all others. */
  readonly level: number;
  readonly runs: readonly Run[];
  readonly rows: ReadonlyArray<readonly Cell[]>;
  /** Where it stands in the speech. */
  readonly span: Span;
  /** Blank lines below it. */
  readonly spaceAfter: number;
  /** 字 that a signature keeps from the right edge. */
  readonly rightIndent: number;
}

/** The words of the title on the page and of its subtitle, in one line; empty where a speech has none. */
export function titleIn({ paragraphs }: Layout): string {
  return paragraphs
    .filter(({ role }) => role === 'title' || role === 'subtitle')
    .map(({ runs }) =>
      runs
        .map(({ text }) => text.replace('\n', ''))
        .join('')
        .trim(),
    )
    .join('');
}

/** The words of a cell of a table. */
export type Cell = readonly Run[];

/** 注 — what `[^1]` refers to, printed behind the speech. */
export interface Note {
  readonly label: string;
  /** Counted from 1 in order of first reference. */
  readonly number: number;
  readonly runs: readonly Run[];
}

/** A paragraph with what is given, and nothing special otherwise. */
export function paragraph(
  role: ParagraphRole,
  span: Span,
  runs: readonly Run[],
  more: Partial<Omit<Paragraph, 'role' | 'span' | 'runs'>>,
): Paragraph {
  return { role, span, runs, level: 0, rows: [], spaceAfter: 0, rightIndent: 0, ...more };
}
