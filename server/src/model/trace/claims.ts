import { memoised } from '../memory/memoised.ts';
import { type CommonPairs, distinctPairs, noPair, type Pair, pairsOf, rarity } from './pairs.ts';
import { type Column, clausesOf, columnOf, type Index } from './shares.ts';
import type { TopicReader } from './topics.ts';

/** The words of every problem and of every answer. */
export interface Texts {
  readonly problems: readonly string[];
  readonly answers: readonly string[];
}

/** A problem and the answers under its own aspect; the pairs of characters in its heading. */
export interface Nested {
  readonly row: number;
  readonly columns: readonly number[];
  readonly heading: ReadonlySet<number>;
}

/** What the problems claim of the answers. */
export interface Claims {
  /** One for every answer, in order. */
  readonly columns: readonly Column[];
  /**
   * The weight of the words that a nested problem shares with each of its answers, whoever else claims them, without
   * those of its heading; by row and column.
   */
  readonly beyondHeading: ReadonlyMap<number, ReadonlyMap<number, number>>;
}

/**
 * What the problems claim of each answer. The result is that of a comparison from scratch, but takes over what it can
 * from a recent one: an edit changes one passage, and with it the weight of a few pairs of characters, so only the
 * columns with one of these are made anew.
 */
export function claimsOf(texts: Texts, nested: readonly Nested[], common: CommonPairs, mentions: TopicReader): Claims {
  const recent = tables(common);
  const at = recent.findIndex((table) => mayServe(table, texts));
  const [known] = at < 0 ? [] : recent.splice(at, 1);
  const table = known ? updated(known, texts, common, mentions) : tableOf(texts, common, mentions);
  recent.unshift(table);
  if (recent.length > mostTables) recent.pop();
  const beyondHeading = new Map(
    nested.map((one) => [one.row, new Map(one.columns.map((column) => [column, weightBeyond(one, column, table)]))]),
  );
  return { columns: table.columns, beyondHeading };
}

/** As long as the column is the same, so are the weights of all pairs in it. */
function weightBeyond({ row, heading }: Nested, column: number, { problems, answers, index, columns }: Table): number {
  const [problem, answer, own] = [problems[row], answers[column], columns[column]];
  if (!problem || !answer || !own) return 0;
  const known = weights(own).get(row);
  if (known?.heading === heading) return known.weight;
  const isFewer = answer.pairs.size < problem.pairs.size;
  const [few, many] = isFewer ? [answer.pairs, problem.pairs] : [problem.pairs, answer.pairs];
  let weight = 0;
  for (const pair of few) if (many.has(pair) && !heading.has(pair)) weight += index.get(pair)?.weight ?? 0;
  weights(own).set(row, { heading, weight });
  return weight;
}

/** What was worked out for a column, by row. */
const weights = memoised(
  (_: Column) => new Map<number, { readonly heading: ReadonlySet<number>; readonly weight: number }>(),
);

interface Table {
  readonly problems: readonly Passage[];
  readonly answers: readonly Passage[];
  readonly index: Index;
  readonly holders: Holders;
  readonly columns: readonly Column[];
}

/** How many answers hold a pair. Changed in place like `Index`. */
type Holders = Map<Pair, number>;

/** The words of a problem or an answer, as far as they are compared. */
interface Passage {
  readonly text: string;
  readonly pairs: ReadonlySet<number>;
  readonly topics: ReadonlySet<string>;
}

/** The most recent tables, latest first. */
const tables = memoised((_: CommonPairs): Table[] => []);

/** Enough for the measures and causes of three open speeches. */
const mostTables = 6;

/** In passages. A table that differs in more is made from scratch. */
const mostChanges = 3;

function mayServe({ problems, answers }: Table, texts: Texts): boolean {
  if (problems.length !== texts.problems.length || answers.length !== texts.answers.length) return false;
  return changes(problems, texts.problems).length + changes(answers, texts.answers).length <= mostChanges;
}

function changes(before: readonly Passage[], after: readonly string[]): number[] {
  const found: number[] = [];
  for (let at = 0; at < after.length; at += 1) if (before[at]?.text !== after[at]) found.push(at);
  return found;
}

