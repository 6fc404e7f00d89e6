import { blankComments } from '../model/reading/comments.ts';
import type { Speech, Unit } from '../model/speech.ts';
import type { Span } from '../model/text/span.ts';

/** The units without those that contain them: the points of a unit that has points, else the unit itself. */
export function leaves(units: readonly Unit[]): Unit[] {
  return units.flatMap((unit) => (unit.points.length > 0 ? leaves(unit.points) : [unit]));
}

/** What a unit says below its heading. */
export function bodyOf(unit: Unit): Span {
  return { start: Math.min(unit.headSpan.end, unit.span.end), end: unit.span.end };
}

/** The text of a stretch with its comments blanked out, so that offsets stay. */
export function textOf({ text }: Speech, { start, end }: Span): string {
  return blankComments(text.slice(start, end));
}
