import { lastOutcome } from '../memory/latest.ts';
import { memoised } from '../memory/memoised.ts';
import { ofUnit, perUnit } from '../memory/perUnit.ts';
import { outlineOf } from '../parse/retouch.ts';
import { unitText } from '../reading/unitText.ts';
import type { Speech, Unit } from '../speech.ts';
import { blanks, hasBlank } from '../text/blanks.ts';
import { pinsOf } from './pins.ts';

/**
 * A problem that a measure is meant to answer, where nothing else of the measure is written yet;
 * `words` name the matter.
 */
export interface Promised {
  readonly problem: Unit;
  readonly measure: Unit;
  readonly words: string;
}

/**
 * The problems that stubs of measures are meant to answer: “（六）〔整改标题〕。针对“甲”的问题，〔写明……〕。”, as fixes insert them. A
 * measure that is pinned, or in an aspect or a table, is not a stub.
 */
export function promisedIn(speech: Speech): readonly Promised[] {
  const { outline } = outlineOf(speech);
  const named = promises(speech);
  const { measured, none } = pinsOf(outline);
  return outline.measures.flatMap((measure) => {
    if (measured.has(measure) || none.has(measure) || measure.aspect || measure.row) return [];
    const { isStub, matters } = ofUnit(named, outline, measure) ?? nothing;
    return matters.flatMap((words) => {
      const problem = outline.problems.find((one) => isNamed(one, words));
      return isStub && problem ? [{ problem, measure, words }] : [];
    });
  });
}

/**
 * The measures without stubs, which have no words and no place to compare. The same array as
 * long as these are the same.
 */
export function measuresBut(promised: readonly Promised[], outline: Speech): readonly Unit[] {
  if (promised.length === 0) return outline.measures;
  const stubs = promised.map(({ measure }) => measure);
  return latestMeasures(outline)(stubs, () => outline.measures.filter((measure) => !stubs.includes(measure)));
}

const latestMeasures = memoised((_: Speech) => lastOutcome<readonly Unit[]>());

/** What a unit promises: the matters that a measure with blanks names, and whether it says nothing else. */
interface Intent {
  readonly matters: readonly string[];
  readonly isStub: boolean;
}

/** The promises of all units, in the order of `perUnit`. The numeral of its mark is not one of a stub's words. */
export const promises = perUnit((unit, speech): Intent => {
  const words = unit.kind === 'measure' ? unitText(speech, unit) : '';
  if (!hasBlank(words)) return nothing;
  const rest = words.replace(blanks, '').replace(promise, '');
  const own = rest.match(/\p{Script=Han}/gu) ?? [];
  return { matters: [...words.matchAll(promise)].map(([, matter = '']) => matter), isStub: own.length <= 2 };
});

const nothing: Intent = { matters: [], isStub: false };

/** Whether the words of a promise name the matter of a problem. */
export function isNamed({ title }: Unit, matter: string): boolean {
  return title.replace(/[“”"]/g, '').includes(matter);
}

const promise = /针对([^〔〕，。；：]{2,60})的问题/g;
