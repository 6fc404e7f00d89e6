import type { Context } from '../model/context.ts';
import { termOf } from '../model/outline/terms.ts';
import { type Entry, type Opaque, type Section, type Speech, sectionsAt, type Unit } from '../model/speech.ts';
import type { Span } from '../model/text/span.ts';
import { isOrphan, type Standing, standingOf } from '../model/trace/counterparts.ts';
import { measuresFor, problemsOf, trace } from '../model/trace/trace.ts';
import { brokenLabel, layout } from '../page/layout.ts';
import { titleIn } from '../page/paragraph.ts';
import { plainWords } from '../page/plainWords.ts';
import { isNoteDefinition } from '../page/runs.ts';
import { deadlineIn, leaderIn, ownerIn } from './commitments.ts';

/**
 * 整改台账 — one row for every problem, then one for every measure that answers none; what the speech
 * does not state is empty.
 */
export interface Ledger {
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: ReadonlyArray<readonly string[]>;
}

/** The columns are the office's own words, whatever the language of the editor. */
const columns = [
  '序号',
  '问题来源',
  '存在问题',
  '具体表现',
  '整改目标',
  '整改措施',
  '责任领导',
  '责任人/责任单位',
  '完成时限',
  '进展情况',
  '完成标志/佐证',
  '是否销号',
  '备注',
] as const;

type Row = Partial<Record<(typeof columns)[number], string>>;

/** Pure and total: a speech without problems and measures has a ledger without rows. */
export function ledgerOf(speech: Speech, context: Context): Ledger {
  const found = trace(speech, context);
  const rows: Row[] = speech.problems.map((problem) => {
    const measures = measuresFor(problem, found)
      .map(({ to }) => to)
      .sort((a, b) => a.span.start - b.span.start);
    return {
      问题来源: sourceOf(speech, problem),
      存在问题: plainWords(problem.title),
      具体表现: detailsOf(speech, problem),
      ...measuresPart(speech, measures),
      备注: remarks[standingOf(problem, speech, found)],
    };
  });
  const unasked = speech.measures.filter((measure) => problemsOf(measure, found).length === 0);
  for (const measure of unasked)
    rows.push({
      ...measuresPart(speech, [measure]),
      备注: isOrphan(measure, speech, found) ? '未对应所列问题' : '',
    });
  const title = titleIn(layout(speech));
  return {
    title: title ? `${printable(title)} 整改台账` : '整改台账',
    columns,
    rows: rows.map((row, index) =>
      columns.map((column) => (column === '序号' ? String(index + 1) : printable(row[column] ?? ''))),
    ),
  };
}

const remarks: Readonly<Record<Standing, string>> = {
  met: '',
  unmet: '未见整改措施',
  begun: '待填写',
  unsure: '措施是否对应，待核对',
  waived: '注明不需整改',
};

/** Without control characters, which could steer a terminal and have no place in a table. */
function printable(text: string): string {
  return text.replace(/(?![\t\n])\p{Cc}/gu, '');
}

function measuresPart(speech: Speech, measures: readonly Unit[]): Row {
  const cells = measures.map((measure) => ({
    text: plain(speech, measure.span),
    table: rowOf(speech, measure),
    term: termOf(speech, measure),
  }));
  const joined = (values: readonly string[]) => [...new Set(values.filter((value) => value !== ''))].join('、');
  return {
    整改措施: cells.map(({ text, table }) => table.整改措施 ?? text).join('\n'),
    责任领导: joined(cells.map(({ text, table }) => table.责任领导 ?? leaderIn(text))),
    '责任人/责任单位': joined(cells.map(({ text, table }) => table['责任人/责任单位'] ?? ownerIn(text))),
    完成时限: joined(cells.map(({ text, table, term }) => table.完成时限 ?? (deadlineIn(text) || term))),
  };
}

function isEnded(words: string): boolean {
  return /[。；：，、！？…—|][”’）》]*$/.test(words);
}

