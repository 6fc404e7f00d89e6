import { type Speech, type Unit, unitsOf } from '../speech.ts';

/** The unit around an offset; of two nested ones, as a measure inside its aspect, the inner one. */
export function unitAt(speech: Speech, offset: number): Unit | undefined {
  let inner: Unit | undefined;
  for (const unit of unitsOf(speech)) {
    if (offset < unit.span.start || unit.span.end < offset) continue;
    if (!inner || lengthOf(unit) < lengthOf(inner)) inner = unit;
  }
  return inner;
}

/** The unit whose numbering or title an offset touches. */
export function unitHeadAt(speech: Speech, offset: number): Unit | undefined {
  const unit = unitAt(speech, offset);
  return unit && unit.headSpan.start <= offset && offset <= unit.headSpan.end ? unit : undefined;
}

function lengthOf({ span }: Unit): number {
  return span.end - span.start;
}
