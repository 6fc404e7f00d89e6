import { memoised } from './memoised.ts';
import { type CommonPairs, distinctPairs, pairsOf, rarity } from './pairs.ts';
import type { Mention, TopicReader } from './topics.ts';

/** What the problems claim of one answer. */
export interface Column {
  /** How many clauses the answer has. */
  readonly clauses: number;
  /** One for every problem. */
  readonly claims: readonly Claim[];
}

export interface Claim {
  /** Weight of the shared words, in so far as no other problem has a better claim to their clause. */
  readonly claim: number;
  /** Number of clauses, each shared out among the problems that claim it. */
  readonly clauses: number;
  /** Shared words, weightiest first. */
  readonly words: readonly string[];
}

/**
 * One column for every answer. Between two keystrokes one passage changes, and with it the weight of a few pairs of characters:
 * only the columns that hold one of these are worked out again, to the same numbers as from scratch.
 */
export function claimColumns(
  problems: readonly string[],
  answers: readonly string[],
  common: CommonPairs,
  mentions: TopicReader,
): readonly Column[] {
  const recent = tables(common);
  const at = recent.findIndex((table) => mayServe(table, problems, answers));
  const [known] = at < 0 ? [] : recent.splice(at, 1);
  const table = known
    ? updated(known, problems, answers, common, mentions)
    : tableOf(problems, answers, common, mentions);
  recent.unshift(table);
  if (recent.length > mostTables) recent.pop();
  return table.columns;
}

interface Table {
  readonly problems: readonly Passage[];
  readonly answers: readonly Passage[];
  /** Which problems hold a pair, in their order. Changed in place: a table is given up when a newer one takes it over. */
  readonly index: Map<string, readonly number[]>;
  /** How many answers hold a pair. */
  readonly spread: Map<string, number>;
  readonly columns: readonly Column[];
}

interface Passage {
  readonly text: string;
  readonly pairs: ReadonlySet<string>;
}

const tables = memoised((_: CommonPairs): Table[] => []);

/** Measures and causes of two or three open speeches. */
const mostTables = 6;

/** More changes than these are not made between two keystrokes. */
const mostChanges = 3;

function mayServe(
  { problems, answers }: Table,
  newProblems: readonly string[],
  newAnswers: readonly string[],
): boolean {
  if (problems.length !== newProblems.length || answers.length !== newAnswers.length) return false;
  return changes(problems, newProblems).length + changes(answers, newAnswers).length <= mostChanges;
}

function changes(before: readonly Passage[], after: readonly string[]): number[] {
  return [...after.keys()].filter((at) => before[at]?.text !== after[at]);
}

function tableOf(
  problemTexts: readonly string[],
  answerTexts: readonly string[],
  common: CommonPairs,
  mentions: TopicReader,
): Table {
  const problems = problemTexts.map((text) => problemOf(text, mentions));
  const answers = answerTexts.map((text) => answerOf(text, mentions));
  const index = new Map<string, number[]>();
  for (const [row, { pairs }] of problems.entries()) {
    for (const pair of pairs) {
      const holders = index.get(pair);
      if (holders) holders.push(row);
      else index.set(pair, [row]);
    }
  }
  const spread = new Map<string, number>();
  for (const { pairs } of answers) for (const pair of pairs) spread.set(pair, (spread.get(pair) ?? 0) + 1);
  const weigh = weigher(index, spread, common);
  const columns = answers.map(({ text }) => columnOf(text, problems.length, index, weigh, mentions));
  return { problems, answers, index, spread, columns };
}

/** `before` for the new texts; not to be asked again itself. */
function updated(
  before: Table,
  problemTexts: readonly string[],
  answerTexts: readonly string[],
  common: CommonPairs,
  mentions: TopicReader,
): Table {
  const { index, spread, columns } = before;
  const problemAs = (text: string) => problemOf(text, mentions);
  const answerAs = (text: string) => answerOf(text, mentions);
  const [problems, answers] = [[...before.problems], [...before.answers]];
  const touched = new Set<string>();
  for (const row of changes(problems, problemTexts)) {
    const [old, now] = [problems[row] ?? problemAs(''), problemAs(problemTexts[row] ?? '')];
    for (const pair of without(old, now)) {
      touched.add(pair);
      const left = index.get(pair)?.filter((holder) => holder !== row) ?? [];
      if (left.length > 0) index.set(pair, left);
      else index.delete(pair);
    }
    for (const pair of without(now, old)) {
      touched.add(pair);
      index.set(
        pair,
        [...(index.get(pair) ?? []), row].sort((a, b) => a - b),
      );
    }
    problems[row] = now;
  }
  const changed = new Set(changes(answers, answerTexts));
  for (const column of changed) {
    const [old, now] = [answers[column] ?? answerAs(''), answerAs(answerTexts[column] ?? '')];
    for (const pair of without(old, now)) {
      touched.add(pair);
      spread.set(pair, (spread.get(pair) ?? 1) - 1);
    }
    for (const pair of without(now, old)) {
      touched.add(pair);
      spread.set(pair, (spread.get(pair) ?? 0) + 1);
    }
    answers[column] = now;
  }
  const weigh = weigher(index, spread, common);
  const fresh = answers.map(({ text, pairs }, at) => {
    const known = columns[at];
    const isStale = changed.has(at) || [...touched].some((pair) => pairs.has(pair));
    return known && !isStale ? known : columnOf(text, problems.length, index, weigh, mentions);
  });
  return { problems, answers, index, spread, columns: fresh };
}

