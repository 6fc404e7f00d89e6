import type { Draft } from './draft.ts';
import {
  closingHead,
  isAppendixTitle,
  isAspectTitle,
  isFrameTitle,
  isWrapperTitle,
  plainWords,
  pureRole,
  type Role,
  roleOf,
  sideRole,
} from './role.ts';
import type { Entry, Line, Section } from './speech.ts';

/** Gives the nested drafts their roles and spans, and takes the closing words off the last unit. */
export function sectionsOf(text: string, drafts: readonly Draft[]): { sections: Section[]; closing: Line[] } {
  const roles = drafts.map(firstLevelRole);
  for (const [index, draft] of drafts.entries()) {
    const side = besideProblems(draft, roles);
    if (side) roles[index] = side;
    // A table at the end that lists again what the parts have told.
    const isElsewhere = roles.some((role, other) => role === 'measures' && other !== index);
    if (isElsewhere && isAppendixTitle(draft.heading.title)) roles[index] = 'other';
  }
  nameByPlace(drafts, roles);
  nameByContents(drafts, roles);
  const lastMeasures = roles.lastIndexOf('measures');
  for (const [index, draft] of drafts.entries()) {
    // What follows the measures, and neither gathers items nor names an aspect, closes the speech.
    const isLast = lastMeasures >= 0 && index > lastMeasures && roles[index] === undefined;
    if (isLast && draft.sections.length === 0 && !isAspectTitle(draft.heading.title)) roles[index] = 'closing';
  }
  const last = drafts.at(-1);
  const closing = last && roles.at(-1) !== 'closing' ? takeClosing(text, last, roles.at(-1)) : [];
  const sections = drafts.map((draft, index) => {
    const holdsParts = besideProblems(draft, roles) === undefined;
    return toSection(draft, roles[index] ?? 'other', undefined, holdsParts);
  });
  return { sections, closing };
}

/** “三、典型案例剖析” with “（一）案情” and “（二）对照查摆” examines nobody, where another part does: what it is there for. */
function besideProblems({ heading }: Draft, roles: ReadonlyArray<Role | undefined>): Role | undefined {
  return heading.numbering && roles.includes('problems') ? sideRole(heading.title) : undefined;
}

const order = ['previous', 'problems', 'causes', 'measures'] as const;

/** Parts that no heading names outright, by plain words at the place where the part belongs. Changes `roles`. */
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
 * Parts under a heading whose words tell nothing, as “纸条上写的” or “维修单”: by what they hold, at the place that the parts with a
 * name leave for them. Changes `roles`.
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
  // Of two parts before the measures the second tells the causes.
  if (next < end) name('problems', unnamed(-1, next, gathersItems).slice(at('causes') >= 0 ? -1 : -2)[0]);
  if (at('problems') < 0) return;
  name('measures', unnamed(at('causes') >= 0 ? at('causes') : at('problems') + 1, end, holdsItems)[0]);
  // Drafts that put the measures first.
  if (at('causes') >= 0) name('measures', unnamed(at('problems'), at('causes'), holdsItems)[0]);
  if (at('measures') >= 0) name('causes', unnamed(at('problems'), at('measures'), isOwn).at(-1));
}

/** “支部书记点我的一句话”, “群众给我的批评” tell what others said. */
function isOwn({ heading }: Draft): boolean {
  return !/[点送说评提给][给了]?我|批评|意见|提醒|点评|一句话$/.test(heading.title);
}

function gathersItems({ sections }: Draft): boolean {
  return sections.length > 1;
}

/** “带头……方面” and the like: what problems are sorted by, and nothing else in a speech without named parts. */
function gathersAspects({ sections }: Draft): boolean {
  return sections.filter(({ heading }) => isAspectTitle(heading.title)).length > 1;
}

function holdsItems({ sections, body }: Draft): boolean {
  return sections.length > 1 || body.some(({ kind }) => kind === 'table');
}

function firstLevelRole({ heading: { title }, sections }: Draft): Role | undefined {
  const parts = sections.map(({ heading }) => heading.part);
  if (parts.includes('causes') || parts.includes('measures')) {
    // A section that holds parts of its own is an aspect, or gathers the parts.
    if (parts.includes('problems') || !isRoleHeading(title)) return 'other';
  }
  return roleOf(title);
}

function isRoleHeading(title: string): boolean {
  return pureRole(title) !== undefined || isWrapperTitle(title);
}

function toSection(draft: Draft, role: Role | undefined, outer: Role | undefined, holdsParts = true): Section {
  const { heading, body } = draft;
  const around = role === 'other' ? undefined : (role ?? outer);
  const claims = draft.sections.map(({ heading: inner }) => (holdsParts ? inner.part : undefined));
  // “1.问题表现 2.原因分析 3.整改措施” under an aspect are parts; a lone “主要问题” inside the problems only gathers, and so does
  // “整改措施：” below “整改目标：” inside the measures.
  const hasParts = claims.some((claim) => (claim === 'causes' || claim === 'measures') && claim !== around);
  const sections = draft.sections.map((inner, index) => {
    const claimed = claims[index];
    // “认识不足” below the causes is a cause.
    const isMatter = claimed === 'problems' && (around === 'causes' || around === 'measures');
    return toSection(inner, (claimed === around || isMatter) && !hasParts ? undefined : claimed, around);
  });
  const end = Math.max(draft.end, ...body.map(({ span }) => span.end), ...sections.map(({ span }) => span.end));
  return { heading, role, body, sections, span: { start: heading.span.start, end } };
}

/**
 * The last paragraphs when they belong to no unit: the units before hold fewer paragraphs, a table stands above, or the words say
 * so. They are removed from the draft.
 */
