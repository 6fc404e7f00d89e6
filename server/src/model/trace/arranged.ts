import { bare } from '../reading/unitText.ts';
import type { Speech, Unit } from '../speech.ts';
import { fromNumeral, hanNumeral } from '../text/numeral.ts';
import { matterOf } from './address.ts';

/**
 * The problems left out by the causes of a speech that writes its causes problem by problem; empty where the causes
 * are general, as most are. Judged only by headings and places: each aspect has its own 原因, or each heading of a
 * cause names its problem.
 */
export function leftOutByCauses({ problems, causes, measures }: Speech): readonly Unit[] {
  const left = leftOutByPlace({ problems, causes, measures }) ?? leftOutByName(problems, causes);
  return left && left.length * fewestOthers <= problems.length - left.length ? left : [];
}

/** So many problems must have a cause of their own for each that has none. */
const fewestOthers = 2;

type Units = Pick<Speech, 'problems' | 'causes' | 'measures'>;

/**
 * The problems without causes in an interleaved speech; undefined in another. A table is not one: an empty cell may
 * continue the cell above.
 */
function leftOutByPlace({ problems, causes, measures }: Units): Unit[] | undefined {
  if (causes.length === 0 || causes.some(({ aspect }) => !aspect)) return undefined;
  const has = (units: readonly Unit[]) => {
    const aspects = new Set<unknown>(units.flatMap(({ aspect }) => aspect ?? []));
    return ({ aspect, section }: Unit) => aspects.has(aspect ?? section);
  };
  const [hasCause, hasMeasure] = [has(causes), has(measures)];
  const left = problems.filter((problem) => !hasCause(problem));
  // An aspect with neither cause nor measure, where all others have both, is built differently or still being written.
  const isInParts = problems.some((problem) => hasCause(problem) && hasMeasure(problem));
  return left.filter((problem) => (isInParts ? hasMeasure(problem) : measures.length > 0));
}

/**
 * The problems that no heading of a cause names, where every such heading names one, in order;
 * undefined where any does not.
 */
function leftOutByName(problems: readonly Unit[], causes: readonly Unit[]): Unit[] | undefined {
  if (causes.length < fewestNamed) return undefined;
  const matters = problems.map(matterOf);
  const rows: number[] = [];
  for (const { title } of causes) {
    const row = rowNamed(bare(title), matters);
    if (row <= (rows.at(-1) ?? -1)) return undefined;
    rows.push(row);
  }
  return problems.filter((_, row) => !rows.includes(row));
}

const fewestNamed = 3;

/**
 * The index of the problem that a heading names, by its number or by words that no other problem has; −1 where
 * it names none or several.
 */
function rowNamed(title: string, matters: readonly string[]): number {
  const ordinals = [...title.matchAll(byOrdinal)];
  const [[, ordinal = '', unit] = []] = ordinals;
  if (ordinal) return ordinals.length === 1 && unit ? rowAt(ordinal, matters) : -1;
  const named = [...matters.keys()].filter((row) => isNamed(row, title, matters));
  return named.length === 1 ? (named[0] ?? -1) : -1;
}

function rowAt(ordinal: string, { length }: readonly string[]): number {
  const row = fromNumeral(ordinal) - 1;
  return row < length ? row : -1;
}

/** “第三个问题”, “第二方面的原因”, but not several as in “第一、三个问题”. */
const byOrdinal = new RegExp(`第(${hanNumeral}|[1-9])(个|条|项|方面|问题)?`, 'g');

/** Whether a heading has the whole name of a matter, or a run of its characters long enough to be a name. */
function isNamed(row: number, title: string, matters: readonly string[]): boolean {
  const matter = matters[row] ?? '';
  if (matter.length >= shortestName && title.includes(matter)) return true;
  const others = matters.filter((_, other) => other !== row);
  for (let at = 0; at + longName <= matter.length; at += 1) {
    const run = matter.slice(at, at + longName);
    if (title.includes(run) && !others.some((other) => other.includes(run))) return true;
  }
  return false;
}

const shortestName = 2;
const longName = 4;
