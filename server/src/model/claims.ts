import { memoised } from './memoised.ts';
import { type CommonPairs, distinctPairs, noPair, type Pair, pairsOf, rarity } from './pairs.ts';
import type { TopicReader } from './topics.ts';

/** The words of every problem and of every answer. */
export interface Texts {
  readonly problems: readonly string[];
  readonly answers: readonly string[];
}

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

/** The answers beside the problems that claim them. */
export interface Claims {
  /** One for every answer. */
  readonly columns: readonly Column[];
  /** The pairs of characters of a problem. */
  pairsOf(row: number): ReadonlySet<number>;
  /**
   * Weight of what these pairs of a problem share with an answer, whoever else may claim it, but for those of its `heading`; to be
   * asked at once, before the next edit.
   */
  sharedWeight(pairs: ReadonlySet<number>, column: number, heading?: ReadonlySet<number>): number;
}

/**
 * One column for every answer. Between two keystrokes one passage changes, and with it the weight of a few pairs of characters:
 * only the columns that hold one of these are worked out again, to the same numbers as from scratch.
 */
export function claimsOf(texts: Texts, common: CommonPairs, mentions: TopicReader): Claims {
  const recent = tables(common);
  const at = recent.findIndex((table) => mayServe(table, texts));
  const [known] = at < 0 ? [] : recent.splice(at, 1);
  const table = known ? updated(known, texts, common, mentions) : tableOf(texts, common, mentions);
  recent.unshift(table);
  if (recent.length > mostTables) recent.pop();
  return {
    columns: table.columns,
    pairsOf: (row) => table.problems[row]?.pairs ?? noPairs,
    sharedWeight(pairs, column, heading = noPairs) {
      const held = table.answers[column]?.pairs ?? noPairs;
      const [few, many] = held.size < pairs.size ? [held, pairs] : [pairs, held];
      let sum = 0;
      for (const pair of few) if (many.has(pair) && !heading.has(pair)) sum += table.index.get(pair)?.weight ?? 0;
      return sum;
    },
  };
}

const noPairs: ReadonlySet<number> = new Set();

interface Table {
  readonly problems: readonly Passage[];
  readonly answers: readonly Passage[];
  readonly index: Index;
  readonly holders: Holders;
  readonly columns: readonly Column[];
}

/** What stands in the problems, by pair. Changed in place: a table is given up when a newer one takes it over. */
type Index = Map<Pair, Held>;

interface Held {
  /** The problems that hold the pair, in their order. */
  rows: readonly number[];
  /** How much it says for them. */
  weight: number;
}

/** How many answers hold a pair. Changed in place as well. */
type Holders = Map<Pair, number>;

interface Passage {
  readonly text: string;
  readonly pairs: ReadonlySet<number>;
  readonly topics: ReadonlySet<string>;
}

const tables = memoised((_: CommonPairs): Table[] => []);

/** Measures and causes of two or three open speeches. */
const mostTables = 6;

/** More changes than these are not made between two keystrokes. */
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

/** `before` for the new texts; not to be asked again itself. */
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
    // Most of what is typed stands in no answer.
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

/** Of an answer counts what stands in the clauses that are compared, and these are read one by one in any case. */
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
  // What stands on one side alone is not asked for.
  if (problems === 0 || answers === 0) return 0;
  return rarity(pair, common) / Math.sqrt(problems) / Math.sqrt(Math.sqrt(answers));
}

/**
 * Sentences and their halves at semicolons: what a measure commits to one at a time. Not commas: the tail of a sentence that
 * happens to share a name with a problem belongs to whom the sentence belongs to.
 */
export function clausesOf(text: string): string[] {
  return text.split(/[。；！？]/).filter((clause) => clause.length >= 4);
}

