import type { Context, Theme } from './context.ts';
import { memoised } from './memoised.ts';
import { pairsOf, rarity } from './pairs.ts';
import type { Speech, Unit } from './speech.ts';
import { unitHeads, unitText } from './unitText.ts';

/** What speaks for a problem and an answer belonging together; see docs/trace.md for what each is worth. */
export interface Likeness {
  /** Weight of the shared words, clause by clause, in so far as no other problem has a better claim to the clause. */
  readonly claim: number;
  /** Number of the answer's clauses that speak of this problem, each shared out among the problems that claim it. */
  readonly clauses: number;
  /** The same as a share of all its clauses, 0–1. */
  readonly share: number;
  /** 0–1: closeness of their themes. */
  readonly theme: number;
  /** How many cue words of the themes, such as 主题党日 or 意识形态, stand in both. */
  readonly cues: number;
  /** Shared words, weightiest first. */
  readonly words: readonly string[];
  readonly themes: readonly string[];
}

/** Rows are `problems`, columns `answers` (measures or causes). */
export function likenesses(
  speech: Speech,
  problems: readonly Unit[],
  answers: readonly Unit[],
  context: Context,
): Likeness[][] {
  const index = indexOf(problems.map((unit) => unitText(speech, unit)));
  const answerTexts = answers.map((unit) => unitText(speech, unit));
  const answerClauses = answerTexts.map(clausesOf);
  const cueSets = problems.map((unit) => cuesIn(unitText(speech, unit), context.themes));
  const spread = countPairs(answerClauses.map((clauses) => clauses.join('。')));
  const weigh = (pair: string) => {
    const holders = index.get(pair);
    if (!holders) return 0;
    return rarity(pair, context.commonPairs) / Math.sqrt(holders.length) / Math.sqrt(Math.sqrt(spread.get(pair) ?? 1));
  };
  const left = problems.map((unit) => themeShares(speech, unit, context));
  const right = answers.map((unit) => withKin(themeShares(speech, unit, context), context.themes));
  const rows: Likeness[][] = problems.map(() => []);
  for (const [column, clauses] of answerClauses.entries()) {
    const claims = problems.map(() => ({ claim: 0, clauses: 0, words: new Map<string, number>() }));
    for (const clause of clauses) shareOut(sharedRuns(clause, index, weigh), claims);
    for (const [row, { claim, clauses: count, words }] of claims.entries()) {
      const [a, b] = [left[row] ?? [], right[column] ?? []];
      rows[row]?.push({
        claim,
        clauses: count,
        share: clauses.length > 0 ? count / clauses.length : 0,
        theme: cosine(a, b),
        cues: cueSets[row]?.filter((cue) => answerTexts[column]?.includes(cue)).length ?? 0,
        words: [...words].sort(([, x], [, y]) => y - x).map(([word]) => word),
        themes: sharedThemes(a, b, context.themes),
      });
    }
  }
  return rows;
}

/** Sentences, and longer sentences in pieces of at least this many characters: what a measure commits to one at a time. */
const shortestClause = 18;

export function clausesOf(text: string): string[] {
  return text
    .split(/[。；！？]/)
    .flatMap((sentence) => (sentence.length > 50 ? pieces(sentence) : [sentence]))
    .filter((clause) => clause.length >= 4);
}

function pieces(sentence: string): string[] {
  const found: string[] = [];
  for (const part of sentence.split('，')) {
    const last = found.at(-1);
    if (last !== undefined && last.length < shortestClause) found[found.length - 1] = `${last}，${part}`;
    else found.push(part);
  }
  return found;
}

/** Which problems hold a pair. */
function indexOf(texts: readonly string[]): Map<string, number[]> {
  const index = new Map<string, number[]>();
  for (const [row, text] of texts.entries()) {
    for (const pair of pairsOf(text)) {
      if (pair === '') continue;
      const holders = index.get(pair);
      if (!holders) index.set(pair, [row]);
      else if (holders.at(-1) !== row) holders.push(row);
    }
  }
  return index;
}

function countPairs(texts: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const text of texts) for (const pair of new Set(pairsOf(text))) counts.set(pair, (counts.get(pair) ?? 0) + 1);
  return counts;
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
      claim.words.set(word, Math.max(claim.words.get(word) ?? 0, weight * share));
  }
}

/** Below this a clause shares nothing but a common word. */
const leastClaim = 2.5;

type Shares = readonly number[];

/** How much a unit speaks of each theme; headings count threefold. 制度 is a means to every end and counts for none. */
const themeShares = (speech: Speech, unit: Unit, { themes }: Context): Shares => {
  const text = unitText(speech, unit);
  const heads = unitHeads(unit);
  return counters(themes)[unit.kind].map((count) => count(text, heads));
};

/** Cue words of three characters and more that stand in a text; shorter ones are in everybody's mouth. */
function cuesIn(text: string, themes: readonly Theme[]): string[] {
  return allCues(themes).filter((cue) => text.includes(cue));
}

const allCues = memoised((themes: readonly Theme[]) => {
  const words = themes.flatMap(({ problem, measure, cause }) => [...problem, ...measure, ...cause]);
  return [...new Set(words)].filter((word) => word.length >= 3);
});

const counters = memoised((themes: readonly Theme[]) => {
  const of = (kind: Unit['kind']) => themes.map((theme) => themeCounter(theme.id === 'system' ? [] : theme[kind]));
  return { problem: of('problem'), cause: of('cause'), measure: of('measure') };
});

function themeCounter(words: readonly string[]): (text: string, heads: string) => number {
  return (text, heads) => {
    let score = 0;
    for (const word of words) {
      const first = text.indexOf(word);
      if (first < 0) continue;
      score += text.indexOf(word, first + word.length) < 0 ? 1 : 2;
      if (heads.includes(word)) score += 3;
    }
    return score;
  };
}

/** A measure of a kin theme answers at less confidence. */
function withKin(shares: Shares, themes: readonly Theme[]): Shares {
  const at = new Map(themes.map(({ id }, index) => [id, index]));
  return shares.map((share, index) => {
    const kin = themes[index]?.kin.map((id) => shares[at.get(id) ?? -1] ?? 0) ?? [];
    return share + 0.4 * Math.max(0, ...kin);
  });
}

function cosine(a: Shares, b: Shares): number {
  let [dot, left, right] = [0, 0, 0];
  for (const [index, x] of a.entries()) {
    const y = b[index] ?? 0;
    dot += x * y;
    left += x * x;
    right += y * y;
  }
  return left > 0 && right > 0 ? dot / Math.sqrt(left * right) : 0;
}

function sharedThemes(a: Shares, b: Shares, themes: readonly Theme[]): string[] {
  const both = themes.map(({ name }, index) => ({ name, weight: Math.min(a[index] ?? 0, b[index] ?? 0) }));
  return both
    .filter(({ weight }) => weight > 0)
    .sort((x, y) => y.weight - x.weight)
    .slice(0, 2)
    .map(({ name }) => name);
}
