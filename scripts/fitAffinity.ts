// Learns from labelled speeches what the words of problems and of the measures that answer them
// have to do with each other.
import type { AffinityTable } from '../server/src/model/trace/affinity.ts';
import { isHan } from '../server/src/model/trace/sideline.ts';

/** The problems and measures of a speech, and which measure answers which problem. */
export interface Example {
  readonly problems: readonly string[];
  readonly measures: readonly string[];
  /** Problem by problem, one for every measure; undefined where two readers could differ. */
  readonly answers: ReadonlyArray<ReadonlyArray<boolean | undefined>>;
}

/** How many numbers each character has on either side. */
const size = 12;

/** A character of fewer units, or of more than this share of them, tells nothing. */
const leastUnits = 16;
const mostUnits = 0.35;

const rounds = 20;
/** So many examples are read before the numbers change. */
const batch = 8;
const step = 0.02;
/** How strongly each number is drawn back to 0. */
const decay = 0.0003;
/** This share of the characters is left out whenever a text is read, so that none is relied on alone. */
const left = 0.2;

/**
 * Learns the numbers by which each measure finds the problems that it answers among all of its speech, or none, and
 * each problem its measures, or none. The same examples give the same table.
 */
export function affinityTable(examples: readonly Example[]): AffinityTable {
  const characters = tellingCharacters(examples.flatMap(({ problems, measures }) => [...problems, ...measures]));
  const places = new Map(characters.map((character, at) => [character, at]));
  const placesIn = (text: string) => [...new Set(text)].flatMap((character) => places.get(character) ?? []);
  const read = examples.map(({ problems, measures, answers }) => ({
    problems: problems.map(placesIn),
    measures: measures.map(placesIn),
    answers,
  }));
  const random = randomNumbers(1);
  const start = () => new Float64Array(characters.length * size).map(() => (random() - 0.5) * 0.17);
  const numbers: Numbers = { problem: start(), measure: start(), none: new Float64Array(2) };
  const parameters = [numbers.problem, numbers.measure, numbers.none];
  const descend = descent(parameters);
  for (let round = 0; round < rounds; round += 1) {
    const order = shuffled(read, random);
    for (let from = 0; from < order.length; from += batch) {
      const slopes: Numbers = {
        problem: numbers.problem.map((value) => 2 * decay * value),
        measure: numbers.measure.map((value) => 2 * decay * value),
        none: new Float64Array(2),
      };
      for (const example of order.slice(from, from + batch)) addSlopes(thinned(example, random), numbers, slopes);
      descend([slopes.problem, slopes.measure, slopes.none], step * (1 - round / rounds));
    }
  }
  return written(characters, numbers);
}

function tellingCharacters(units: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const unit of units) {
    for (const character of new Set(unit))
      if (isHan(character.charCodeAt(0))) counts.set(character, (counts.get(character) ?? 0) + 1);
  }
  return [...counts]
    .filter(([, count]) => count >= leastUnits && count < mostUnits * units.length)
    .map(([character]) => character)
    .sort();
}

interface Numbers {
  /** `size` numbers for each character. */
  readonly problem: Float64Array;
  readonly measure: Float64Array;
  /** What a measure, and a problem, must exceed to be taken for one that has a partner at all. */
  readonly none: Float64Array;
}

interface Read {
  readonly problems: ReadonlyArray<readonly number[]>;
  readonly measures: ReadonlyArray<readonly number[]>;
  readonly answers: Example['answers'];
}

function thinned({ problems, measures, answers }: Read, random: () => number): Read {
  const some = (places: readonly number[]) => places.filter(() => random() >= left);
  return { problems: problems.map(some), measures: measures.map(some), answers };
}

/** Adds to the slopes how much more unlikely the answers of one example become with each number. */
function addSlopes({ problems, measures, answers }: Read, numbers: Numbers, slopes: Numbers): void {
  const rows = problems.map((places) => sumOf(places, numbers.problem));
  const columns = measures.map((places) => sumOf(places, numbers.measure));
  const fits = rows.map((row) => columns.map((column) => product(row, column)));
  const pulls = fits.map((row) => row.map(() => 0));
  const pull: Pull = { fits, answers, pulls, none: numbers.none, slopes: slopes.none };
  for (const column of columns.keys())
    pick(
      [...rows.keys()].map((row) => ({ row, column })),
      0,
      pull,
    );
  for (const row of rows.keys())
    pick(
      [...columns.keys()].map((column) => ({ row, column })),
      1,
      pull,
    );
  for (const [row, places] of problems.entries()) addTo(slopes.problem, places, weighted(columns, pulls[row] ?? []));
  for (const [column, places] of measures.entries()) {
    const own = pulls.map((row) => row[column] ?? 0);
    addTo(slopes.measure, places, weighted(rows, own));
  }
}

interface Pull {
  readonly fits: ReadonlyArray<readonly number[]>;
  readonly answers: Read['answers'];
  /** What is to be added to the slope of each fit. */
  readonly pulls: number[][];
  readonly none: Float64Array;
  readonly slopes: Float64Array;
}

