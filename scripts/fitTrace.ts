// Fits the weights of the trace to the labelled speeches and reports what they are worth on the speeches of
// a hand that is left out.
//   npm run trace:fit              prints the figures and the table of evidence switched off
//   npm run trace:fit -- --errors  also names what is missed and what is wrong
//   npm run trace:fit -- --write   also writes affinity, common-pairs and sideline-characters in server/data
import { writeFileSync } from 'node:fs';
import type { Context } from '../server/src/model/context.ts';
import { type Comparison, compare, linkFeatures, type Pair } from '../server/src/model/trace/comparison.ts';
import { logistic } from '../server/src/model/trace/logistic.ts';
import { trace } from '../server/src/model/trace/trace.ts';
import { metFeatures, metFrom, unmetBelow, type Verdict } from '../server/src/model/trace/verdict.ts';
import { defaultContext } from '../server/src/userData/defaultContext.ts';
import { folders, isLearned, type Labelled, labelledSpeeches, writtenAnswers } from './labelledSpeeches.ts';
import { traceTables } from './traceTables.ts';

interface Example {
  readonly x: Readonly<Record<string, number>>;
  readonly y: 0 | 1;
}

type Weights = Readonly<Record<string, number>>;

const more = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
const speeches = [...folders, ...more].flatMap(labelledSpeeches);
const answers = writtenAnswers();
const linkNames = ['claim', 'clauses', 'topic', 'order', 'hungry', 'fit', 'pick', 'picked'];
const causeNames = ['claim', 'clauses', 'topic', 'order', 'hungry'];
const metNames = ['best', 'clauses', 'room', 'topic', 'sideline', 'fit', 'bestFit', 'rival'];

/** What the table leaves out in turn. */
const ablations: ReadonlyArray<readonly [string, readonly string[]]> = [
  ['all evidence', []],
  ['without shared words', ['claim', 'clauses']],
  ['without counting clauses', ['clauses']],
  ['without topics', ['topic']],
  ['without order', ['order', 'hungry']],
  ['without affinity', ['fit', 'pick', 'picked', 'bestFit']],
  ['without room', ['room']],
  ['without sideline', ['sideline']],
  ['without rival', ['rival']],
  ['best pair alone', ['clauses', 'room', 'topic', 'sideline', 'fit', 'bestFit', 'rival']],
];

const compared = new Map<string, Comparison>();
const contexts = new Map<number, Context>();
const ridge = 1;

for (const [name, off] of ablations) report(name, crossValidated(off));
console.log('\nthe verdicts in use, with their doubts, by tables made without the hand:');
console.log('  hints included, unmet', figures(told(['unmet', 'unsure'])));
console.log('  warnings alone, unmet', figures(told(['unmet'])));
const everything = fit(speeches, []);
console.log('\nweights fitted to all:');
console.log(
  '  link',
  rounded(everything.link),
  '\n  cause',
  rounded(everything.cause),
  '\n  met',
  rounded(everything.met),
);
if (process.argv.includes('--write')) {
  const tables = traceTables(
    speeches.filter(({ name }) => name.startsWith('test/')),
    answers,
  );
  write('common-pairs', tables.commonPairs);
  write('sideline-characters', tables.sidelineCharacters, 2);
  write('affinity', tables.affinityTable, 2);
}

function write(name: string, data: unknown, indent?: number): void {
  writeFileSync(`server/data/${name}.json`, `${JSON.stringify(data, undefined, indent)}\n`);
}

/** What a writer is told of problems without measures: by warnings alone, or by hints as well. */
function told(severities: ReadonlyArray<Verdict['verdict']>): Scores['unmet'] {
  const counts = { right: 0, wrong: 0, missed: 0 };
  for (const one of speeches) {
    for (const { problem, verdict } of trace(one.speech, contextFor(one)).verdicts) {
      const isTold = severities.includes(verdict);
      if (one.unmet.has(problem)) counts[isTold ? 'right' : 'missed'] += 1;
      else if (isTold && one.met.has(problem)) counts.wrong += 1;
    }
  }
  return counts;
}

interface Scores {
  unmet: { right: number; wrong: number; missed: number };
  links: { right: number; wrong: number; missed: number };
  unsure: number;
  errors: string[];
}

