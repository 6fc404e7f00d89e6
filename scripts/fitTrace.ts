// Fits the weights of the trace to the labelled speeches and reports what they are worth on the speeches of a hand that is left out.
//   npm run trace:fit              prints the figures and the table of evidence switched off
//   npm run trace:fit -- --errors  also names what is missed and what is wrong
//   npm run trace:fit -- --write   also writes server/data/affinity.json, common-pairs.json and sideline-characters.json
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import type { AffinityTable } from '../server/src/model/affinity.ts';
import { type Comparison, compare, linkFeatures, type Pair } from '../server/src/model/comparison.ts';
import { type Context, defaultContext } from '../server/src/model/context.ts';
import { logistic } from '../server/src/model/logistic.ts';
import { memoised } from '../server/src/model/memoised.ts';
import { type CommonPairs, commonPairs, distinctPairs, pairText } from '../server/src/model/pairs.ts';
import { parseSpeech } from '../server/src/model/parse.ts';
import { isHan, type SidelineCharacters } from '../server/src/model/sideline.ts';
import { type Speech, type Unit, unitsOf } from '../server/src/model/speech.ts';
import { topicReader, topicsOf } from '../server/src/model/topics.ts';
import { trace } from '../server/src/model/trace.ts';
import { unitText } from '../server/src/model/unitText.ts';
import { metFeatures, metFrom, unmetBelow, type Verdict } from '../server/src/model/verdict.ts';
import { type Example as Answered, affinityTable } from './fitAffinity.ts';

interface Labelled {
  readonly name: string;
  /** Who wrote it, by the first of the numbers that he or she wrote. */
  readonly hand: number;
  readonly speech: Speech;
  readonly clear: ReadonlySet<string>;
  readonly arguable: ReadonlySet<string>;
  readonly met: ReadonlySet<Unit>;
  readonly unmet: ReadonlySet<Unit>;
}

interface Example {
  readonly x: Readonly<Record<string, number>>;
  readonly y: 0 | 1;
}

type Weights = Readonly<Record<string, number>>;

/** The first number of each hand, see test/README.md; the three of 101–127 are left out together. */
const hands = [
  0, 52, 64, 101, 131, 151, 171, 181, 201, 221, 241, 261, 281, 301, 321, 341, 361, 381, 401, 421, 451, 461, 471, 501,
  511, 521,
];

const folders = ['test/speeches', 'test/speeches/held-out'];
const speeches = [...folders, ...process.argv.slice(2).filter((argument) => !argument.startsWith('--'))].flatMap(load);
const answers = loadAnswers('test/answers');
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
const charactersOf = memoised(charactersIn);
const ridge = 1;
/** A character of fewer tells nothing. */
const leastMeasures = 6;

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
  const own = speeches.filter(({ name }) => name.startsWith('test/'));
  write('common-pairs', commonIn(own.filter(({ name }) => !name.includes('held-out'))));
  write('sideline-characters', sidelineIn(own), 2);
  write('affinity', affinityIn(own), 2);
}

function write(name: string, data: unknown, indent?: number): void {
  writeFileSync(`server/data/${name}.json`, `${JSON.stringify(data, undefined, indent)}\n`);
}

function load(folder: string): Labelled[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.labels.json'))
    .sort()
    .flatMap((file) => {
      const labels = JSON.parse(readFileSync(`${folder}/${file}`, 'utf8'));
      const speech = parseSpeech(readFileSync(`${folder}/${file.replace('.labels.json', '.md')}`, 'utf8'));
      if (speech.measures.length === 0) return [];
      const unit = (list: readonly Unit[], id: string, kind: string) => {
        const item = labels[kind].find((one: { id: string }) => one.id === id);
        const at = speech.source.offsetAt({ line: item.line - 1, character: item.col - 1 });
        return list.find(({ titleSpan }) => Math.abs(titleSpan.start - at) <= 2);
      };
      const [clear, arguable] = [new Set<string>(), new Set<string>()];
      const [met, unmet] = [new Set<Unit>(), new Set<Unit>()];
      for (const { problem, measures, certainty } of labels.links) {
        const from = unit(speech.problems, problem, 'problems');
        if (from && certainty === 'clear') met.add(from);
        for (const id of measures) {
          const to = unit(speech.measures, id, 'measures');
          if (from && to) (certainty === 'clear' ? clear : arguable).add(`${from.id} ${to.id}`);
        }
      }
      for (const { problem, certainty } of labels.unmet) {
        const from = unit(speech.problems, problem, 'problems');
        if (from && certainty === 'clear') unmet.add(from);
        if (from && certainty !== 'clear') for (const to of speech.measures) arguable.add(`${from.id} ${to.id}`);
      }
      const number = Number.parseInt(file, 10);
      const hand = folder.startsWith('test/') ? (hands.findLast((first) => first <= number) ?? 0) : -1;
      return [{ name: `${folder}/${file.replace('.labels.json', '')}`, hand, speech, clear, arguable, met, unmet }];
    });
}

