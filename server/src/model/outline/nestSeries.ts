import type { NumberingStyle } from '../parse/numbering.ts';
import type { Line } from '../speech.ts';
import type { Span } from '../text/span.ts';
import { type Draft, inlineDraft, leadDraft } from './draft.ts';
import type { InnerLead } from './innerLeads.ts';

/** A line, or a part of it. */
interface Stretch {
  readonly line: Line;
  readonly span: Span;
}

/** What opens sections inside a line. */
interface Openings {
  /** The point that the line itself opens. */
  readonly first?: Draft | undefined;
  readonly leads?: readonly InnerLead[] | undefined;
}

/**
 * Points inside a line, 一是…二是…, become sections among `siblings`, and so do “原因：……” and “学习上，……”, with the points
 * behind them inside. `first` is the point that the line itself opens; its siblings stand beside it, points of another
 * style below it.
 */
export function nestSeries(
  text: string,
  { line, span }: Stretch,
  siblings: Draft[],
  { first, leads = [] }: Openings = {},
): void {
  const start = leads[0]?.span.start ?? span.end;
  nestMarks(text, { line, span: { start: span.start, end: start } }, siblings, first);
  for (const [at, lead] of leads.entries()) {
    const end = leads[at + 1]?.span.start ?? span.end;
    const draft = leadDraft(text, line, lead, end);
    siblings.push(draft);
    nestSeries(text, { line, span: { start: lead.span.end, end } }, draft.sections, { leads: lead.inner });
  }
}

function nestMarks(text: string, { line, span }: Stretch, siblings: Draft[], first?: Draft): void {
  const marks = line.series.filter((mark) => span.start <= mark.span.start && mark.span.start < span.end);
  const levels: Array<{ style: NumberingStyle; among: Draft[] }> = [];
  if (first?.heading.numbering) levels.push({ style: first.heading.numbering.style, among: siblings });
  let previous = first;
  for (const [at, mark] of marks.entries()) {
    const known = levels.findIndex(({ style }) => style === mark.style);
    // “第一，…二是…”: the second continues the first in another style.
    const goesOn = known < 0 && mark.ordinal > 1 && previous?.heading.numbering?.ordinal === mark.ordinal - 1;
    if (known >= 0) levels.length = known + 1;
    else if (!goesOn)
      levels.push({ style: mark.style, among: previous && levels.length > 0 ? previous.sections : siblings });
    const end = marks[at + 1]?.span.start ?? span.end;
    const draft = inlineDraft(text, line, { numbering: mark, end, misleveled: goesOn });
    levels.at(-1)?.among.push(draft);
    previous = draft;
  }
  // The first point of a line ends where the second begins.
  const next = marks.find((mark) => mark.style === first?.heading.numbering?.style);
  if (first && next && first.end === line.span.end) first.end = next.span.start;
}