function takeClosing(text: string, last: Draft, role: Role | undefined): Line[] {
  const path = [last];
  for (let inner = last.sections.at(-1); inner; inner = inner.sections.at(-1)) path.push(inner);
  while (path.length > 1 && countLines(path.at(-1)?.body ?? []) === 0) path.pop();
  const holder = path.at(-1) as Draft;
  const trailing = trailingLines(holder.body);
  if (trailing.length === 0) return [];
  const siblings = (path.at(-2)?.sections ?? []).filter((sibling) => sibling !== holder);
  // “责任领导：……” after the last point of every measure belongs to the measures.
  const others = path.slice(0, -1).flatMap(({ sections }) => sections.slice(0, -1).map(innermostLast));
  // “（二）原因分析” on a line of its own is not left empty, even if the points above it hold no paragraph.
  const { part, body: runIn } = holder.heading;
  const least = part && runIn.start === runIn.end && holder.sections.length === 0 ? 1 : 0;
  const usual = Math.max(least, ...[...siblings, ...others].map(({ body }) => countLines(body)));
  let taken = 0;
  if (holder.body.some(({ kind }) => kind === 'table')) taken = trailing.length;
  else if (siblings.length > 0) taken = Math.max(0, trailing.length - usual);
  const words = trailing.map(({ span }) => text.slice(span.start, span.end));
  // The second paragraph of the last measure is none of them.
  const promised = words.findLastIndex(isPromise);
  taken = Math.max(Math.min(taken, words.length - 1 - promised), formalTail(words));
  // The heading of the measures, none below it yet, and the words that close the speech.
  const [only = '', ...more] = words;
  if (role === 'measures' && path.length === 1 && more.length === 0 && runIn.start === runIn.end && isAppeal(only))
    taken = 1;
  if (taken === 0 || taken > longestClosing) return [];
  const lines = trailing.slice(-taken);
  // With what stands between them, or a comment there would keep them in the section.
  holder.body.splice(holder.body.indexOf(lines[0] as Line));
  return lines;
}

function innermostLast(draft: Draft): Draft {
  const last = draft.sections.at(-1);
  return last ? innermostLast(last) : draft;
}

/** Whether a paragraph says how often, by when, by whom or against what: a measure does, and closing words do not unless they ask somebody to. */
export function isPromise(words: string): boolean {
  return promise.test(words) && !mayClose(words) && !asks.test(words);
}

const promise =
  /每(?:天|日|周|月|季|半年|年)|(?:[0-9一二三四五六七八九十]月|年)底?(?:之?前|以前)|由[^，。；]{1,12}(?:负责|牵头)|^针对[^。；]{2,60}的问题，/;
const asks = /请[^，。；]{0,12}(?:同志|职工|群众|党员|大家|各位|组织|领导|督导组|乡亲|党委|党组|代表|全体)/;

/** “秤砣虽小，压得住千斤。请同志们不留情面地批评。”: a few words to those who listen or about the day, and nothing that is going to be done. */
function isAppeal(words: string): boolean {
  const speaksToThem = words.length <= longestAppeal && (asks.test(words) || occasion.test(words));
  return speaksToThem && !undertakes.test(words) && !promise.test(words);
}

const longestAppeal = 100;
const occasion = /以(?:这|此|本)次[^，。]{0,6}生活会为[^，。]{0,6}(?:契机|起点|动力)/;
const undertakes =
  /将(?!诚恳|以(?:这|此|本)次|虚心|认真|诚挚)|要(?=[加强抓坚认深带严做把以])|每(?!一?[个位条])|学习|转变|提高|深化|努力|克服|纠正|加强|坚持|建立|制定|完善|落实|带头|开展|组织(?!和|生活)/;

/** Paragraphs. More than these are no closing words. */
const longestClosing = 4;

/** How many lines at the end are closing words, a list of papers, or name and date. */
function formalTail(lines: readonly string[]): number {
  let count = 0;
  for (const [index, words] of [...lines.entries()].reverse()) {
    const signs = date.test(lines[index + 1] ?? '') && words.length <= 25 && !/[，。；：！？]/.test(words);
    const isClosing = index === lines.length - 1 && closingWords.test(words);
    if (!isClosing && !signs && !date.test(words) && !papers.test(words)) break;
    count += 1;
  }
  return count;
}

/** Whether a paragraph of more than a few words may be closing words of the speech, or what stands below them. */
export function mayClose(words: string): boolean {
  return closingWords.test(words) || date.test(words) || papers.test(words) || isAppeal(words);
}

const papers = /^(?:附[ 　]*件[0-9]?[：:]|特此)/;

const date =
  /^[（(]?(?:20[0-9]{2}|二[〇○零][〇○零一二三四五六七八九]{2})年[0-9一二三四五六七八九十]{1,3}月(?:[0-9一二三四五六七八九十]{1,3}日)?[）)]?$/;

const closingWords = new RegExp(
  `${closingHead.source}|(?:^|[。！])(?:恳|敬|也|还)?请[^，。；]{0,6}(?:同志|各位|大家|领导|组织)[^。；]{0,40}[。！]?$|(?:批评指正|批评帮助|提出批评|批评意见|批评|监督|指正|谢谢大家|汇报完毕|发言完毕)[！。]?$`,
);

function trailingLines(body: readonly Entry[]): Line[] {
  const lines: Line[] = [];
  for (const entry of [...body].reverse()) {
    if (entry.kind === 'line') lines.unshift(entry);
    else if (entry.kind === 'table') break;
  }
  return lines;
}

function countLines(body: readonly Entry[]): number {
  return body.filter(({ kind }) => kind === 'line').length;
}
