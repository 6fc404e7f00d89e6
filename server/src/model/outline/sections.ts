import type { Line, Section } from '../speech.ts';
import { takeClosing } from './closing.ts';
import { type Draft, isSeriesStyle } from './draft.ts';
import { isAlone } from './headingLine.ts';
import {
  isAppendixTitle,
  isAspectTitle,
  isCriticismTitle,
  isFrameTitle,
  isWrapperTitle,
  namesOtherYear,
  plainWords,
  pureRole,
  type Role,
  roleOf,
  sideRole,
} from './role.ts';
import { wholeAmong } from './wholePart.ts';

/**
 * Turns the nested drafts into sections: gives each its role and span, and takes closing words off the last unit. Roles
 * of the first level come from the words of the headings; where a part is still missing, from plainer words; then from
 * what a section contains. Changes the drafts.
 */
export function sectionsOf(text: string, drafts: readonly Draft[]): { sections: Section[]; closing: Line[] } {
  const roles = rolesOf(drafts);
  const last = drafts.at(-1);
  const closing = last && roles.at(-1) !== 'closing' ? takeClosing(text, last, roles.at(-1)) : [];
  return { sections: toSections(drafts, roles), closing };
}

/** The roles of the drafts, which are the parts of a speech. */
function rolesOf(drafts: readonly Draft[]): Array<Role | undefined> {
  const whole = wholeAmong(drafts);
  const roles = drafts.map((draft) => (draft === whole ? 'other' : firstLevelRole(draft)));
  for (const [index, draft] of drafts.entries()) {
    const side = besideProblems(draft, roles);
    if (side) roles[index] = side;
    // An appendix that lists again what the measures of another part have told.
    const isElsewhere = () => roles.some((role, other) => role === 'measures' && other !== index);
    if (isAppendixTitle(draft.heading.title) && isElsewhere()) roles[index] = 'other';
  }
  const answers = reportedAnswers(drafts, roles);
  if (answers >= 0) roles[answers] = 'measures';
  nameByPlace(drafts, roles);
  nameByContents(drafts, roles);
  const lastMeasures = roles.lastIndexOf('measures');
  for (const [index, draft] of drafts.entries()) {
    // What follows the measures, holds no items and names no aspect closes the speech.
    const isLast = lastMeasures >= 0 && index > lastMeasures && roles[index] === undefined;
    if (isLast && draft.sections.length === 0 && !isAspectTitle(draft.heading.title)) roles[index] = 'closing';
  }
  return roles;
}

function toSections(drafts: readonly Draft[], roles: ReadonlyArray<Role | undefined>): Section[] {
  const whole = wholeAmong(drafts);
  return drafts.map((draft, index) => {
    if (draft === whole) return sectionOf(draft, 'other', toSections(draft.sections, rolesOf(draft.sections)));
    const holdsParts = besideProblems(draft, roles) === undefined;
    return toSection(draft, roles[index] ?? 'other', undefined, holdsParts);
  });
}

/**
 * The role of a numbered part beside the problems. “三、典型案例剖析” holds no problems of its own, though “（二）对照查摆” below it
 * sounds so.
 */
function besideProblems({ heading }: Draft, roles: ReadonlyArray<Role | undefined>): Role | undefined {
  const side = heading.numbering && sideRole(heading.title);
  // Last, for there may be thousands of parts.
  return side && roles.includes('problems') ? side : undefined;
}

/**
 * The index of the part that answers the problems of a report on what was done about them, “四、整改措施及落实情况” behind
 * “二、查摆的主要问题”; -1 where another part has the measures, or where it tells of last year.
 */
function reportedAnswers(drafts: readonly Draft[], roles: ReadonlyArray<Role | undefined>): number {
  const problems = roles.indexOf('problems');
  if (problems < 0 || roles.includes('measures')) return -1;
  return drafts.findIndex(({ heading: { title } }, index) => {
    const isReport = index > problems && roles[index] === 'previous' && /整改|措施/.test(title);
    return isReport && !namesOtherYear(title);
  });
}

/** The order in which a speech has its parts. */
const order = ['previous', 'problems', 'causes', 'measures'] as const;

/**
 * Finds each part that no heading names outright: by plain words, and only where the part belongs in the order. Changes
 * `roles`.
 */
function nameByPlace(drafts: readonly Draft[], roles: Array<Role | undefined>): void {
  for (const [at, role] of order.entries()) {
    if (roles.includes(role)) continue;
    const after = Math.max(-1, ...order.slice(0, at).map((earlier) => roles.lastIndexOf(earlier)));
    const later = order
      .slice(at + 1)
      .map((next) => roles.indexOf(next))
      .filter((index) => index >= 0);
    const before = Math.min(drafts.length, ...later);
    const found = drafts.findIndex(({ heading: { title } }, index) => {
      const free = roles[index] === undefined && index > after && index < before;
      return (
        free && !isAspectTitle(title) && !isFrameTitle(title) && title.length <= 14 && plainWords[role].test(title)
      );
    });
    if (found >= 0) roles[found] = role;
  }
}