function columnOf(text: string, problems: number, index: Index, mentions: TopicReader): Column {
  const all = clausesOf(text);
  const open = new Map<number, Open>();
  for (const clause of all) shareOut(sharedBy(clause, index, mentions), open);
  const claims = new Array<Claim>(problems).fill(noClaim);
  for (const [row, { claim, clauses, words }] of open) {
    const sorted = [...words].sort(([, x], [, y]) => y - x).map(([word]) => word);
    claims[row] = { claim, clauses, words: sorted };
  }
  return { clauses: all.length, claims };
}

const noClaim: Claim = { claim: 0, clauses: 0, words: [] };

/** A claim still being added up. */
interface Open {
  claim: number;
  clauses: number;
  readonly words: Map<string, number>;
}

/** What a clause shares with a problem. */
interface Shared {
  total: number;
  readonly words: Array<{ readonly word: string; readonly weight: number }>;
  /** The run of weighty pairs that may still go on. */
  start: number;
  end: number;
  weight: number;
  top: number;
}

/**
 * What a clause shares with each problem: runs of weighty pairs, of which one long name counts less than several words; and topics,
 * of which a word that they share to the letter counts already.
 */
function sharedBy(clause: string, index: Index, mentions: TopicReader): Map<number, Shared> {
  const found = new Map<number, Shared>();
  const pairs = pairsOf(clause);
  for (let at = 0; at < pairs.length; at += 1) {
    const pair = pairs[at] ?? noPair;
    const held = pair === noPair ? undefined : index.get(pair);
    if (!held || held.weight <= leastWeight) continue;
    const { rows, weight } = held;
    for (const row of rows) {
      const shared = sharedWith(row);
      if (shared.end === at) {
        shared.weight += weight;
        shared.top = Math.max(shared.top, weight);
      } else {
        close(shared);
        shared.start = at;
        shared.weight = weight;
        shared.top = weight;
      }
      shared.end = at + 1;
    }
  }
  for (const shared of found.values()) close(shared);
  for (const { topic } of mentions(clause)) {
    const held = index.get(topic);
    for (const row of held?.rows ?? []) sharedWith(row).total += (held?.weight ?? 0) * topicFactor;
  }
  return found;

  function sharedWith(row: number): Shared {
    const known = found.get(row);
    if (known) return known;
    const shared: Shared = { total: 0, words: [], start: 0, end: -1, weight: 0, top: 0 };
    found.set(row, shared);
    return shared;
  }

  function close(shared: Shared): void {
    if (shared.end < 0) return;
    const weight = Math.min(shared.weight, shared.top * 1.8);
    shared.total += weight;
    shared.words.push({ weight, word: wordAt(clause, shared.start, shared.end + 1) });
  }
}

/** A run of pairs as a word to show: of “六项重点任务” the run is 项重点任务, the word 重点任务. */
function wordAt(clause: string, start: number, end: number): string {
  const isCounted = /[一二三四五六七八九十百千万两几多0-9]/.test(clause.charAt(start - 1));
  const isUnit = isCounted && end - start > 2 && /[项处件份家户所位名篇场]/.test(clause.charAt(start));
  return clause.slice(isUnit ? start + 1 : start, end);
}

const leastWeight = 1;

/** A topic in common says less than a word in common. */
const topicFactor = 0.7;

/** A clause goes to the problems in proportion to the square of their claims, so that the best claim takes most of it. */
function shareOut(found: ReadonlyMap<number, Shared>, claims: Map<number, Open>): void {
  let squares = 0;
  for (const { total } of found.values()) squares += total * total;
  if (squares === 0) return;
  for (const [row, { total, words }] of found) {
    const claim = claims.get(row) ?? { claim: 0, clauses: 0, words: new Map() };
    claims.set(row, claim);
    const share = (total * total) / squares;
    claim.claim += total * share;
    if (total > leastClaim) claim.clauses += share;
    for (const { word, weight } of words) claim.words.set(word, Math.max(claim.words.get(word) ?? 0, weight * share));
  }
}

/** Below this a clause shares nothing but a common word. */
const leastClaim = 2.5;
