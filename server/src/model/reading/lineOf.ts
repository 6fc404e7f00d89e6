import type { Speech } from '../speech.ts';

/** The line in which an offset is, counted from 1: what a writer is told, in words and in links. */
export function lineOf({ source }: Speech, offset: number): number {
  return source.positionAt(offset).line + 1;
}