function crossValidated(off: readonly string[]): Scores {
  const scores: Scores = {
    unmet: { right: 0, wrong: 0, missed: 0 },
    links: { right: 0, wrong: 0, missed: 0 },
    unsure: 0,
    errors: [],
  };
  for (const hand of new Set(speeches.map((one) => one.hand))) {
    const weights = fit(
      speeches.filter((one) => one.hand !== hand),
      off,
    );
    for (const one of speeches) if (one.hand === hand) score(one, weights, scores);
  }
  return scores;
}

function fit(from: readonly Labelled[], off: readonly string[]): { link: Weights; cause: Weights; met: Weights } {
  const known = from.filter(isLearned).map((one) => ({ one, comparison: comparisonFor(one) }));
  const examples = known.flatMap(({ one, comparison }) =>
    isInterleaved(one) ? [] : comparison.rows.flat().flatMap((pair) => linkExample(one, pair)),
  );
  const fitted = (names: readonly string[]) =>
    regress(
      names.filter((name) => !off.includes(name)),
      examples,
      20,
    );
  const link = fitted(linkNames);
  const met = regress(
    metNames.filter((name) => !off.includes(name)),
    known.flatMap(({ one, comparison }) =>
      isInterleaved(one) ? [] : comparison.rows.flatMap((_, row) => metExample(one, rejudged(comparison, link), row)),
    ),
    20,
  );
  return { link, cause: fitted(causeNames), met };
}

/** A speech is compared by tables made without the speeches of its hand, or its own words would tell. */
function contextFor({ hand }: Labelled): Context {
  const known = contexts.get(hand) ?? contextWithout(hand);
  contexts.set(hand, known);
  return known;
}

function contextWithout(hand: number): Context {
  const others = speeches.filter((one) => one.hand !== hand);
  return { ...defaultContext, ...traceTables(others, answers) };
}

function comparisonFor(one: Labelled): Comparison {
  const known =
    compared.get(one.name) ?? compare(one.speech, one.speech.problems, one.speech.measures, contextFor(one));
  compared.set(one.name, known);
  return known;
}

function isInterleaved({ speech }: Labelled): boolean {
  return speech.measures.some(({ aspect }) => aspect !== undefined);
}

function linkExample({ clear, arguable }: Labelled, pair: Pair): Example[] {
  const key = `${pair.from.id} ${pair.to.id}`;
  if (pair.reference || arguable.has(key)) return [];
  return [{ x: linkFeatures(pair.likeness, pair), y: clear.has(key) ? 1 : 0 }];
}

function metExample({ met, unmet }: Labelled, comparison: Comparison, row: number): Example[] {
  const own = comparison.rows[row] ?? [];
  const problem = own[0]?.from;
  if (!problem || own.some(({ reference }) => reference) || (!met.has(problem) && !unmet.has(problem))) return [];
  return [{ x: metFeatures(comparison, row), y: met.has(problem) ? 1 : 0 }];
}

function rejudged(comparison: Comparison, link: Weights): Comparison {
  const judge = (pair: Pair) =>
    pair.sameAspect || pair.reference || pair.confidence === 0
      ? pair
      : { ...pair, confidence: logistic(linkFeatures(pair.likeness, pair), link) };
  return { ...comparison, rows: comparison.rows.map((row) => row.map(judge)) };
}

function score(one: Labelled, { link, met }: { link: Weights; met: Weights }, scores: Scores): void {
  const comparison = rejudged(comparisonFor(one), link);
  for (const [at, row] of comparison.rows.entries()) {
    const problem = row[0]?.from;
    if (!problem) continue;
    const sure = row.some(({ sameAspect, reference }) => sameAspect || reference);
    const nowhere = row.every(({ to, sameAspect }) => to.aspect !== undefined && !sameAspect);
    const confidence = sure ? 1 : nowhere ? 0 : logistic(metFeatures(comparison, at), met);
    const isUnmet = confidence < metFrom;
    if (isUnmet && confidence >= unmetBelow) scores.unsure += 1;
    if (one.unmet.has(problem)) {
      scores.unmet[isUnmet ? 'right' : 'missed'] += 1;
      if (!isUnmet)
        scores.errors.push(`missed  ${one.name} ${problem.id} ${problem.title.slice(0, 16)} ${confidence.toFixed(2)}`);
    } else if (isUnmet && one.met.has(problem)) {
      scores.unmet.wrong += 1;
      scores.errors.push(`wrong   ${one.name} ${problem.id} ${problem.title.slice(0, 16)} ${confidence.toFixed(2)}`);
    }
    for (const { from, to, confidence: linked } of row) {
      const key = `${from.id} ${to.id}`;
      if (one.clear.has(key)) scores.links[linked >= 0.5 ? 'right' : 'missed'] += 1;
      else if (linked >= 0.5 && !one.arguable.has(key)) scores.links.wrong += 1;
    }
  }
}

