import { isUnwritten } from '../reading/unitText.ts';
import type { Speech, Unit } from '../speech.ts';
import type { Link } from './link.ts';
import { pinsOf } from './pins.ts';
import { causesOf, measuresFor, problemsOf, type Trace, verdictOn } from './trace.ts';
import type { Verdict } from './verdict.ts';

/** A unit that answers or is answered by another, and why. */
export interface Counterpart {
  readonly unit: Unit;
  readonly link: Link;
}

/**
 * The counterparts of a unit, best first: for a problem its measures, then its causes; for a measure
 * or a cause its problems.
 */
export function counterparts(unit: Unit, found: Trace): Counterpart[] {
  if (unit.kind !== 'problem') return problemsOf(unit, found).map((link) => ({ unit: link.from, link }));
  return [...measuresFor(unit, found), ...causesOf(unit, found)].map((link) => ({ unit: link.to, link }));
}

/** The verdict on a problem; undefined for other units. */
export function verdictOf(unit: Unit, found: Trace): Verdict['verdict'] | undefined {
  return verdictOn(unit, found)?.verdict;
}

/**
 * How it stands with a problem: its verdict, but `begun` while it, or every measure that answers it, still has blanks.
 */
export type Standing = Verdict['verdict'] | 'begun';

/** `speech` has the words; `found` may be the trace of the earlier speech that its outline is from. */
export function standingOf(problem: Unit, speech: Speech, found: Trace): Standing {
  const verdict = verdictOf(problem, found) ?? 'unmet';
  const isBegun = (unit: Unit) => isUnwritten(speech, unit);
  if (verdict === 'waived') return verdict;
  if (isBegun(problem)) return 'begun';
  if (verdict !== 'met') return verdict;
  const measures = measuresFor(problem, found);
  return measures.length > 0 && measures.every(({ to }) => isBegun(to)) ? 'begun' : verdict;
}

/** Whether a measure is written out and answers no problem, though no pin says that this is intended. */
export function isOrphan(unit: Unit, speech: Speech, found: Trace): boolean {
  if (unit.kind !== 'measure' || speech.problems.length === 0) return false;
  return problemsOf(unit, found).length === 0 && !pinsOf(speech).none.has(unit) && !isUnwritten(speech, unit);
}
