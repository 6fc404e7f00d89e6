import { allSections, type Section, type Speech, type Unit } from '../speech.ts';
import { isLabelled } from './labelledItems.ts';
import { isAspectTitle, isWrapperTitle, namesAnswers, namesWhose, roleOf } from './role.ts';
import { termIn } from './terms.ts';
import { plainUnit, pointItems, sectionUnit, type UnitDraft, type UnitPlace, withIds } from './unitDraft.ts';
import { paragraphsIn } from './unitParagraphs.ts';
import { answersSideBySide, measuresInRows, problemsInRows, unitsSideBySide } from './unitRows.ts';
import { columnsOf, tablesAlike, tablesIn, wholeTable } from './unitTables.ts';
import { wholeAmong } from './wholePart.ts';

/** 问题, 原因 and 整改 of a speech, in reading order. */
export function unitsIn(
  text: string,
  { titleBlock, preamble, sections }: Pick<Speech, 'titleBlock' | 'preamble' | 'sections'>,
): { problems: Unit[]; causes: Unit[]; measures: Unit[] } {
  const whole = sections.length === 0 ? wholeTable(text, titleBlock, preamble) : undefined;
  const found = whole ? tableUnits(text, whole) : sectionUnits(text, sections);
  return {
    problems: withIds(found, 'problem'),
    causes: withIds(found, 'cause'),
    measures: withIds(found, 'measure'),
  };
}

/** The units of a document that is nothing but a title and a table, such as a 整改台账. */
function tableUnits(text: string, whole: Section): UnitDraft[] {
  const found = unitsSideBySide(text, whole);
  if (found.some(({ kind }) => kind === 'measure')) return found;
  const namesMeasures = tablesIn(whole).some(
    ({ rows: [header] }) => columnsOf(text, header ?? []).measure !== undefined,
  );
  const holdsMeasures = namesMeasures || roleOf(whole.heading.title) === 'measures';
  return holdsMeasures ? [...found, ...answers(text, whole, undefined)] : found;
}

function sectionUnits(text: string, sections: readonly Section[]): UnitDraft[] {
  let found = [...unitsOfParts(text, sections)];
  if (found.some(({ kind }) => kind === 'problem')) return found;
  for (const section of allSections({ sections })) {
    const rows = unitsSideBySide(text, section);
    if (rows.length === 0) continue;
    found = found.filter(({ kind, within }) => kind !== 'measure' || within !== section).concat(rows);
  }
  return found;
}

function* unitsOfParts(text: string, parts: readonly Section[]): Generator<UnitDraft> {
  const flat = aspectsAsSections(parts);
  const whole = wholeAmong(parts);
  for (const section of parts) {
    const { role } = section;
    if (section === whole) yield* unitsOfParts(text, section.sections);
    else if (flat.has(section)) yield* problem(text, section, section);
    else if (role === 'problems') yield* problems(text, section, section);
    else if (role === 'causes' || role === 'measures') yield* answers(text, section, undefined);
    else if (namesAnswers(section.heading.title)) yield* bothAnswers(text, section);
    else if (role === 'other') yield* innerParts(text, section);
  }
}

/**
 * A section of the first level that holds parts of its own: an aspect, or a heading that gathers the parts of the
 * speech. Where items of an aspect have the parts, each of its items is a problem.
 */
function* innerParts(text: string, section: Section): Generator<UnitDraft> {
  const parts = section.sections.filter(({ role }) => role !== undefined);
  if (parts.length === 0) {
    const items = section.sections.some(holdsPart) ? section.sections : [];
    for (const item of items) yield* holdsPart(item) ? innerParts(text, item) : problem(text, item, section);
    return;
  }
  const { part, title, line } = section.heading;
  const isOther = part || isWrapperTitle(title) || (namesWhole(title) && !isLabelled(text, line) && !isTold(section));
  const aspect = isOther ? undefined : section;
  if (aspect) {
    const within = parts.find(({ role }) => role === 'problems') ?? aspect;
    yield sectionUnit({ kind: 'problem', within, aspect }, aspect, pointItems(aspect));
  }
  for (const inner of parts) {
    if (inner.role === 'problems' && !aspect) yield* problems(text, inner, inner);
    else if (inner.role === 'causes' || inner.role === 'measures') yield* answers(text, inner, aspect);
  }
}

/**
 * The causes and the measures of a part for both, told side by side in each item or row; measures where nothing tells
 * them apart.
 */
function* bothAnswers(text: string, section: Section): Generator<UnitDraft> {
  const apart = [
    ...innerAnswers(text, section, undefined),
    ...section.sections.flatMap((item) => [...innerAnswers(text, item, undefined)]),
    ...answersSideBySide(text, section),
  ];
  yield* apart.length > 0 ? apart : answers(text, section, undefined);
}

