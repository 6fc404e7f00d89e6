import { blanks, hasBlank } from './blanks.ts';
import { lastOutcome } from './latest.ts';
import { memoised } from './memoised.ts';
import { ofUnit, perUnit } from './perUnit.ts';
import { pinsOf } from './pins.ts';
import { outlineOf } from './retouch.ts';
import type { Speech, Unit } from './speech.ts';
import { unitText } from './unitText.ts';

/** A problem that a measure is meant for of which nothing more is written yet; `words` name the matter. */
export interface Promised {
  readonly problem: Unit;
  readonly measure: Unit;
  readonly words: string;
}

/**
 * What the measures that are still stubs are meant for: “（六）〔整改标题〕。针对“甲”的问题，〔写明……〕。”, as fixes put them in. What
 * the author has pinned, and what stands in an aspect or a table, is none.
 */
export function promisedIn(speech: Speech): readonly Promised[] {
  const { outline } = outlineOf(speech);
  const named = matters(speech);
  const { measured, none } = pinsOf(outline);
  return outline.measures.flatMap((measure) => {
    if (measured.has(measure) || none.has(measure) || measure.aspect || measure.row) return [];
    return (ofUnit(named, outline, measure) ?? []).flatMap((words) => {
      const problem = outline.problems.find(({ title }) => title.replace(quotes, '').includes(words));
      return problem ? [{ problem, measure, words }] : [];
    });
  });
}

/** The measures but for these: a stub has no words and no place to compare. The same list as long as they are the same. */
export function measuresBut(promised: readonly Promised[], outline: Speech): readonly Unit[] {
  if (promised.length === 0) return outline.measures;
  const stubs = promised.map(({ measure }) => measure);
  return latestMeasures(outline)(stubs, () => outline.measures.filter((measure) => !stubs.includes(measure)));
}

const latestMeasures = memoised((_: Speech) => lastOutcome<readonly Unit[]>());

/** What a stub names; nothing where a measure has words of its own, which are more than the numeral of its mark. */
const matters = perUnit((unit, speech): readonly string[] => {
  if (unit.kind !== 'measure') return nothing;
  const words = unitText(speech, unit);
  if (!hasBlank(words)) return nothing;
  const own =
    words
      .replace(blanks, '')
      .replace(promise, '')
      .match(/\p{Script=Han}/gu) ?? [];
  return own.length > 2 ? nothing : [...words.matchAll(promise)].map(([, matter = '']) => matter);
});

const nothing: readonly string[] = [];

const promise = /针对([^〔〕，。；：]{2,60})的问题/g;

const quotes = /[“”"]/g;
