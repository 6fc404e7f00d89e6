import type { Span } from '../model/text/span.ts';
import { imageText } from './lines.ts';
import { runsOf } from './runs.ts';

/**
 * A passage in one line, as a reader sees it: without Markdown dressing, comments and the numbers of notes. `broken`
 * are marks that only the writer meant as such.
 */
export function plainWords(
  text: string,
  span: Span = { start: 0, end: text.length },
  broken: ReadonlyArray<readonly [Span, Span]> = [],
): string {
  return runsOf(text, span, broken)
    .map((run) => (run.image === undefined ? run.text.replace('\n', ' ') : imageText(run)))
    .join('');
}
