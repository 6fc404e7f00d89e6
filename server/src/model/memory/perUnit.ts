import type { Retouch } from '../speech.ts';
import { type Speech, type Unit, unitsOf } from '../speech.ts';
import { memoised } from './memoised.ts';

/**
 * What `derive` makes of each unit, in the order of `unitsOf`. It may read the unit, its points and the text
 * within `margin` characters of it, and its result must be in offsets of the unit; so it can be remembered until
 * something is typed there.
 */
export function perUnit<Value>(
  derive: (unit: Unit, speech: Speech) => Value,
): (speech: Speech) => ReadonlyArray<Value> {
  const inSpeech = memoised((speech: Speech): readonly Value[] => {
    const { retouch } = speech;
    if (!retouch) return allUnits(speech).map((unit) => derive(unit, speech));
    const known = inSpeech(retouch.before);
    const values = [...known];
    for (const [at, unit] of touchedUnits(retouch)) values[at] = derive(retouch.unit(unit), speech);
    return values;
  });
  return inSpeech;
}

/** The result of `perUnit` for one unit of the speech that the outline is from. */
export function ofUnit<Value>(values: readonly Value[], outline: Speech, unit: Unit): Value | undefined {
  return values[placesOf(outline).get(unit) ?? -1];
}

const placesOf = memoised((outline: Speech) => new Map(allUnits(outline).map((unit, at) => [unit, at])));

/** The units of the outline that may have changed since the speech before, and their indices in `unitsOf`. */
export const touchedUnits = memoised((retouch: Retouch): ReadonlyArray<readonly [number, Unit]> => {
  return allUnits(retouch.base).flatMap((unit, at) =>
    retouch.touches(unit.span, margin) ? [[at, unit] as const] : [],
  );
});

/** In characters. */
const margin = 128;

/** `unitsOf`, made once. */
export const allUnits = memoised(unitsOf);