function* without(all: Passage, some: Passage): Iterable<string> {
  for (const pair of all.pairs) if (!some.pairs.has(pair)) yield pair;
}

function problemOf(text: string, mentions: TopicReader): Passage {
  return { text, pairs: withTopics(distinctPairs(text), mentions(text)) };
}

function withTopics(pairs: ReadonlySet<string>, topics: readonly Mention[]): ReadonlySet<string> {
  const all = new Set(pairs);
  for (const { topic } of topics) all.add(topic);
  return all;
}

/** Pairs count within the clauses that are compared. */
function answerOf(text: string, mentions: TopicReader): Passage {
  const compared = clausesOf(text).join('。');
  return { text, pairs: withTopics(distinctPairs(compared), mentions(compared)) };
}

/**
 * Sentences and their halves at semicolons: what a measure commits to one at a time. Not commas: the tail of a sentence that
 * happens to share a name with a problem belongs to whom the sentence belongs to.
 */
export function clausesOf(text: string): string[] {
  return text.split(/[。；！？]/).filter((clause) => clause.length >= 4);
}

type Index = ReadonlyMap<string, readonly number[]>;
type Weigh = (pair: string) => number;

function weigher(index: Index, spread: ReadonlyMap<string, number>, common: CommonPairs): Weigh {
  const known = new Map<string, number>();
  return (pair) => {
    const found = known.get(pair);
    if (found !== undefined) return found;
    const holders = index.get(pair)?.length ?? 0;
    const weight =
      holders > 0 ? rarity(pair, common) / Math.sqrt(holders) / Math.sqrt(Math.sqrt(spread.get(pair) ?? 1)) : 0;
    known.set(pair, weight);
    return weight;
  };
}

interface Open {
  claim: number;
  clauses: number;
  readonly words: Map<string, number>;
}

function columnOf(text: string, problems: number, index: Index, weigh: Weigh, mentions: TopicReader): Column {
  const all = clausesOf(text);
  const claims: Open[] = Array.from({ length: problems }, () => ({ claim: 0, clauses: 0, words: new Map() }));
  for (const clause of all)
    shareOut(withSharedTopics(sharedRuns(clause, index, weigh), mentions(clause), index, weigh), claims);
  return {
    clauses: all.length,
    claims: claims.map(({ claim, clauses: count, words }) => ({
      claim,
      clauses: count,
      words: [...words].sort(([, x], [, y]) => y - x).map(([word]) => word),
    })),
  };
}

interface Run {
  weight: number;
  top: number;
  start: number;
  end: number;
}

/** For each problem, the runs of weighty pairs that a clause shares with it. One long name counts less than several words. */
function sharedRuns(
  clause: string,
  index: ReadonlyMap<string, readonly number[]>,
  weigh: (pair: string) => number,
): Map<number, Array<{ weight: number; word: string }>> {
  const open = new Map<number, Run>();
  const done = new Map<number, Array<{ weight: number; word: string }>>();
  for (const [at, pair] of pairsOf(clause).entries()) {
    const weight = pair === '' ? 0 : weigh(pair);
    const holders = weight > leastWeight ? (index.get(pair) ?? []) : [];
    for (const row of holders) {
      const run = open.get(row);
      if (run && run.end === at)
        Object.assign(run, { weight: run.weight + weight, top: Math.max(run.top, weight), end: at + 1 });
      else {
        close(row, run);
        open.set(row, { weight, top: weight, start: at, end: at + 1 });
      }
    }
  }
  for (const [row, run] of open) close(row, run);
  return done;

  function close(row: number, run: Run | undefined): void {
    if (!run) return;
    const found = { weight: Math.min(run.weight, run.top * 1.8), word: clause.slice(run.start, run.end + 1) };
    const runs = done.get(row);
    if (runs) runs.push(found);
    else done.set(row, [found]);
  }
}

const leastWeight = 1;

/** Adds what a clause says of the topics of each problem; a word that they share to the letter counts already. */
function withSharedTopics(
  runs: Map<number, Array<{ weight: number; word: string }>>,
  topics: readonly Mention[],
  index: Index,
  weigh: Weigh,
): typeof runs {
  for (const { topic } of topics) {
    const found = { weight: weigh(topic) * topicFactor, word: '' };
    for (const row of index.get(topic) ?? []) {
      const own = runs.get(row);
      if (own) own.push(found);
      else runs.set(row, [found]);
    }
  }
  return runs;
}

/** A topic in common says less than a word in common. */
const topicFactor = 0.7;

/** A clause goes to the problems in proportion to the square of their claims, so that the best claim takes most of it. */
function shareOut(
  runs: ReadonlyMap<number, ReadonlyArray<{ weight: number; word: string }>>,
  claims: ReadonlyArray<{ claim: number; clauses: number; words: Map<string, number> }>,
): void {
  const totals = [...runs].map(([row, found]) => [row, found.reduce((sum, { weight }) => sum + weight, 0)] as const);
  const squares = totals.reduce((sum, [, total]) => sum + total * total, 0);
  for (const [row, total] of totals) {
    const claim = claims[row];
    if (!claim || squares === 0) continue;
    const share = (total * total) / squares;
    claim.claim += total * share;
    if (total > leastClaim) claim.clauses += share;
    for (const { word, weight } of runs.get(row) ?? [])
      if (word !== '') claim.words.set(word, Math.max(claim.words.get(word) ?? 0, weight * share));
  }
}

/** Below this a clause shares nothing but a common word. */
const leastClaim = 2.5;