/** Counts of pairs over the units of these speeches; a pair of a single speech is no common pair. */
function commonIn(from: readonly Labelled[]): CommonPairs {
  const counts = new Map<string, { units: number; speeches: Set<string> }>();
  let units = 0;
  for (const { name, speech } of from) {
    for (const unit of unitsOf(speech)) {
      units += 1;
      const words = unitText(speech, unit);
      const topics = topicReader(topicsOf(defaultContext))(words).map(({ topic }) => topic);
      for (const pair of [...[...distinctPairs(words)].map(pairText), ...topics]) {
        const count = counts.get(pair) ?? { units: 0, speeches: new Set() };
        count.units += 1;
        count.speeches.add(name);
        counts.set(pair, count);
      }
    }
  }
  const kept = [...counts].filter(([, count]) => count.speeches.size > 1);
  return commonPairs(units, new Map(kept.map(([pair, count]) => [pair, count.units])));
}

/**
 * What each character says for a measure that answers nothing: the logarithm of how much oftener it stands in one, in quarters,
 * shrunk so that a character of few measures says little.
 */
function sidelineIn(from: readonly Labelled[]): SidelineCharacters {
  const answering = from.flatMap((one) => charactersOf(one).answering);
  const others = from.flatMap((one) => charactersOf(one).others);
  const [inAll, inAnswering, inOthers] = [counted([...answering, ...others]), counted(answering), counted(others)];
  const shrink = 5 / (answering.length + others.length);
  const share = (count: number, all: number) => (count + shrink * all) / (all + 5);
  const groups = new Map<number, string>();
  for (const one of [...inAll.keys()].sort()) {
    if ((inAll.get(one) ?? 0) < leastMeasures) continue;
    const ratio = share(inOthers.get(one) ?? 0, others.length) / share(inAnswering.get(one) ?? 0, answering.length);
    const weight = Math.round(4 * Math.log(ratio)) / 4;
    if (weight !== 0) groups.set(weight, (groups.get(weight) ?? '') + one);
  }
  return Object.fromEntries([...groups].sort(([a], [b]) => a - b));
}

function counted(sets: ReadonlyArray<ReadonlySet<string>>): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const set of sets) for (const one of set) counts.set(one, (counts.get(one) ?? 0) + 1);
  return counts;
}

/** Of the measures of a speech that answer a problem, and of those that answer none; not of the arguable ones. */
function charactersIn({ speech, clear, arguable }: Labelled) {
  const isIn = (pairs: ReadonlySet<string>, { id }: Unit) => [...pairs].some((pair) => pair.endsWith(` ${id}`));
  const characters = (measures: readonly Unit[]) =>
    measures.map((measure) => new Set([...unitText(speech, measure)].filter((one) => isHan(one.charCodeAt(0)))));
  return {
    answering: characters(speech.measures.filter((measure) => isIn(clear, measure))),
    others: characters(speech.measures.filter((measure) => !isIn(clear, measure) && !isIn(arguable, measure))),
  };
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
  const known = from.map((one) => ({ one, comparison: comparisonFor(one) }));
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
  return {
    ...defaultContext,
    commonPairs: commonIn(others.filter(({ name }) => name.startsWith('test/') && !name.includes('held-out'))),
    sidelineCharacters: sidelineIn(others),
    affinityTable: affinityIn(others),
  };
}

/** Written for this: problems and measures without a speech around them, and which measures answer which problem. */
interface Answers {
  readonly problems: readonly string[];
  readonly measures: readonly string[];
  /** For each problem the indices of the measures. */
  readonly links: ReadonlyArray<readonly number[]>;
}

function loadAnswers(folder: string): Answers[] {
  return readdirSync(folder).flatMap((file): Answers[] => JSON.parse(readFileSync(`${folder}/${file}`, 'utf8')));
}

function affinityIn(from: readonly Labelled[]): AffinityTable {
  return affinityTable([...from.map(labelledExample), ...answers.map(writtenExample)]);
}

function writtenExample({ problems, measures, links }: Answers): Answered {
  return {
    problems,
    measures,
    answers: problems.map((_, at) => measures.map((__, column) => links[at]?.includes(column) ?? false)),
  };
}

function labelledExample({ speech, clear, arguable }: Labelled): Answered {
  const { problems, measures } = speech;
  return {
    problems: problems.map((unit) => unitText(speech, unit)),
    measures: measures.map((unit) => unitText(speech, unit)),
    answers: problems.map((problem) =>
      measures.map((measure) => {
        const key = `${problem.id} ${measure.id}`;
        return arguable.has(key) ? undefined : clear.has(key);
      }),
    ),
  };
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
