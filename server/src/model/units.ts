import { isAspectTitle, isWrapperTitle, roleOf } from './role.ts';
import type { Span } from './span.ts';
import { allSections, type Opaque, type Section, type Speech, type Unit, type UnitKind } from './speech.ts';
import { termIn } from './terms.ts';
import { paragraphsIn } from './unitParagraphs.ts';
import { columnsOf, measureColumn, rowSpan, tablesIn, unitKinds, wholeTable } from './unitTables.ts';
import { wholeAmong } from './wholePart.ts';

/** 问题, 原因 and 整改 of a speech, in reading order. */
export function unitsIn(
  text: string,
  { titleBlock, preamble, sections }: Pick<Speech, 'titleBlock' | 'preamble' | 'sections'>,
): { problems: Unit[]; causes: Unit[]; measures: Unit[] } {
  const found: Record<UnitKind, Unit[]> = { problem: [], cause: [], measure: [] };
  addAll(sections);
  if (found.problem.length === 0) for (const section of allSections({ sections })) addTogether(section);
  if (sections.length === 0) addTables();
  return { problems: found.problem, causes: found.cause, measures: found.measure };

  /** The units of all parts. */
  function addAll(parts: readonly Section[]): void {
    const flat = aspectsAsSections(parts);
    const whole = wholeAmong(parts);
    for (const section of parts) {
      const { role } = section;
      if (section === whole) addAll(section.sections);
      else if (flat.has(section)) addProblem(section, section);
      else if (role === 'problems') addProblems(section, section);
      else if (role === 'causes') addUnits('cause', section, undefined);
      else if (role === 'measures') addUnits('measure', section, undefined);
      else if (role === 'other') addParts(section);
    }
  }

  /** 问题, 原因 and 整改 side by side in one table, as in a 整改台账. */
  function addTogether(section: Section): void {
    if (section.role === 'previous') return;
    for (const {
      rows: [header, ...rows],
    } of tablesIn(section)) {
      const columns = columnsOf(text, header ?? []);
      if (columns.problem === undefined || columns.measure === undefined) continue;
      found.measure = found.measure.filter(({ within }) => within !== section);
      for (const row of rows) {
        const whole = rowSpan(row);
        for (const kind of unitKinds) {
          const cell = row[columns[kind] ?? -1];
          if (!cell || cell.start >= cell.end) continue;
          // The cells behind a measure, such as who and when, belong to it.
          const span = kind === 'measure' ? { start: cell.start, end: whole.end } : cell;
          addPlain(kind, { titleSpan: cellTitle(cell), span, within: section, aspect: undefined, row: whole });
        }
      }
    }
  }

  /** A document that is nothing but a title and a table, such as a 整改台账. */
  function addTables(): void {
    const whole = wholeTable(text, titleBlock, preamble);
    if (!whole) return;
    addTogether(whole);
    const namesMeasures = tablesIn(whole).some(
      ({ rows: [header] }) => columnsOf(text, header ?? []).measure !== undefined,
    );
    const holdsMeasures = namesMeasures || roleOf(whole.heading.title) === 'measures';
    if (found.measure.length === 0 && holdsMeasures) addUnits('measure', whole, undefined);
  }

  /** A section of the first level that holds parts of its own: an aspect, or a heading that gathers the parts of the speech. */
  function addParts(section: Section): void {
    const parts = section.sections.filter(({ role }) => role !== undefined);
    if (parts.length === 0) return;
    const isAspect =
      !section.heading.part && !isWrapperTitle(section.heading.title) && !namesWhole(section.heading.title);
    const aspect = isAspect ? section : undefined;
    if (aspect) addProblem(aspect, parts.find(({ role }) => role === 'problems') ?? aspect, true);
    for (const part of parts) {
      if (part.role === 'problems' && !aspect) addProblems(part, part);
      else if (part.role === 'causes') addUnits('cause', part, aspect);
      else if (part.role === 'measures') addUnits('measure', part, aspect);
    }
  }

  /** Walks down through wrappers to the first headings that name a matter. */
  function addProblems(parent: Section, within: Section): void {
    const items = parent.sections.filter(({ role }) => role !== 'causes' && role !== 'measures');
    const gathers = runsOn(items);
    for (const item of items) {
      if (gathers || isWrapper(item)) addProblems(item, within);
      else addProblem(item, within);
    }
    if (items.length === 0 && parent === within) addParagraphs('problem', parent, undefined);
    addInner(parent, undefined);
  }

  function addProblem(section: Section, within: Section, isAspect = false): void {
    const holders = isAspect ? section.sections.filter(({ role }) => role === 'problems') : [section];
    const points = holders.flatMap((holder) => pointItems(holder));
    const of = { kind: 'problem', id: nextId('problem'), within, aspect: isAspect ? section : undefined } as const;
    found.problem.push(unitOf(of, section, points));
    if (!isAspect) addInner(section, section);
  }

  /** Causes and measures nested under an aspect of the problems. */
  function addInner(section: Section, aspect: Section | undefined): void {
    for (const part of section.sections) {
      if (part.role === 'causes') addUnits('cause', part, aspect);
      else if (part.role === 'measures') addUnits('measure', part, aspect);
    }
  }

  function addUnits(kind: 'cause' | 'measure', section: Section, aspect: Section | undefined): void {
    for (const item of unwrapped(section))
      found[kind].push(unitOf({ kind, id: nextId(kind), within: section, aspect }, item, pointItems(item)));
    if (section.sections.length > 0) return;
    const [table] = tablesIn(section);
    if (table && kind === 'measure' && table.rows.length > 1) addRows(table, section, aspect);
    else addParagraphs(kind, section, aspect);
  }

  function addRows({ rows: [header, ...rows] }: Opaque, within: Section, aspect: Section | undefined): void {
    const column = measureColumn(text, header ?? [], rows);
    for (const row of rows) {
      const cell = row[column];
      if (!cell || cell.start >= cell.end) continue;
      addPlain('measure', { titleSpan: cellTitle(cell), span: rowSpan(row), within, aspect, row: undefined });
    }
  }

  function cellTitle({ start, end }: Span): Span {
    const stop = text.slice(start, end).search(/[：。；]|<br/i);
    return { start, end: stop > 0 ? start + stop : end };
  }

  function addParagraphs(kind: UnitKind, section: Section, aspect: Section | undefined): void {
    for (const paragraph of paragraphsIn(text, section))
      addPlain(kind, { ...paragraph, within: section, aspect, row: undefined });
  }

  /** A unit without a section of its own: a paragraph or the cells of a table. */
  function addPlain(
    kind: UnitKind,
    { titleSpan, ...place }: Pick<Unit, 'titleSpan' | 'span' | 'within' | 'aspect' | 'row'>,
  ): void {
    const title = text.slice(titleSpan.start, titleSpan.end).replaceAll('**', '').trim();
    const nothing = { numbering: undefined, points: [], section: undefined };
    found[kind].push({ kind, id: nextId(kind), title, titleSpan, headSpan: titleSpan, ...place, ...nothing });
  }

  function nextId(kind: UnitKind): string {
    return `${idLetters[kind]}${found[kind].length + 1}`;
  }
}

