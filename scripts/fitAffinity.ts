// Learns from labelled speeches what the words of problems and of the measures that answer them have to do with each other.
import type { AffinityTable } from '../server/src/model/affinity.ts';
import { isHan } from '../server/src/model/sideline.ts';

/** A problem, the measures of its speech, and which of them answer it. */
export interface Example {
  readonly problem: string;
  readonly measures: readonly string[];
  readonly answers: readonly boolean[];
  /** How often it counts. */
  readonly weight: number;
}

/** So many numbers for a character tell nearly as much as the whole table of characters by characters. */
const size = 8;

/** A character of fewer units, or of more than this share of them, tells nothing. */
const leastUnits = 8;
const mostUnits = 0.35;

/** How many chance meetings a pair of characters is given, so that a rare pair says little. */
const shrink = 3;

/**
 * For each pair of characters the logarithm of how much oftener they meet in a problem and its answer than by chance in the same speech,
 * and of this table its main components.
 */
export function affinityTable(examples: readonly Example[], units: readonly string[]): AffinityTable {
  const characters = tellingCharacters(units);
  const places = new Map(characters.map((character, at) => [character, at]));
  const placesIn = (text: string) => [...new Set(text)].flatMap((character) => places.get(character) ?? []);
  const width = characters.length;
  const [met, expected] = [new Float32Array(width * width), new Float32Array(width * width)];
  for (const { problem, measures, answers, weight } of examples) {
    const chance = (weight * answers.filter(Boolean).length) / answers.length;
    const own = placesIn(problem);
    for (const [at, measure] of measures.entries()) {
      for (const column of placesIn(measure)) {
        for (const row of own) {
          const place = row * width + column;
          expected[place] = (expected[place] ?? 0) + chance;
          if (answers[at]) met[place] = (met[place] ?? 0) + weight;
        }
      }
    }
  }
  const table = met.map((count, at) => Math.log((count + shrink) / ((expected[at] ?? 0) + shrink)));
  // A character that is said again is what the words in common tell already.
  for (let at = 0; at < width; at += 1) table[at * width + at] = 0;
  return written(characters, components(table, width));
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

/** A direction among the characters of problems and one among those of measures. */
type Component = readonly [problem: Float64Array, measure: Float64Array];

/** The largest singular values with their vectors, by the power method, one after the other. */
function components(table: Float32Array, width: number): Component[] {
  const found: Component[] = [];
  while (found.length < size) {
    let measure: Float64Array = new Float64Array(width).map((_, at) => Math.sin((at + 1) * (found.length + 1)));
    let problem: Float64Array = new Float64Array(width);
    let length = 0;
    for (let step = 0; step < 40; step += 1) {
      problem = unit(
        apart(
          times(table, measure, width),
          found.map(([left]) => left),
        ),
      )[0];
      [measure, length] = unit(
        apart(
          timesTransposed(table, problem, width),
          found.map(([, right]) => right),
        ),
      );
    }
    const root = Math.sqrt(length);
    found.push([problem.map((value) => value * root), measure.map((value) => value * root)]);
  }
  return found;
}

function times(table: Float32Array, vector: Float64Array, width: number): Float64Array {
  return new Float64Array(width).map((_, row) => {
    let sum = 0;
    for (let column = 0; column < width; column += 1) sum += (table[row * width + column] ?? 0) * (vector[column] ?? 0);
    return sum;
  });
}

function timesTransposed(table: Float32Array, vector: Float64Array, width: number): Float64Array {
  const found = new Float64Array(width);
  for (let row = 0; row < width; row += 1) {
    const by = vector[row] ?? 0;
    for (let column = 0; column < width; column += 1)
      found[column] = (found[column] ?? 0) + by * (table[row * width + column] ?? 0);
  }
  return found;
}

/** The vector less what lies in the direction of the others. */
function apart(vector: Float64Array, others: readonly Float64Array[]): Float64Array {
  let rest = vector;
  for (const other of others) {
    const share = product(rest, other) / product(other, other);
    rest = rest.map((value, at) => value - share * (other[at] ?? 0));
  }
  return rest;
}

function unit(vector: Float64Array): [Float64Array, length: number] {
  const length = Math.sqrt(product(vector, vector));
  return [vector.map((value) => value / length), length];
}

function product(a: Float64Array, b: Float64Array): number {
  return a.reduce((sum, value, at) => sum + value * (b[at] ?? 0), 0);
}

/** Digits from 0 to e around 7, so that four fifths of the greatest value is 7 away. */
function written(characters: readonly string[], found: readonly Component[]): AffinityTable {
  const spread = (values: Float64Array) => 0.8 * values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  const digits = (side: 0 | 1) =>
    characters
      .flatMap((_, at) =>
        found.map((component) => {
          const value = Math.round(((component[side][at] ?? 0) / spread(component[side])) * 7);
          return (Math.max(-7, Math.min(7, value)) + 7).toString(16);
        }),
      )
      .join('');
  const scales = found.map(([problem, measure]) => (spread(problem) * spread(measure)) / 49);
  return {
    characters: characters.join(''),
    problem: digits(0),
    measure: digits(1),
    scales: scales.map((scale) => Number(scale.toPrecision(6))),
  };
}
