import { hasBlank } from './blanks.ts';
import { titleWords } from './headingLine.ts';
import { isAspectTitle, isWrapperTitle, roleOf } from './role.ts';
import { type Span, trimSpan } from './span.ts';
import {
  allSections,
  type Entry,
  type Heading,
  type Line,
  type Opaque,
  type Section,
  type Speech,
  type TitleBlock,
  type Unit,
  type UnitKind,
} from './speech.ts';

/** 问题, 原因 and 整改 of a speech, in reading order. */
export function unitsIn(
  text: string,
  { titleBlock, preamble, sections }: Pick<Speech, 'titleBlock' | 'preamble' | 'sections'>,
): { problems: Unit[]; causes: Unit[]; measures: Unit[] } {
  const found: Record<UnitKind, Unit[]> = { problem: [], cause: [], measure: [] };
  const flat = aspectsAsSections(sections);
  for (const section of sections) {
    if (section.role === 'problems') {
      if (flat.has(section)) addProblem(section, section);
      else addProblems(section, section);
    } else if (section.role === 'causes') addUnits('cause', section, undefined);
    else if (section.role === 'measures') addUnits('measure', section, undefined);
    else if (section.role === 'other') {
      if (flat.has(section)) addProblem(section, section);
      else addParts(section);
    }
  }
  if (found.problem.length === 0) for (const section of allSections({ sections })) addTogether(section);
  if (sections.length === 0) addTables();
  return { problems: found.problem, causes: found.cause, measures: found.measure };

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
        const whole = { start: row[0]?.start ?? 0, end: row.at(-1)?.end ?? 0 };
        for (const kind of unitKinds) {
          const cell = row[columns[kind] ?? -1];
          // What is said of a measure, as who and when, stands behind it.
          const span = cell && (kind === 'measure' ? { start: cell.start, end: whole.end } : cell);
          if (cell && span && cell.start < cell.end) addPlain(kind, cellTitle(cell), span, section, undefined, whole);
        }
      }
    }
  }

  /** A document that is nothing but its title and a table, as a 整改台账. */
  function addTables(): void {
    const whole = wholeOf(text, titleBlock, preamble);
    if (!whole) return;
    addTogether(whole);
    const saysSo = roleOf(whole.heading.title) === 'measures' || tablesIn(whole).some(namesMeasures);
    if (found.measure.length === 0 && saysSo) addUnits('measure', whole, undefined);
  }

  function namesMeasures({ rows: [header] }: Opaque): boolean {
    return columnsOf(text, header ?? []).measure !== undefined;
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
    const id = `P${found.problem.length + 1}`;
    const holders = isAspect ? section.sections.filter(({ role }) => role === 'problems') : [section];
    const points = holders.flatMap((holder) => pointItems(holder));
    found.problem.push(unitOf('problem', section, within, id, points, isAspect ? section : undefined));
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
    for (const item of unwrapped(section)) {
      const id = `${kind === 'cause' ? 'C' : 'M'}${found[kind].length + 1}`;
      found[kind].push(unitOf(kind, item, section, id, pointItems(item), aspect));
    }
    if (section.sections.length > 0) return;
    const [table] = tablesIn(section);
    if (table && kind === 'measure' && table.rows.length > 1) addRows(table, section, aspect);
    else addParagraphs(kind, section, aspect);
  }

  function addRows({ rows: [header, ...rows] }: Opaque, within: Section, aspect: Section | undefined): void {
    const column = measureColumn(text, header ?? [], rows);
    for (const row of rows) {
      const cell = row[column];
      const whole = row.length > 0 ? { start: row[0]?.start ?? 0, end: row.at(-1)?.end ?? 0 } : undefined;
      if (!cell || !whole || cell.start >= cell.end) continue;
      addPlain('measure', cellTitle(cell), whole, within, aspect);
    }
  }

  function cellTitle({ start, end }: Span): Span {
    const stop = text.slice(start, end).search(/[：。；]|<br/i);
    return { start, end: stop > 0 ? start + stop : end };
  }

  /** Without numbering every paragraph is a unit, but for the words that lead in to what follows. */
  function addParagraphs(kind: UnitKind, section: Section, aspect: Section | undefined): void {
    const lines = section.body.filter((entry): entry is Line => entry.kind === 'line');
    const { heading } = section;
    if (heading.body.start < heading.body.end) {
      const head = trimSpan(text, { start: heading.body.start, end: heading.body.end });
      addPlain(kind, { start: head.start, end: firstStop(head.start, head.end) }, head, section, aspect);
    }
    for (const [index, line] of lines.entries()) {
      const words = text.slice(line.span.start, line.span.end);
      const leadsIn =
        /[：:]$/.test(words) ||
        (index === 0 && lines.length > 1 && words.length < 60 && /针对|为此|下步|下一步|如下/.test(words));
      if ((leadsIn && !hasBlank(words)) || words.length < 6) continue;
      const named = line.title.start < line.title.end ? line.title.start : line.span.start;
      const start = named + (label.exec(text.slice(named, line.span.end))?.[0].length ?? 0);
      addPlain(kind, { start, end: firstStop(start, line.span.end) }, line.span, section, aspect);
    }
  }

  /** The end of the first clause; “忙，成了我原谅自己的理由” has one word too few in its first. */
  function firstStop(start: number, end: number): number {
    const words = text.slice(start, end);
    const stop = words.search(/(?<=..)[，：]|[。；！？]/);
    return stop > 0 ? start + stop : end;
  }

  function addPlain(
    kind: UnitKind,
    titleSpan: Unit['titleSpan'],
    span: Unit['span'],
    within: Section,
    aspect: Section | undefined,
    row?: Span,
  ): void {
    const id = `${kind === 'problem' ? 'P' : kind === 'cause' ? 'C' : 'M'}${found[kind].length + 1}`;
    const title = text.slice(titleSpan.start, titleSpan.end).replaceAll('**', '').trim();
    const unit = {
      kind,
      id,
      numbering: undefined,
      title,
      titleSpan,
      headSpan: titleSpan,
      span,
      points: [],
      section: undefined,
    };
    found[kind].push({ ...unit, within, aspect, row });
  }
}