function tableOf(texts: Texts, common: CommonPairs, mentions: TopicReader): Table {
  const problems = texts.problems.map((text) => passageOf(text, mentions));
  const answers = texts.answers.map((text) => answerOf(text, mentions));
  const index: Index = new Map();
  for (const [row, passage] of problems.entries()) {
    forEachPair(passage, (pair) => {
      const held = index.get(pair);
      if (held) held.rows = [...held.rows, row];
      else index.set(pair, { rows: [row], weight: 0 });
    });
  }
  const holders: Holders = new Map();
  for (const passage of answers) forEachPair(passage, (pair) => holders.set(pair, (holders.get(pair) ?? 0) + 1));
  for (const [pair, held] of index) held.weight = weightOf(pair, held.rows.length, holders.get(pair) ?? 0, common);
  const columns = answers.map(({ text }) => columnOf(text, problems.length, index, mentions));
  return { problems, answers, index, holders, columns };
}

/** `before` changed to the new texts. It shares their tables, so `before` must not be used any more. */
function updated(before: Table, texts: Texts, common: CommonPairs, mentions: TopicReader): Table {
  const { index, holders, columns } = before;
  const [problems, answers] = [[...before.problems], [...before.answers]];
  const touched = new Set<Pair>();
  for (const row of changes(problems, texts.problems)) {
    const [old, now] = [problems[row] as Passage, passageOf(texts.problems[row] ?? '', mentions, true)];
    for (const pair of without(old, now)) change(pair, (rows) => rows.filter((holder) => holder !== row));
    for (const pair of without(now, old)) change(pair, (rows) => [...rows, row].sort((a, b) => a - b));
    problems[row] = now;
  }
  const changed = new Set(changes(answers, texts.answers));
  for (const column of changed) {
    const [old, now] = [answers[column] as Passage, answerOf(texts.answers[column] ?? '', mentions)];
    for (const pair of without(old, now)) count(pair, -1);
    for (const pair of without(now, old)) count(pair, 1);
    answers[column] = now;
  }
  const stale = [...touched];
  const fresh = answers.map((answer, at) => {
    const known = columns[at];
    const isStale = changed.has(at) || stale.some((pair) => holds(answer, pair));
    return known && !isStale ? known : columnOf(answer.text, problems.length, index, mentions);
  });
  return { problems, answers, index, holders, columns: fresh };

  function count(pair: Pair, by: number): void {
    const now = (holders.get(pair) ?? 0) + by;
    if (now > 0) holders.set(pair, now);
    else holders.delete(pair);
    if (index.has(pair)) change(pair, (rows) => rows);
  }

  function change(pair: Pair, apply: (rows: readonly number[]) => readonly number[]): void {
    const rows = apply(index.get(pair)?.rows ?? []);
    const answers = holders.get(pair) ?? 0;
    if (rows.length > 0) index.set(pair, { rows, weight: weightOf(pair, rows.length, answers, common) });
    else index.delete(pair);
    // Most pairs that are typed are in no answer, and change no column.
    if (answers > 0) touched.add(pair);
  }
}

function forEachPair({ pairs, topics }: Passage, visit: (pair: Pair) => void): void {
  for (const pair of pairs) visit(pair);
  for (const topic of topics) visit(topic);
}

function without(all: Passage, some: Passage): Pair[] {
  const found: Pair[] = [];
  forEachPair(all, (pair) => {
    if (!holds(some, pair)) found.push(pair);
  });
  return found;
}

function holds({ pairs, topics }: Passage, pair: Pair): boolean {
  return typeof pair === 'number' ? pairs.has(pair) : topics.has(pair);
}

function passageOf(text: string, mentions: TopicReader, passing = false): Passage {
  const topics = new Set(mentions(text, passing).map(({ topic }) => topic));
  return { text, pairs: distinctPairs(text, passing), topics };
}

/** Of an answer only whole clauses are compared. They are read one by one, since `columnOf` reads the same ones. */
function answerOf(text: string, mentions: TopicReader): Passage {
  const pairs = new Set<number>();
  const topics = new Set<string>();
  for (const clause of clausesOf(text)) {
    for (const pair of pairsOf(clause)) pairs.add(pair);
    for (const { topic } of mentions(clause)) topics.add(topic);
  }
  pairs.delete(noPair);
  return { text, pairs, topics };
}

function weightOf(pair: Pair, problems: number, answers: number, common: CommonPairs): number {
  // A pair on one side alone is never asked for.
  if (problems === 0 || answers === 0) return 0;
  return rarity(pair, common) / Math.sqrt(problems) / Math.sqrt(Math.sqrt(answers));
}
