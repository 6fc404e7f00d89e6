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

export function textOf({ text }: Speech, { start, end }: Span): string {
  return text.slice(start, end);
}

/** Every section that has the role, wherever it stands. */
export function sectionsWith(speech: Speech, role: Section['role']): Section[] {
  const found: Section[] = [];
  const visit = (sections: readonly Section[]) => {
    for (const section of sections) {
      if (section.role === role) found.push(section);
      else visit(section.sections);
    }
  };
  visit(speech.sections);
  return found;
}

export function hasUnits(speech: Speech): boolean {
  const { problems, measures } = outlineOf(speech).outline;
  return problems.length > 0 || measures.length > 0;
}
