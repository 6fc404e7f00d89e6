// The tables of the trace that are learned from labelled speeches.

import type { Context } from '../server/src/model/context.ts';
import { memoised } from '../server/src/model/memory/memoised.ts';
import { unitText } from '../server/src/model/reading/unitText.ts';
import { type Unit, unitsOf } from '../server/src/model/speech.ts';
import type { AffinityTable } from '../server/src/model/trace/affinity.ts';
import { type CommonPairs, commonPairs, distinctPairs, pairText } from '../server/src/model/trace/pairs.ts';
import { isHan, type SidelineCharacters } from '../server/src/model/trace/sideline.ts';
import { topicReader, topicsOf } from '../server/src/model/trace/topics.ts';
import { defaultContext } from '../server/src/userData/defaultContext.ts';
import { affinityTable, type Example } from './fitAffinity.ts';
import { type Answers, isLearned, type Labelled, learnedText } from './labelledSpeeches.ts';

/** A character of fewer measures tells nothing. */
const leastMeasures = 6;

/** The tables as they are made of these speeches and answers; the pairs only of speeches that nobody held out. */
export function traceTables(
  labelled: readonly Labelled[],
  answers: readonly Answers[],
): Pick<Context, 'commonPairs' | 'sidelineCharacters' | 'affinityTable'> {
  const speeches = labelled.filter(isLearned);
  const own = speeches.filter(({ name }) => name.startsWith('test/') && !name.includes('held-out'));
  return {
    commonPairs: commonIn(own),
    sidelineCharacters: sidelineIn(speeches),
    affinityTable: affinityIn(speeches, answers),
  };
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
 * What each character says for a measure that answers nothing: the logarithm of how much oftener it stands in one, in
 * quarters, shrunk so that a character of few measures says little.
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

const charactersOf = memoised(charactersIn);

function counted(sets: ReadonlyArray<ReadonlySet<string>>): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const set of sets) for (const one of set) counts.set(one, (counts.get(one) ?? 0) + 1);
  return counts;
}

/** Of the measures of a speech that answer a problem, and of those that answer none; not of the arguable ones. */
function charactersIn(one: Labelled) {
  const { speech, clear, arguable } = one;
  const isIn = (pairs: ReadonlySet<string>, { id }: Unit) => [...pairs].some((pair) => pair.endsWith(` ${id}`));
  const characters = (measures: readonly Unit[]) =>
    measures.map((measure) => new Set([...learnedText(one, measure)].filter((one) => isHan(one.charCodeAt(0)))));
  return {
    answering: characters(speech.measures.filter((measure) => isIn(clear, measure))),
    others: characters(speech.measures.filter((measure) => !isIn(clear, measure) && !isIn(arguable, measure))),
  };
}

function affinityIn(from: readonly Labelled[], answers: readonly Answers[]): AffinityTable {
  return affinityTable([...from.map(labelledExample), ...answers.map(writtenExample)]);
}

function writtenExample({ problems, measures, links }: Answers): Example {
  return {
    problems,
    measures,
    answers: problems.map((_, at) => measures.map((__, column) => links[at]?.includes(column) ?? false)),
  };
}

function labelledExample(one: Labelled): Example {
  const { speech, clear, arguable } = one;
  const { problems, measures } = speech;
  return {
    problems: problems.map((unit) => learnedText(one, unit)),
    measures: measures.map((unit) => learnedText(one, unit)),
    answers: problems.map((problem) =>
      measures.map((measure) => {
        const key = `${problem.id} ${measure.id}`;
        return arguable.has(key) ? undefined : clear.has(key);
      }),
    ),
  };
}