function tablesIn({ body }: Pick<Section, 'body'>): Opaque[] {
  return body.filter((entry): entry is Opaque => entry.kind === 'table');
}

/** What stands below the title, if there is one, as one section; nothing where no table does. */
function wholeOf(text: string, { title }: TitleBlock, body: readonly Entry[]): Section | undefined {
  const [first] = tablesIn({ body });
  const last = body.at(-1);
  if (!first || !last) return undefined;
  const line = title[0] ?? emptyLine(first.span.start);
  const heading: Heading = {
    numbering: undefined,
    title: title.map((own) => titleWords(text, own.title)).join(''),
    titleSpan: line.title,
    span: line.title,
    titleEnd: '',
    body: line.body,
    line,
    inline: false,
    misleveled: false,
    lostNumber: false,
    part: undefined,
  };
  return { heading, role: 'measures', body, sections: [], span: { start: line.span.start, end: last.span.end } };
}

function emptyLine(at: number): Line {
  const span = { start: at, end: at };
  const dress = { depth: 0, bold: false, bullet: false, opensParagraph: true, leadsIn: false, brokenBold: [] };
  return {
    kind: 'line',
    span,
    numbering: undefined,
    title: span,
    titleEnd: '',
    body: span,
    series: [],
    prose: [],
    ...dress,
  };
}

/** “问题1：”, “措施二、” or “第一方面：” names the kind of a paragraph, not its matter. */
const label =
  /^(?:(?:问题|原因|措施|整改措施)[0-9０-９一二三四五六七八九十]{1,3}[：:、.．]|第[一二三四五六七八九十]{1,3}方面[：:])[ 　]?/;

/** Sections of the first level that are themselves the problem units: “一、理论学习方面” … “六、廉洁自律方面” without parts inside. */
function aspectsAsSections(sections: readonly Section[]): ReadonlySet<Section> {
  const aspects = sections.filter(
    ({ heading, role, sections: inner }) =>
      (role === 'other' || role === 'problems') &&
      isAspectTitle(heading.title) &&
      !inner.some(({ role: part }) => part !== undefined),
  );
  return new Set(aspects.length >= 2 ? aspects : []);
}

/** A heading that names the whole examination, as “对照检查情况” or “党性分析”, gathers parts and is no aspect. */
function namesWhole(title: string): boolean {
  return !isAspectTitle(title) && roleOf(title) !== undefined;
}

function isWrapper({ heading, sections }: Section): boolean {
  return isWrapperTitle(heading.title) && sections.some(({ heading: inner }) => !inner.inline);
}

/** “（一）作风方面 1.…方面 2.…方面 （二）履职方面 3.…方面”: what counts on from one heading to the next belongs to neither. */
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

function unwrapped(section: Section): Section[] {
  return section.sections.flatMap((item) => {
    if (isWrapper(item) || (item.role !== undefined && item.sections.length > 0)) return unwrapped(item);
    return [item];
  });
}

/** What is enumerated below a unit, without the causes and measures that an aspect holds. */
function pointItems(section: Section): Section[] {
  return section.sections.flatMap((inner) => {
    if (inner.role === 'causes' || inner.role === 'measures') return [];
    return inner.role === 'problems' ? pointItems(inner) : [inner];
  });
}

function unitOf(
  kind: UnitKind,
  section: Section,
  within: Section,
  id: string,
  points: readonly Section[],
  aspect: Section | undefined,
): Unit {
  const { numbering, title, titleSpan, span } = section.heading;
  return {
    kind,
    id,
    numbering,
    title,
    titleSpan,
    headSpan: span,
    span: section.span,
    points: points.map((point, index) => unitOf(kind, point, within, `${id}.${index + 1}`, pointItems(point), aspect)),
    section,
    within,
    aspect,
    row: undefined,
  };
}

const unitKinds = ['problem', 'cause', 'measure'] as const;

const columnNames: Readonly<Record<UnitKind, RegExp>> = {
  problem: /^(?:.{0,6}(?:问题|不足|差距)|问题(?:表现|描述|内容|清单))$/,
  cause: /原因|根源/,
  measure: /措施|举措/,
};

/** Where no column is named for measures, these hold them. */
const tasks = /整改(?:内容|任务|事项)|任务|做法/;

/** Which columns of a table hold what, by its header. */
function columnsOf(text: string, header: readonly Span[]): Partial<Record<UnitKind, number>> {
  const names = namesOf(text, header);
  return Object.fromEntries(
    unitKinds.flatMap((kind) => {
      const at = names.findIndex((name) => columnNames[kind].test(name));
      return at < 0 ? [] : [[kind, at]];
    }),
  );
}

function namesOf(text: string, header: readonly Span[]): string[] {
  return header.map(({ start, end }) => text.slice(start, end).replace(/[\s　*]/g, ''));
}

/** The column that holds the measures: by its header, else the one with the longest cells. */
function measureColumn(text: string, header: readonly Span[], rows: ReadonlyArray<readonly Span[]>): number {
  const named = columnsOf(text, header).measure ?? namesOf(text, header).findIndex((name) => tasks.test(name));
  if (named >= 0) return named;
  const lengths = header.map((_, column) =>
    rows.reduce((sum, row) => sum + (row[column] ? row[column].end - row[column].start : 0), 0),
  );
  return lengths.indexOf(Math.max(...lengths));
}