/** 具体表现: the heads of the points; without points the text below the head. */
function detailsOf(speech: Speech, problem: Unit): string {
  if (problem.points.length > 0)
    return problem.points.map(({ numbering, title }) => `${numbering?.text ?? ''}${plainWords(title)}`).join('；');
  const end = problem.section === problem.aspect && problem.aspect ? problem.within.span.end : problem.span.end;
  return plain(speech, { start: problem.headSpan.end, end }).replace(/^[。；：，]/, '');
}

/** Where the problem comes from, as the headings around it tell; else the examination itself. */
function sourceOf(speech: Speech, problem: Unit): string {
  const around = sectionsAt(speech, problem.headSpan.start).filter(({ heading }) => !heading.inline);
  const headings = around.map(({ heading }) => heading.title).join(' ');
  return sources.find(([words]) => words.test(headings))?.[1] ?? '对照检查';
}

const sources: ReadonlyArray<readonly [RegExp, string]> = [
  [/巡视|巡察/, '巡视巡察反馈'],
  [/审计/, '审计反馈'],
  [/相互批评|批评意见/, '相互批评'],
  [/上级|督导|点评/, '上级点评'],
  [/征求|群众提|群众反映|党员群众|谈心/, '征求意见'],
];

/** For a measure that is a row of a table, the cells of the columns that the table has in common with the ledger. */
function rowOf(speech: Speech, { section, within, span, row: whole = span }: Unit): Row {
  if (section) return {};
  const row = tablesOf(within).flatMap(({ rows: [header, ...rows] }) => {
    const cells = rows.find((candidate) => candidate[0]?.start === whole.start);
    return header && cells ? [{ header, cells }] : [];
  })[0];
  if (!row) return {};
  const found: Row = {};
  for (const [index, name] of row.header.entries()) {
    const cell = row.cells[index];
    const column = tableColumns.find(([words]) => words.test(speech.text.slice(name.start, name.end)))?.[1];
    if (cell && column && found[column] === undefined) found[column] = plain(speech, cell);
  }
  return found;
}

function tablesOf({ body }: Section): Opaque[] {
  return body.filter((entry): entry is Opaque => entry.kind === 'table');
}

const tableColumns: ReadonlyArray<readonly [RegExp, (typeof columns)[number]]> = [
  [/措施|举措|做法/, '整改措施'],
  [/责任领导|牵头领导|分管领导/, '责任领导'],
  [/责任|牵头|负责/, '责任人/责任单位'],
  [/时限|时间|期限/, '完成时限'],
];

/** The words of a passage in one line: without Markdown dressing, comments and notes. */
function plain({ text, entries }: Speech, { start, end }: Span): string {
  const paragraphs = entries.flatMap((entry) =>
    paragraphsOf(text, entry, (span) => ({ start: Math.max(start, span.start), end: Math.min(end, span.end) })),
  );
  const written = paragraphs.map((words) => words.replaceAll('**', '').trim()).filter((words) => words !== '');
  return (
    written
      // A heading or an item that ends without a mark would run into the next one.
      .map((words, index) => (index === written.length - 1 || isEnded(words) ? words : `${words}。`))
      .join('')
      .replace(/([\u3000-\u9fff\uff00-\uffef]) +(?=[\u3000-\u9fff\uff00-\uffef])/g, '$1')
  );
}

/** The part of an entry that is asked for. */
function paragraphsOf(text: string, entry: Entry, clipped: (span: Span) => Span): string[] {
  const span = clipped(entry.span);
  if (span.start >= span.end) return [];
  switch (entry.kind) {
    case 'comment':
    case 'rule':
    case 'definition':
      return [];
    case 'line':
      if (isNoteDefinition(text, span)) return [];
      return [plainWords(text, span, brokenLabel(text, span))];
    case 'table':
      return [
        entry.rows
          .flat()
          .map(clipped)
          .flatMap((cell) => (cell.start < cell.end ? plainWords(text, cell) : []))
          .join('；'),
      ];
    default:
      return text
        .slice(span.start, span.end)
        .split('\n')
        .map((line) => plainWords(line.replace(/^[ \t]*>[ \t]?/, '')));
  }
}