/**
 * Finds parts whose heading says nothing, such as “纸条上写的” or “维修单”: by what they hold, and only in the gaps between the
 * parts that have a role already. Changes `roles`.
 */
function nameByContents(drafts: readonly Draft[], roles: Array<Role | undefined>): void {
  const at = (role: Role) => roles.indexOf(role);
  const unnamed = (after: number, before: number, fits: (draft: Draft) => boolean) =>
    [...drafts.entries()].flatMap(([index, draft]) => {
      const { title } = draft.heading;
      const isFree = roles[index] === undefined && !isAspectTitle(title) && !isFrameTitle(title);
      return isFree && index > after && index < before && fits(draft) ? [index] : [];
    });
  const name = (role: Role, index: number | undefined) => {
    if (index !== undefined && !roles.includes(role)) roles[index] = role;
  };
  const end = drafts.length;
  const next = Math.min(...[at('causes'), at('measures')].filter((index) => index >= 0), end);
  name('problems', unnamed(-1, next, gathersAspects)[0]);
  // Of two such parts before the measures, the first has the problems and the second the causes.
  if (next < end) name('problems', unnamed(-1, next, gathersItems).slice(at('causes') >= 0 ? -1 : -2)[0]);
  if (at('problems') < 0) return;
  name('measures', unnamed(at('causes') >= 0 ? at('causes') : at('problems') + 1, end, holdsItems)[0]);
  // Some drafts put the measures before the causes.
  if (at('causes') >= 0) name('measures', unnamed(at('problems'), at('causes'), holdsItems)[0]);
  if (at('measures') >= 0) name('causes', unnamed(at('problems'), at('measures'), isOwn).at(-1));
}

/** Whether a heading may name causes: “支部书记点我的一句话” and “群众给我的批评” tell what others said instead. */
function isOwn({ heading }: Draft): boolean {
  return !/[点送说评提给][给了]?我|批评|意见|提醒|点评|一句话$/.test(heading.title);
}

function gathersItems({ sections }: Draft): boolean {
  return sections.length > 1;
}

/** Whether a draft is sorted by aspects, “带头……方面” and the like. Where no part has a name, only problems are. */
function gathersAspects({ sections }: Draft): boolean {
  return sections.filter(({ heading }) => isAspectTitle(heading.title)).length > 1;
}

function holdsItems({ sections, body }: Draft): boolean {
  return sections.length > 1 || body.some(({ kind }) => kind === 'table');
}

function firstLevelRole({ heading, style, sections }: Draft): Role | undefined {
  const { title, part, line } = heading;
  // “第四，同事有不对的地方，当面不说。……” in a talk without parts is a point, whatever its words.
  if ((!part && isSeriesStyle(style) && !isAlone(line)) || isCriticismTitle(title)) return 'other';
  const parts = sections.map(({ heading }) => heading.part);
  // Items that tell 问题, 原因 and 整改 in one paragraph each.
  if (sections.filter(tellsParts).length > 1 && roleOf(title) !== 'measures') return 'other';
  if (parts.includes('causes') || parts.includes('measures')) {
    // With parts of its own it is an aspect, or a heading over the whole speech, whatever its words.
    if (parts.includes('problems') || !isRoleHeading(title)) return 'other';
  }
  return part ?? roleOf(title);
}

function tellsParts({ sections }: Draft): boolean {
  return sections.some(({ heading }) => heading.inline && heading.part === 'problems');
}

function isRoleHeading(title: string): boolean {
  return pureRole(title) !== undefined || isWrapperTitle(title);
}

function toSection(draft: Draft, role: Role | undefined, outer: Role | undefined, holdsParts = true): Section {
  const around = role === 'other' ? undefined : (role ?? outer);
  const claims = draft.sections.map(({ heading: inner }) => (holdsParts ? inner.part : undefined));
  // “1.问题表现 2.原因分析 3.整改措施” under an aspect are parts. But inside the problems a lone “主要问题” only gathers what belongs
  // to them, and so does “整改措施：” below “整改目标：” inside the measures.
  const hasParts = claims.some((claim) => (claim === 'causes' || claim === 'measures') && claim !== around);
  const sections = draft.sections.map((inner, index) => {
    const claimed = claims[index];
    // “认识不足” below the causes is a cause.
    const isMatter = claimed === 'problems' && (around === 'causes' || around === 'measures');
    return toSection(inner, (claimed === around || isMatter) && !hasParts ? undefined : claimed, around);
  });
  return sectionOf(draft, role, sections);
}

function sectionOf(draft: Draft, role: Role | undefined, sections: Section[]): Section {
  const { heading, body } = draft;
  const end = Math.max(draft.end, ...body.map(({ span }) => span.end), ...sections.map(({ span }) => span.end));
  return { heading, role, body, sections, span: { start: heading.span.start, end } };
}
