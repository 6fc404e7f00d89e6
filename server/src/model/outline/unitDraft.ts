import { withoutComments } from '../reading/comments.ts';
import type { Section, Unit, UnitKind } from '../speech.ts';

/** A unit before it is known how many stand before it. */
export interface UnitDraft extends Omit<Unit, 'id' | 'points'> {
  readonly points: readonly UnitDraft[];
}

/** Where a unit was found. */
export type UnitPlace = Pick<Unit, 'kind' | 'within' | 'aspect'>;

/** The unit of a section, with `points` as the sections of its points. */
export function sectionUnit(place: UnitPlace, section: Section, points: readonly Section[]): UnitDraft {
  const { numbering, title, titleSpan, span } = section.heading;
  return {
    ...place,
    numbering,
    title,
    titleSpan,
    headSpan: span,
    span: section.span,
    points: points.map((point) => sectionUnit(place, point, pointItems(point))),
    section,
    row: undefined,
    address: undefined,
  };
}

/** A unit without a section of its own: a paragraph or the cells of a table. */
export function plainUnit(
  text: string,
  place: UnitPlace,
  { titleSpan, span, row, address }: Pick<Unit, 'titleSpan' | 'span'> & Partial<Pick<Unit, 'row' | 'address'>>,
): UnitDraft {
  return {
    ...place,
    numbering: undefined,
    title: withoutComments(text.slice(titleSpan.start, titleSpan.end)).replaceAll('**', '').trim(),
    titleSpan,
    headSpan: titleSpan,
    span,
    points: [],
    section: undefined,
    row,
    address,
  };
}

/** The items enumerated below a unit, without the causes and measures of an aspect. */
export function pointItems({ sections }: Section): Section[] {
  return sections.flatMap((inner) => {
    if (inner.role === 'causes' || inner.role === 'measures') return [];
    return inner.role === 'problems' ? pointItems(inner) : [inner];
  });
}

/** The units of one kind, named in their order. */
export function withIds(drafts: readonly UnitDraft[], kind: UnitKind): Unit[] {
  const own = drafts.filter((draft) => draft.kind === kind);
  return own.map((draft, index) => named(draft, `${idLetters[kind]}${index + 1}`));
}

const idLetters: Readonly<Record<UnitKind, string>> = { problem: 'P', cause: 'C', measure: 'M' };

function named(draft: UnitDraft, id: string): Unit {
  return { ...draft, id, points: draft.points.map((point, index) => named(point, `${id}.${index + 1}`)) };
}
