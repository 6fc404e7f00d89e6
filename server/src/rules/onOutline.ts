import { memoised } from '../model/memoised.ts';
import { moveSpan, type Span } from '../model/span.ts';
import { allSections, type Entry, type Heading, type Section } from '../model/speech.ts';
import { moveFinding } from './moveFinding.ts';
import type { About, Finding, OutlineCheck } from './rule.ts';

export type OutlineRule = About & OutlineCheck;

/**
 * What rules find in the outline alone. A keystroke in a paragraph moves the headings and changes none of them: as long as that is
 * all, the findings of the last outline move with the headings they stand at.
 */
export function outlineJudge(
  rules: readonly OutlineRule[],
): (sections: readonly Section[]) => ReadonlyArray<readonly [OutlineRule, Finding]> {
  const recent: Judged[] = [];
  return memoised((sections: readonly Section[]) => {
    const known = recent.find((other) => isSameOutline(other.sections, sections));
    if (known) return moved(known, sections);
    const found = rules.flatMap((rule) =>
      [...rule.checkOutline({ sections })].map((finding): readonly [OutlineRule, Finding] => [rule, finding]),
    );
    if (found.every(([, finding]) => standsAtHeadings(finding, sections))) {
      recent.unshift({ sections, found });
      if (recent.length > mostRecent) recent.pop();
    }
    return found;
  });
}

interface Judged {
  readonly sections: readonly Section[];
  readonly found: ReadonlyArray<readonly [OutlineRule, Finding]>;
}

/** Outlines of a few open speeches, and of what undo brings back. */
const mostRecent = 6;

function moved({ sections: before, found }: Judged, after: readonly Section[]): Judged['found'] {
  if (found.length === 0) return found;
  const [from, to] = [headingsOf(before), headingsOf(after)];
  const move = (span: Span) => {
    const at = headingBefore(from, span.start);
    return moveSpan(span, (to[at]?.span.start ?? 0) - (from[at]?.span.start ?? 0));
  };
  return found.map(([rule, finding]) => [rule, moveFinding(finding, move)] as const);
}

/** In a heading, or at the mark just behind it. */
function standsAtHeadings({ span, related = [], fixes = [] }: Finding, sections: readonly Section[]): boolean {
  const headings = headingsOf(sections);
  const spans = [
    span,
    ...related.map((place) => place.span),
    ...fixes.flatMap(({ edits }) => edits.map((e) => e.span)),
  ];
  return spans.every(({ start, end }) => {
    const heading = headings[headingBefore(headings, start)];
    return heading !== undefined && end <= heading.span.end + heading.titleEnd.length;
  });
}

const headingsOf = memoised((sections: readonly Section[]): readonly Heading[] =>
  allSections({ sections }).map(({ heading }) => heading),
);

/** The last heading that starts at or before an offset. */
function headingBefore(headings: readonly Heading[], offset: number): number {
  let [low, high] = [0, headings.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((headings[middle]?.span.start ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

function isSameOutline(a: readonly Section[], b: readonly Section[]): boolean {
  return (
    a.length === b.length &&
    a.every((section, index) => {
      const other = b[index];
      return (
        other !== undefined &&
        section.role === other.role &&
        isSameHeading(section.heading, other.heading) &&
        section.body.length === other.body.length &&
        section.body.every((entry, at) => isSameEntry(entry, other.body[at])) &&
        isSameOutline(section.sections, other.sections)
      );
    })
  );
}

function isSameEntry(a: Entry, b: Entry | undefined): boolean {
  return b?.kind === 'line' && a.kind === 'line' ? a.leadsIn === b.leadsIn : a.kind === b?.kind;
}

/** In everything but its place. */
function isSameHeading(a: Heading, b: Heading): boolean {
  const by = b.span.start - a.span.start;
  const isMoved = (before: Span, after: Span) => before.start + by === after.start && before.end + by === after.end;
  const isEmpty = ({ start, end }: Span) => start === end;
  return (
    a.title === b.title &&
    a.titleEnd === b.titleEnd &&
    a.inline === b.inline &&
    a.misleveled === b.misleveled &&
    a.lostNumber === b.lostNumber &&
    isEmpty(a.body) === isEmpty(b.body) &&
    isMoved(a.span, b.span) &&
    isMoved(a.titleSpan, b.titleSpan) &&
    a.numbering?.text === b.numbering?.text &&
    a.numbering?.style === b.numbering?.style &&
    a.numbering?.ordinal === b.numbering?.ordinal &&
    (a.numbering === undefined || b.numbering === undefined || isMoved(a.numbering.span, b.numbering.span)) &&
    a.line.depth === b.line.depth &&
    a.line.bold === b.line.bold &&
    a.line.bullet === b.line.bullet &&
    a.line.opensParagraph === b.line.opensParagraph
  );
}