/** Logistic regression with a little ridge, by Newton's method on standardised features. */
function regress(names: readonly string[], examples: readonly Example[], steps: number): Weights {
  const mean = names.map((name) => average(examples.map(({ x }) => x[name] ?? 0)));
  const spread = names.map(
    (name, at) => Math.sqrt(average(examples.map(({ x }) => ((x[name] ?? 0) - (mean[at] ?? 0)) ** 2))) || 1,
  );
  const rows = examples.map(({ x, y }) => ({
    y,
    v: [...names.map((name, at) => ((x[name] ?? 0) - (mean[at] ?? 0)) / (spread[at] ?? 1)), 1],
  }));
  let weights = names.map(() => 0).concat(0);
  for (let step = 0; step < steps; step += 1) {
    const size = weights.length;
    const gradient = weights.map((weight, at) => (at < size - 1 ? -ridge * weight : 0));
    const hessian = weights.map((_, at) =>
      weights.map((__, other) => (at === other ? (at < size - 1 ? ridge : 0) + 1e-9 : 0)),
    );
    for (const { y, v } of rows) {
      const p = sigmoid(v.reduce((sum, value, at) => sum + value * (weights[at] ?? 0), 0));
      for (const [at, value] of v.entries()) {
        gradient[at] = (gradient[at] ?? 0) + (y - p) * value;
        for (const [other, second] of v.entries()) {
          const line = hessian[at] as number[];
          line[other] = (line[other] ?? 0) + p * (1 - p) * value * second;
        }
      }
    }
    const change = solve(hessian, gradient);
    weights = weights.map((weight, at) => weight + (change[at] ?? 0));
  }
  const plain = Object.fromEntries(names.map((name, at) => [name, (weights[at] ?? 0) / (spread[at] ?? 1)]));
  const bias =
    (weights.at(-1) ?? 0) -
    names.reduce((sum, _, at) => sum + ((weights[at] ?? 0) * (mean[at] ?? 0)) / (spread[at] ?? 1), 0);
  return { ...plain, bias };
}

function solve(matrix: readonly number[][], vector: readonly number[]): number[] {
  const rows = matrix.map((row, at) => [...row, vector[at] ?? 0]);
  for (let at = 0; at < rows.length; at += 1) {
    const pivot = rows[at] as number[];
    for (let other = 0; other < rows.length; other += 1) {
      if (other === at) continue;
      const row = rows[other] as number[];
      const factor = (row[at] ?? 0) / (pivot[at] || 1e-12);
      for (let column = at; column < row.length; column += 1)
        row[column] = (row[column] ?? 0) - factor * (pivot[column] ?? 0);
    }
  }
  return rows.map((row, at) => (row.at(-1) ?? 0) / (row[at] || 1e-12));
}

function sigmoid(z: number): number {
  return 1 / (1 + Math.exp(-z));
}

function average(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}

function rounded(weights: Weights): string {
  return JSON.stringify(
    Object.fromEntries(Object.entries(weights).map(([name, weight]) => [name, Math.round(weight * 100) / 100])),
  );
}

function report(name: string, { unmet, links, unsure, errors }: Scores): void {
  console.log(`${name.padEnd(46)} unmet ${figures(unmet)}   links ${figures(links)}   unsure ${unsure}`);
  if (process.argv.includes('--errors') && name === 'all evidence')
    console.log(errors.map((error) => `  ${error}`).join('\n'));
}

function figures({ right, wrong, missed }: Scores['unmet']): string {
  const f1 = (2 * right) / Math.max(1, 2 * right + wrong + missed);
  return `f1 ${f1.toFixed(3)} (${right} right, ${wrong} wrong, ${missed} missed)`;
}
