import type { Entry, Heading, Line, Opaque, Section, TitleBlock, UnitKind } from '../speech.ts';
import type { Span } from '../text/span.ts';
import { longestTitle, titleWords } from './headingLine.ts';
import { isAspectTitle } from './role.ts';

/** The tables that stand directly in a section. */
export function tablesIn({ body }: Pick<Section, 'body'>): Opaque[] {
  return body.filter((entry): entry is Opaque => entry.kind === 'table');
}

/** The first table of a section, and the others with the same header: one table that is told in pieces. */
export function tablesAlike(text: string, section: Pick<Section, 'body'>): Opaque[] {
  const headerOf = ({ rows: [header = []] }: Opaque) => namesOf(text, header).join('|');
  return tablesIn(section).filter((table, _, [first]) => first && headerOf(table) === headerOf(first));
}

/** From the first cell of a row to its last. */
export function rowSpan(row: readonly Span[]): Span {
  return { start: row[0]?.start ?? 0, end: row.at(-1)?.end ?? 0 };
}

/** The kinds of units, in the order in which a speech has them. */
export const unitKinds = ['problem', 'cause', 'measure'] as const;

const columnNames: Readonly<Record<UnitKind, RegExp>> = {
  problem: /^(?:.{0,6}(?:问题|不足|差距)|问题(?:表现|描述|内容|清单))$/,
  cause: /原因|根源|症结|根子|病根|缘由|根由/,
  measure: /措施|举措|对策|^(?:整改|改进|下一?步|今后|具体|的)*打算$/,
};

/**
 * The index of the first column for each kind of unit, by the words of the header cells; none where no column is named
 * so.
 */
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

/** Headers of columns that tell how something is done, and hold the measures where no column is named after these. */
const ways =
  /^(?:具体|主要|工作|推进|实施|详细)?的?(?:做法|办法|路径|步骤)$|^我?们?(?:打算|准备)?(?:怎么|怎样|如何)(?:[做办改抓干])$/;

/** Headers of columns that hold the measures, or else their names. */
const tasks = /整改(?:内容|任务|事项)|任务/;

/**
 * The columns of a table of measures: their titles, their text, and which problem they answer; -1 where none tells it.
 */
export interface MeasureColumns {
  readonly title: number;
  readonly text: number;
  readonly address: number;
}

/** Where the measures stand: by the header, or else in the column with the longest cells. */
export function measureColumns(text: string, [header = [], ...rows]: Table): MeasureColumns {
  const names = namesOf(text, header);
  const named = [columnNames.measure, ways, tasks].map((pattern) => names.findIndex((name) => pattern.test(name)));
  return titled(text, [header, ...rows], named.find((index) => index >= 0) ?? longest(header, rows));
}

/** 问题, 原因 and 整改 side by side, as in a 整改台账; undefined where a table does not have the first and the last. */
export function ledgerColumns(
  text: string,
  [header = [], ...rows]: Table,
): { readonly problem: number; readonly cause: number | undefined; readonly measure: MeasureColumns } | undefined {
  const names = namesOf(text, header);
  const { problem: named, cause, measure: own } = columnsOf(text, header);
  const measure = own ?? names.findIndex((name) => ways.test(name));
  if (measure < 0) return undefined;
  const isTold = (name: string, index: number) =>
    index !== measure && /^整改(?:事项|内容)$/.test(name) && tellProblems(cellsOf(text, rows, index));
  const problem = named ?? names.findIndex(isTold);
  return problem < 0 ? undefined : { problem, cause, measure: titled(text, [header, ...rows], measure) };
}

type Table = ReadonlyArray<readonly Span[]>;

function titled(text: string, [header = [], ...rows]: Table, at: number): MeasureColumns {
  const names = namesOf(text, header);
  const isTitle = (name: string, index: number) => index !== at && matters.test(name);
  const title = details.test(names[at] ?? '') ? names.findIndex(isTitle) : -1;
  const address = names.findIndex((name, index) => index !== at && addresses.test(name));
  return {
    title: title >= 0 && nameMeasures(cellsOf(text, rows, title)) ? title : at,
    text: at,
    address:
      address >= 0 ? address : names.findIndex((_, index) => index !== at && areAddresses(cellsOf(text, rows, index))),
  };
}

/** 对应问题, 问题方面, 针对的问题序号, 对应方面 */
const addresses =
  /^(?:所?(?:对应|针对|涉及|对照|解决|回应)的?.{0,6}|.{0,6}(?:问题|不足|差距)(?:序号|编号|方面|表现|描述|内容|清单|条目)?|方面|对照检查方面)$/;

/** “对应问题（一）” in every cell, whatever the header. */
function areAddresses(cells: readonly string[]): boolean {
  const written = cells.filter((cell) => cell !== '');
  return written.length > 0 && written.every((cell) => /^(?:对应|针对)/.test(cell) && cell.length <= longestTitle);
}

/** Headers beside which a column names the measures: “具体措施” tells how, while “整改措施” are the measures themselves. */
const details = new RegExp(
  `${ways.source}|^(?:具体|主要|工作|推进|落实|实施|详细|细化)的?(?:整改)?(?:措施|举措|内容|安排)$`,
);
const matters =
  /^(?:整改|改进|工作|重点|主要|具体)*(?:事项|任务|项目|内容)$|^我?们?(?:要|该|准备)?[做办改](?:什么|的(?:事情?)?)$/;

/** Whether cells name what is done. “对应问题（一）” and “理论学习不深” say what for; words as short as “政治站位” sort only. */
function nameMeasures(cells: readonly string[]): boolean {
  const written = cells.filter((cell) => cell !== '');
  return (
    written.length * 2 > cells.length &&
    new Set(written).size === written.length &&
    written.some((cell) => cell.length > longestArea) &&
    written.every((cell) => cell.length <= longestTitle && !isAspectTitle(cell) && !namesProblem.test(cell)) &&
    !tellProblems(written)
  );
}

/** Whether most cells tell what is amiss. */
function tellProblems(cells: readonly string[]): boolean {
  return cells.filter((cell) => wanting.test(cell)).length * 2 > cells.length;
}

const longestArea = 4;
const namesProblem = /^(?:对应|针对|见|第)|问题$|[0-9一二三四五六七八九十][）)]|[。；]/;
const wanting =
  /(?:不(?:够|足|强|深|实|严|高|力|牢|紧|细|清|准|全|畅|准确|及时|规范|到位|扎实|深入|充分|健全|彻底)|缺[乏位失].{0,8}|薄弱|淡[化薄]|弱化|松懈|滞后|脱节|流于形式|走过场|[偏较过](?:少|慢|长|低|重|窄|浅|软|松|高|大|多)|[少慢乱差难])$/;

function cellsOf(text: string, rows: Table, column: number): string[] {
  return namesOf(
    text,
    rows.map((row) => row[column] ?? { start: 0, end: 0 }),
  );
}

function longest(header: readonly Span[], rows: Table): number {
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
