import type { Numbering, NumberingStyle } from '../parse/numbering.ts';
import type { Line } from '../speech.ts';
import { type Draft, inlineDraft } from './draft.ts';

/**
 * Points inside a line, 一是…二是…, become sections among `siblings`.
 * `first` is the point that the line itself opens; its siblings stand beside it, points of another style below it.
 */
export function nestSeries(text: string, line: Line, siblings: Draft[], first?: Draft): void {
  const { series } = line;
  const levels: Array<{ style: NumberingStyle; among: Draft[] }> = [];
  if (first?.heading.numbering) levels.push({ style: first.heading.numbering.style, among: siblings });
  let previous = first;
  for (const [at, mark] of series.entries()) {
    const known = levels.findIndex(({ style }) => style === mark.style);
    // “第一，…二是…”: the second continues the first in another style.
    const goesOn = known < 0 && mark.ordinal > 1 && previous?.heading.numbering?.ordinal === mark.ordinal - 1;
    if (known >= 0) levels.length = known + 1;
    else if (!goesOn)
      levels.push({ style: mark.style, among: previous && levels.length > 0 ? previous.sections : siblings });
    const end = series[at + 1]?.span.start ?? line.span.end;
    const draft = inlineDraft(text, line, { numbering: mark, end, misleveled: goesOn });
    levels.at(-1)?.among.push(draft);
    previous = draft;
  }
  if (first) clipEnd(first, series, line);
}

/** The first point of a line ends where the second begins. */
function clipEnd(first: Draft, series: readonly Numbering[], line: Line): void {
  const next = series.find((mark) => mark.style === first.heading.numbering?.style);
  if (next && first.end === line.span.end) first.end = next.span.start;
}
