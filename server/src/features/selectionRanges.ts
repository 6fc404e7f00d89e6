import type { Position, SelectionRange } from 'vscode-languageserver';
import { type Section, type Speech, sectionsAt, unitsOf } from '../model/speech.ts';
import { contains, type Span } from '../model/text/span.ts';
import { toOffset, toRange } from './range.ts';

/** `textDocument/selectionRange`: from the 小标题 to the point, the unit, the section and the whole speech. */
export function selectionRanges(speech: Speech, positions: readonly Position[]): SelectionRange[] {
  return positions.map((position) => {
    const offset = toOffset(speech, position);
    const spans = [
      ...sectionsAt(speech, offset).flatMap(spansOf),
      ...unitsOf(speech).flatMap(({ span, titleSpan, section }) => (section ? [] : [span, titleSpan])),
      { start: 0, end: speech.text.length },
    ];
    const around = nested(spans.filter(({ start, end }) => start <= offset && offset <= end));
    const chain = around.reduce<SelectionRange | undefined>(
      (parent, span) => ({ range: toRange(speech, span), ...(parent && { parent }) }),
      undefined,
    );
    return chain ?? { range: { start: position, end: position } };
  });
}

function spansOf({ heading, span }: Section): Span[] {
  return [span, heading.span, heading.titleSpan];
}

/** Outermost first, each inside the one before it. */
function nested(spans: readonly Span[]): Span[] {
  const kept: Span[] = [];
  for (const span of [...spans].sort((a, b) => b.end - b.start - (a.end - a.start))) {
    const last = kept.at(-1);
    const isSame = last?.start === span.start && last.end === span.end;
    if (!isSame && span.start < span.end && (!last || contains(last, span))) kept.push(span);
  }
  return kept;
}
