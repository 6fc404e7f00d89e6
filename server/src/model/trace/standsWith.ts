import type { Unit } from '../speech.ts';

/** Whether two units stand in the same aspect of an interleaved speech, or in the same row of a table. */
export function standsWith(from: Unit, to: Unit): boolean {
  if (from.row ?? to.row) return from.row?.start === to.row?.start;
  return from.aspect !== undefined ? from.aspect === to.aspect : to.aspect !== undefined && to.aspect === from.section;
}