const idLetters: Readonly<Record<UnitKind, string>> = { problem: 'P', cause: 'C', measure: 'M' };

/**
 * Sections of the first level that are themselves the problem units: “一、理论学习方面” … “六、廉洁自律方面” without parts inside, or
 * several named 问题 that are run in with their text.
 */
export function aspectsAsSections(sections: readonly Section[]): ReadonlySet<Section> {
  const aspects = sections.filter(
    ({ heading, role, sections: inner }) =>
      (role === 'other' || role === 'problems') &&
      (isAspectTitle(heading.title) || (heading.part === 'problems' && heading.body.start < heading.body.end)) &&
      !inner.some(({ role: part }) => part !== undefined),
  );
  return new Set(aspects.length >= 2 ? aspects : []);
}

/** A heading that names the whole examination, such as “对照检查情况” or “党性分析”: it gathers parts and is no aspect. */
function namesWhole(title: string): boolean {
  return !isAspectTitle(title) && roleOf(title) !== undefined;
}

function isWrapper({ heading, sections }: Section): boolean {
  return isWrapperTitle(heading.title) && sections.length > 0;
}

/** “（一）作风方面 1.…方面 2.…方面 （二）履职方面 3.…方面”: numbers that run on from one heading to the next belong to neither. */
function runsOn(items: readonly Section[]): boolean {
  const inner = items.flatMap(({ sections }) => sections);
  const [first] = inner;
  return (
    items.length > 1 &&
    items.every(({ sections }) => sections.length > 0) &&
    inner.every(
      ({ heading: { numbering, title, inline } }, index) =>
        !inline &&
        isAspectTitle(title) &&
        numbering?.style === first?.heading.numbering?.style &&
        numbering?.ordinal === index + 1,
    )
  );
}

/** The first headings that name a matter, below wrappers, inner parts, and headings that sort the measures by when they are due. */
function unwrapped({ sections }: Section): Section[] {
  const isTerm = ({ heading }: Section) => termIn(heading.title) !== undefined;
  const isSorted = sections.filter(isTerm).length > 1;
  return sections.flatMap((item) => {
    const gathers = isWrapper(item) || item.role !== undefined || (isSorted && isTerm(item));
    return gathers && item.sections.length > 0 ? unwrapped(item) : [item];
  });
}

/** The items enumerated below a unit, without the causes and measures of an aspect. */
function pointItems(section: Section): Section[] {
  return section.sections.flatMap((inner) => {
    if (inner.role === 'causes' || inner.role === 'measures') return [];
    return inner.role === 'problems' ? pointItems(inner) : [inner];
  });
}

/** The unit of a section, with `points` as the sections of its points. */
function unitOf(
  of: Pick<Unit, 'kind' | 'id' | 'within' | 'aspect'>,
  section: Section,
  points: readonly Section[],
): Unit {
  const { numbering, title, titleSpan, span } = section.heading;
  return {
    ...of,
    numbering,
    title,
    titleSpan,
    headSpan: span,
    span: section.span,
    points: points.map((point, index) => unitOf({ ...of, id: `${of.id}.${index + 1}` }, point, pointItems(point))),
    section,
    row: undefined,
  };
}
