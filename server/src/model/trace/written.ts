import { memoised } from '../memory/memoised.ts';
import { outlineOf } from '../parse/retouch.ts';
import { hasSameBlanks, isUnwritten } from '../reading/unitText.ts';
import type { Speech, Unit } from '../speech.ts';
import { pinsOf } from './pins.ts';

/**
 * A problem that is still to be written claims no measure from the others. The same list as long as these are the same.
 */
export function writtenProblems(speech: Speech): readonly Unit[] {
  const { outline } = outlineOf(speech);
  return hasSameBlanks(speech) ? written(outline) : writtenIn(outline, speech);
}

const written = memoised((outline: Speech) => writtenIn(outline, outline));

function writtenIn(outline: Speech, speech: Speech): readonly Unit[] {
  const { pairs, none } = pinsOf(outline);
  return outline.problems.filter((problem) => {
    const isPinned = none.has(problem) || pairs.some((pair) => pair.problem === problem);
    return isPinned || !isUnwritten(speech, problem);
  });
}
