import { pinsOf } from './pins.ts';
import type { Speech, Unit } from './speech.ts';
import { causesOf, type Link, measuresFor, problemsOf, type Trace, type Verdict, verdictOn } from './trace.ts';

/** A unit that another one goes with, and why. */
export interface Counterpart {
  readonly unit: Unit;
  readonly link: Link;
}

/** What goes with a unit, best first: of a problem its measures, then its causes; of a measure or a cause its problems. */
export function counterparts(unit: Unit, found: Trace): Counterpart[] {
  if (unit.kind !== 'problem') return problemsOf(unit, found).map((link) => ({ unit: link.from, link }));
  return [...measuresFor(unit, found), ...causesOf(unit, found)].map((link) => ({ unit: link.to, link }));
}

/** The verdict on a problem; none for other units. */
export function verdictOf(unit: Unit, found: Trace): Verdict['verdict'] | undefined {
  return verdictOn(unit, found)?.verdict;
}

/** A measure that answers no problem, though the author does not say that it is meant so. */
export function isOrphan(unit: Unit, speech: Speech, found: Trace): boolean {
  if (unit.kind !== 'measure' || speech.problems.length === 0) return false;
  return problemsOf(unit, found).length === 0 && !pinsOf(speech).none.has(unit);
}
