import { blankComments } from '../model/comments.ts';
import { memoised } from '../model/memoised.ts';
import { outlineOf } from '../model/retouch.ts';
import type { Span } from '../model/span.ts';
import type { Section, Speech, Unit } from '../model/speech.ts';

/** What the rules of the genre's own faults share. They are silent in a text that has no 问题, 原因 or 整改. */

/** The units without those that contain them: the points where there are points, else the units. */
export function leaves(units: readonly Unit[]): Unit[] {
  return units.flatMap((unit) => (unit.points.length > 0 ? leaves(unit.points) : [unit]));
}

/** What a unit says below its heading. */
export function bodyOf(unit: Unit): Span {
  return { start: Math.min(unit.headSpan.end, unit.span.end), end: unit.span.end };
}

/** The words of a stretch, in their places; blanks where comments stand. */
export function textOf({ text }: Speech, { start, end }: Span): string {
  return blankComments(text.slice(start, end));
}

/** Every section that has the role, wherever it stands. */
export function sectionsWith(speech: Speech, role: Section['role']): Section[] {
  return outermost(speech.sections).get(role) ?? [];
}

const outermost = memoised((all: readonly Section[]): ReadonlyMap<Section['role'], Section[]> => {
  const found = new Map<Section['role'], Section[]>();
  const visit = (sections: readonly Section[], within: ReadonlyArray<Section['role']>) => {
    for (const section of sections) {
      const { role } = section;
      if (!within.includes(role)) {
        const own = found.get(role) ?? [];
        own.push(section);
        found.set(role, own);
      }
      visit(section.sections, [...within, role]);
    }
  };
  visit(all, []);
  return found;
});

export function hasUnits(speech: Speech): boolean {
  const { problems, measures } = outlineOf(speech).outline;
  return problems.length > 0 || measures.length > 0;
}