/**
 * One measure (side 0) picks among its pairs with all problems or none, or one problem (side 1) among its
 * pairs with all measures.
 */
function pick(
  pairs: ReadonlyArray<{ readonly row: number; readonly column: number }>,
  side: 0 | 1,
  { fits, answers, pulls, none, slopes }: Pull,
): void {
  const known = pairs.flatMap(({ row, column }) => {
    const isRight = answers[row]?.[column];
    return isRight === undefined ? [] : [{ row, column, isRight, power: Math.exp(fits[row]?.[column] ?? 0) }];
  });
  const sum = (items: typeof known) => items.reduce((total, { power }) => total + power, 0);
  const right = sum(known.filter(({ isRight }) => isRight));
  if (known.length < pairs.length && right === 0) return;
  const noPower = Math.exp(none[side] ?? 0);
  const all = sum(known) + noPower;
  for (const { row, column, isRight, power } of known) {
    const own = pulls[row] as number[];
    own[column] = (own[column] ?? 0) + (power / all - (isRight ? power / right : 0)) / batch;
  }
  slopes[side] = (slopes[side] ?? 0) + (noPower / all - (right > 0 ? 0 : 1)) / batch;
}

function sumOf(places: readonly number[], values: Float64Array): Float64Array {
  const sum = new Float64Array(size);
  const root = Math.sqrt(Math.max(1, places.length));
  for (const place of places)
    for (let by = 0; by < size; by += 1) sum[by] = (sum[by] ?? 0) + (values[place * size + by] ?? 0) / root;
  return sum;
}

function addTo(values: Float64Array, places: readonly number[], sum: Float64Array): void {
  const root = Math.sqrt(Math.max(1, places.length));
  for (const place of places)
    for (let by = 0; by < size; by += 1)
      values[place * size + by] = (values[place * size + by] ?? 0) + (sum[by] ?? 0) / root;
}

function weighted(vectors: readonly Float64Array[], weights: readonly number[]): Float64Array {
  const sum = new Float64Array(size);
  for (const [at, vector] of vectors.entries())
    for (let by = 0; by < size; by += 1) sum[by] = (sum[by] ?? 0) + (vector[by] ?? 0) * (weights[at] ?? 0);
  return sum;
}

function product(a: Float64Array, b: Float64Array): number {
  return a.reduce((sum, value, at) => sum + value * (b[at] ?? 0), 0);
}

/** Adam: each number goes down its slope at a pace of its own (Kingma and Ba, 2015). */
function descent(parameters: readonly Float64Array[]): (slopes: readonly Float64Array[], pace: number) => void {
  const means = parameters.map(({ length }) => new Float64Array(length));
  const squares = parameters.map(({ length }) => new Float64Array(length));
  let steps = 0;
  return (slopes, pace) => {
    steps += 1;
    const [bias, squareBias] = [1 - 0.9 ** steps, 1 - 0.999 ** steps];
    for (const [at, values] of parameters.entries()) {
      const [mean, square, slope] = [means[at], squares[at], slopes[at]];
      if (!mean || !square || !slope) continue;
      for (let by = 0; by < values.length; by += 1) {
        const own = slope[by] ?? 0;
        mean[by] = 0.9 * (mean[by] ?? 0) + 0.1 * own;
        square[by] = 0.999 * (square[by] ?? 0) + 0.001 * own * own;
        values[by] =
          (values[by] ?? 0) - (pace * (mean[by] ?? 0)) / bias / (Math.sqrt((square[by] ?? 0) / squareBias) + 1e-8);
      }
    }
  };
}

function shuffled<Item>(items: readonly Item[], random: () => number): Item[] {
  return items
    .map((item) => ({ item, by: random() }))
    .sort((a, b) => a.by - b.by)
    .map(({ item }) => item);
}

/** From 0 to 1, the same for the same seed (mulberry32). */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Digits from 0 to e around 7, so that four fifths of the greatest value is 7 away. */
function written(characters: readonly string[], { problem, measure, none }: Numbers): AffinityTable {
  const spreads = (values: Float64Array) =>
    Array.from({ length: size }, (_, by) => {
      let most = 0;
      for (let at = by; at < values.length; at += size) most = Math.max(most, Math.abs(values[at] ?? 0));
      return 0.8 * most;
    });
  const digits = (values: Float64Array, spread: readonly number[]) =>
    [...values]
      .map((value, at) => {
        const rounded = Math.round((value / (spread[at % size] ?? 1)) * 7);
        return (Math.max(-7, Math.min(7, rounded)) + 7).toString(16);
      })
      .join('');
  const [problemSpreads, measureSpreads] = [spreads(problem), spreads(measure)];
  return {
    characters: characters.join(''),
    problem: digits(problem, problemSpreads),
    measure: digits(measure, measureSpreads),
    scales: problemSpreads.map((spread, by) => Number(((spread * (measureSpreads[by] ?? 0)) / 49).toPrecision(6))),
    none: [hundredths(none[0]), hundredths(none[1])],
  };
}

function hundredths(value = 0): number {
  return Math.round(value * 100) / 100;
}
