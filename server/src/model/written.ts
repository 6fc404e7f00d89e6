import { memoised } from './memoised.ts';
import { pinsOf } from './pins.ts';
import { outlineOf } from './retouch.ts';
import type { Speech, Unit } from './speech.ts';
import { hasSameBlanks, isUnwritten } from './unitText.ts';

/** A problem that is still to be written claims no measure from the others. The same list as long as these are the same. */
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
