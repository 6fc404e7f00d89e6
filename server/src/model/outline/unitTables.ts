import type { Entry, Heading, Line, Opaque, Section, TitleBlock, UnitKind } from '../speech.ts';
import type { Span } from '../text/span.ts';
import { titleWords } from './headingLine.ts';

/** The tables that stand directly in a section. */
export function tablesIn({ body }: Pick<Section, 'body'>): Opaque[] {
  return body.filter((entry): entry is Opaque => entry.kind === 'table');
}

/** From the first cell of a row to its last. */
export function rowSpan(row: readonly Span[]): Span {
  return { start: row[0]?.start ?? 0, end: row.at(-1)?.end ?? 0 };
}

/** The kinds of units, in the order in which a speech has them. */
export const unitKinds = ['problem', 'cause', 'measure'] as const;

const columnNames: Readonly<Record<UnitKind, RegExp>> = {
  problem: /^(?:.{0,6}(?:问题|不足|差距)|问题(?:表现|描述|内容|清单))$/,
  cause: /原因|根源/,
  measure: /措施|举措/,
};

/** Headers of columns that hold the measures where no column is named after them. */
const tasks = /整改(?:内容|任务|事项)|任务|做法/;

/** The index of the first column for each kind of unit, by the words of the header cells; none where no column is named so. */
export function columnsOf(text: string, header: readonly Span[]): Partial<Record<UnitKind, number>> {
  const names = namesOf(text, header);
  return Object.fromEntries(
    unitKinds.flatMap((kind) => {
      const at = names.findIndex((name) => columnNames[kind].test(name));
      return at < 0 ? [] : [[kind, at]];
    }),
  );
}

function namesOf(text: string, header: readonly Span[]): string[] {
  return header.map(({ start, end }) => text.slice(start, end).replace(/[\s　*]/g, ''));
}

/** The index of the column that holds the measures: by its header, or else the one with the longest cells. */
export function measureColumn(text: string, header: readonly Span[], rows: ReadonlyArray<readonly Span[]>): number {
  const named = columnsOf(text, header).measure ?? namesOf(text, header).findIndex((name) => tasks.test(name));
  if (named >= 0) return named;
  const lengths = header.map((_, column) =>
    rows.reduce((sum, row) => sum + (row[column] ? row[column].end - row[column].start : 0), 0),
  );
  return lengths.indexOf(Math.max(...lengths));
}

/** A document that is only a title and a table, as one section below that title; undefined where there is no table. */
export function wholeTable(text: string, { title }: TitleBlock, body: readonly Entry[]): Section | undefined {
  const [first] = tablesIn({ body });
  const last = body.at(-1);
  if (!first || !last) return undefined;
  const line = title[0] ?? emptyLine(first.span.start);
  const heading: Heading = {
    numbering: undefined,
    title: title.map((own) => titleWords(text, own.title)).join(''),
    titleSpan: line.title,
    span: line.title,
    titleEnd: '',
    body: line.body,
    line,
    inline: false,
    misleveled: false,
    lostNumber: false,
    part: undefined,
  };
  return { heading, role: 'measures', body, sections: [], span: { start: line.span.start, end: last.span.end } };
}

function emptyLine(at: number): Line {
  const span = { start: at, end: at };
  const dress = { depth: 0, bold: false, bullet: false, opensParagraph: true, leadsIn: false, brokenBold: [] };
  return {
    kind: 'line',
    span,
    numbering: undefined,
    title: span,
    titleEnd: '',
    body: span,
    series: [],
    prose: [],
    ...dress,
  };
}