/** Walks down through wrappers to the first headings that name a matter. */
function* problems(text: string, parent: Section, within: Section): Generator<UnitDraft> {
  const items = parent.sections.filter(({ role }) => role !== 'causes' && role !== 'measures');
  const gathers = runsOn(items) || sortItems(items) || whoseItems(items);
  for (const item of items) {
    if (gathers || isWrapper(item) || item.sections.some(isAnswered)) yield* problems(text, item, within);
    else yield* problem(text, item, within);
  }
  if (items.length === 0 && parent === within) {
    const rows = problemsInRows(text, parent);
    yield* rows.length > 0 ? rows : paragraphs(text, parent, { kind: 'problem', within, aspect: undefined });
  }
  yield* innerAnswers(text, parent, undefined);
}

function* problem(text: string, section: Section, within: Section): Generator<UnitDraft> {
  yield sectionUnit({ kind: 'problem', within, aspect: undefined }, section, pointItems(section));
  yield* innerAnswers(text, section, section);
}

/** Causes and measures nested under an aspect of the problems. */
function* innerAnswers(text: string, { sections }: Section, aspect: Section | undefined): Generator<UnitDraft> {
  for (const part of sections)
    if (part.role === 'causes' || part.role === 'measures') yield* answers(text, part, aspect);
}

/** The causes of a section with the role of causes, the measures of any other. */
function* answers(text: string, within: Section, aspect: Section | undefined): Generator<UnitDraft> {
  const place: UnitPlace = { kind: within.role === 'causes' ? 'cause' : 'measure', within, aspect };
  for (const item of unwrapped(within)) yield sectionUnit(place, item, pointItems(item));
  if (within.sections.length > 0) return;
  const tables = tablesAlike(text, within);
  if (place.kind === 'measure' && tables.some(({ rows }) => rows.length > 1))
    for (const table of tables) yield* measuresInRows(text, table, place);
  else yield* paragraphs(text, within, place);
}

function paragraphs(text: string, section: Section, place: UnitPlace): UnitDraft[] {
  return paragraphsIn(text, section).map((paragraph) => plainUnit(text, place, paragraph));
}

/**
 * Sections of the first level that are themselves the problem units: “一、理论学习方面” … “六、廉洁自律方面” without parts inside, or
 * several named 问题 that are run in with their text. One alone is an aspect beside others that have parts inside.
 */
export function aspectsAsSections(sections: readonly Section[]): ReadonlySet<Section> {
  const aspects = sections.filter(
    ({ heading, role }) =>
      (role === 'other' || role === 'problems') &&
      (isAspectTitle(heading.title) || (heading.part === 'problems' && heading.body.start < heading.body.end)),
  );
  const whole = aspects.filter(({ sections: inner }) => !inner.some(holdsPart));
  const told = aspects.filter((aspect) => aspect.role === 'other' && !whole.includes(aspect));
  return new Set(whole.length >= 2 || told.length >= 2 ? whole : []);
}

/** Whether a section is a part of its aspect, or an item with parts of its own. */
function holdsPart({ role, sections }: Section): boolean {
  return role !== undefined || sections.some(holdsPart);
}

/** A heading that names the whole examination, such as “对照检查情况” or “党性分析”: it gathers parts and is no aspect. */
function namesWhole(title: string): boolean {
  return !isAspectTitle(title) && roleOf(title) !== undefined;
}

/** Whether an item tells its parts in its own line. */
function isTold({ heading: { line }, sections }: Section): boolean {
  return sections.some(({ role, heading }) => role !== undefined && heading.inline && heading.line === line);
}

/** Whether an item tells its own causes or measures. */
function isAnswered({ sections }: Section): boolean {
  return sections.some(({ role }) => role === 'causes' || role === 'measures');
}

function isWrapper({ heading, sections }: Section): boolean {
  return isWrapperTitle(heading.title) && sections.some(({ role }) => role !== 'causes' && role !== 'measures');
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

/** “说改就改的”, “年底以前改完的”: headings beside one another that all end with 的 name no matter; what stands below them does. */
function sortItems(items: readonly Section[]): boolean {
  return items.length > 1 && items.every(({ heading, sections }) => sections.length > 0 && /的$/.test(heading.title));
}

/** “（一）领导班子整改措施 …… （二）个人整改措施 ……”: headings beside one another that only tell whose the items are. */
function whoseItems(items: readonly Section[]): boolean {
  return items.length > 1 && items.every(({ heading, sections }) => sections.length > 0 && namesWhose(heading.title));
}

/**
 * The first headings that name a matter, below wrappers, inner parts, and headings that sort the measures by when they
 * are due.
 */
function unwrapped({ sections }: Section): Section[] {
  const isTerm = ({ heading }: Section) => termIn(heading.title) !== undefined;
  const isSorted = sections.filter(isTerm).length > 1;
  const sort = sortItems(sections) || whoseItems(sections);
  return sections.flatMap((item) => {
    const gathers = sort || isWrapper(item) || item.role !== undefined || (isSorted && isTerm(item));
    return gathers && item.sections.length > 0 ? unwrapped(item) : [item];
  });
}
