import { memoised } from '../memory/memoised.ts';
import { memoisedByText } from '../memory/memoisedByText.ts';
import { ofUnit, perUnit } from '../memory/perUnit.ts';
import { outlineOf } from '../parse/retouch.ts';
import { unitText } from '../reading/unitText.ts';
import type { Speech, Unit } from '../speech.ts';
import { firstHan, isHan, lastHan } from './sideline.ts';

/**
 * What the words of problems and of measures that answer them have to do with each other, learned from the labelled
 * speeches: “组织生活” is answered by 支部, 谈心 and 画像, though they share no character. Written by `npm run trace:fit`.
 */
export interface AffinityTable {
  /** The characters that tell something. */
  readonly characters: string;
  /**
   * For each of them as many hexadecimal digits as there are `scales`: what it says in a problem. 7
   * says nothing, 0 and e most.
   */
  readonly problem: string;
  /** The same for a measure. */
  readonly measure: string;
  /** What the product of two digits is worth, less 7 each. */
  readonly scales: readonly number[];
  /** Two numbers: what the fit of a measure, and of a problem, must exceed to tell that it has a partner at all. */
  readonly none: readonly number[];
}

/** What speaks for an answer to each of the problems, in their order. */
export interface Affinity {
  /** How well the words of the answer suit the problem's; about -10 to 10. Depends on the two texts alone. */
  readonly fits: Float64Array;
  /** By this alone, the logarithm of how likely the answer would pick the problem among all, or none. */
  readonly picks: Float64Array;
  /** The same for the problem, which picks among all answers. */
  readonly picked: Float64Array;
}

/** One for each measure, in order; the same object as last time where nothing in it has changed. */
export function affinities(
  speech: Speech,
  { problems, answers }: { readonly problems: readonly Unit[]; readonly answers: readonly Unit[] },
  table: AffinityTable,
): readonly Affinity[] {
  const { outline } = outlineOf(speech);
  const all = bearings(table)(speech);
  const bearingOf = (unit: Unit) => ofUnit(all, outline, unit) ?? nowhere;
  const latest = latestColumns(problems)(answers);
  const rows = problems.map(bearingOf);
  const changed = rows.flatMap((row, at) => (latest.rows[at] === row ? [] : at));
  const columns = answers.map((answer, at) => {
    const own = bearingOf(answer);
    const known = latest.columns[at];
    if (known?.own !== own) return columnOf(own, rows);
    return changed.length === 0 ? known : columnOf(own, rows, known, changed);
  });
  const [none = 0, noneOfAll = 0] = table.none;
  const totals = rows.map((_, row) =>
    columns.reduce((sum, { powers }) => sum + (powers[row] ?? 0), Math.exp(noneOfAll)),
  );
  const found = columns.map(({ fits, powers }, at): Affinity => {
    const total = powers.reduce((sum, power) => sum + power, Math.exp(none));
    const picks = fits.map((fit) => rounded(fit - Math.log(total)));
    const picked = fits.map((fit, row) => rounded(fit - Math.log(totals[row] ?? 1)));
    const before = latest.found[at];
    const isSame = before && areEqual(before.fits, fits) && areEqual(before.picks, picks);
    return isSame && areEqual(before.picked, picked) ? before : { fits, picks, picked };
  });
  Object.assign(latest, { rows, columns, found });
  return found;
}

/** The last columns for the same units, and the problems that they were compared with. */
const latestColumns = memoised((_: readonly Unit[]) =>
  memoised((_: readonly Unit[]) => ({
    rows: [] as readonly Float64Array[],
    columns: [] as readonly Column[],
    found: [] as readonly Affinity[],
  })),
);

interface Column {
  readonly own: Float64Array;
  readonly fits: Float64Array;
  /** The exponentials of the fits. */
  readonly powers: Float64Array;
}

/** Compares an answer with the problems; with those in `rows` that have `changed`, where the others are known. */
function columnOf(
  own: Float64Array,
  rows: readonly Float64Array[],
  known?: Column,
  changed: Iterable<number> = rows.keys(),
): Column {
  const fits = known?.fits.slice() ?? new Float64Array(rows.length);
  const powers = known?.powers.slice() ?? new Float64Array(rows.length);
  for (const row of changed) {
    const fit = rounded(product(rows[row] ?? nowhere, own));
    fits[row] = Math.max(-mostFit, Math.min(mostFit, fit));
    powers[row] = Math.exp(fits[row] ?? 0);
  }
  return { own, fits, powers };
}

/** No speech comes near it; a list of characters might. */
const mostFit = 30;

/** Coarse enough that most keys in one unit leave the figures of the others as they are. */
function rounded(value: number): number {
  return Math.round(value * 16) / 16;
}

function product(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < a.length; at += 1) sum += (a[at] ?? 0) * (b[at] ?? 0);
  return sum;
}

function areEqual(a: Float64Array, b: Float64Array): boolean {
  return a.every((value, at) => value === b[at]);
}

const nowhere = new Float64Array(0);

/**
 * Where a text stands, so that the product of a problem's and a measure's place tells how well they suit each other.
 */
const bearings = memoised((table: AffinityTable) => {
  const read = readerOf(table);
  const [ofProblem, ofMeasure] = [memoisedByText(read.problem), memoisedByText(read.measure)];
  return perUnit((unit, speech): Float64Array => {
    if (unit.kind === 'cause') return nowhere;
    const reader = unit.kind === 'problem' ? ofProblem : ofMeasure;
    return reader(unitText(speech, unit), speech.retouch !== undefined);
  });
});

/** Reads texts by the table, which is only then made ready. */
function readerOf({ characters, problem, measure, scales }: AffinityTable) {
  const places = new Uint16Array(lastHan - firstHan + 1);
  for (let at = 0; at < characters.length; at += 1) places[characters.charCodeAt(at) - firstHan] = at + 1;
  const size = scales.length;
  const digits = (text: string, scale: (at: number) => number) => {
    const values = new Float64Array(text.length);
    // Not `parseInt`, which would take longer than all else here.
    for (let at = 0; at < text.length; at += 1) values[at] = (digitOf(text.charCodeAt(at)) - 7) * scale(at % size);
    return values;
  };
  const reader = (values: Float64Array) => (text: string) => placeOf(text, { places, values, size });
  return {
    problem: reader(digits(problem, () => 1)),
    measure: reader(digits(measure, (at) => scales[at] ?? 0)),
  };
}

/** Of a hexadecimal digit. */
function digitOf(code: number): number {
  return code < 0x3a ? code - 0x30 : code - 0x57;
}

/** Each character counts once; by the root of how many there are, so that a long text says no more than a short one. */
function placeOf(
  text: string,
  { places, values, size }: { readonly places: Uint16Array; readonly values: Float64Array; readonly size: number },
): Float64Array {
  const found = new Float64Array(size);
  reading += 1;
  let count = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    const place = isHan(code) ? (places[code - firstHan] ?? 0) : 0;
    if (place === 0 || lastIn[place] === reading) continue;
    lastIn[place] = reading;
    count += 1;
    const start = (place - 1) * size;
    for (let by = 0; by < size; by += 1) found[by] = (found[by] ?? 0) + (values[start + by] ?? 0);
  }
  const root = Math.sqrt(Math.max(1, count));
  return found.map((value) => value / root);
}

/** The reading in which each character of a table was last met. */
const lastIn = new Uint32Array(0x10000);
let reading = 0;
