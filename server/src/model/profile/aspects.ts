import { memoisedByText } from '../memory/memoisedByText.ts';
import { allSections, type Section, type Speech, siblingGroups, type Unit } from '../speech.ts';
import { hasBlank } from '../text/blanks.ts';
import type { Span } from '../text/span.ts';
import { announcedAspects, announcedNumber, miscountedList } from './announced.ts';
import type { AnnouncedNumber } from './aspectList.ts';
import { aspectTitle } from './aspectSets.ts';
import { profileOf } from './profile.ts';
import type { Evidence, ProfileData } from './profileData.ts';

/** An aspect that the speech should examine and does not. */
export interface MissingAspect {
  readonly title: string;
  /**
   * `announced` by the preamble word by word; `counted` there by number and known from the profile;
   * `required` by the profile alone.
   */
  readonly from: 'announced' | 'counted' | 'required';
  readonly evidence: Evidence;
  /** Where the preamble announces it; none where it does not. */
  readonly announced: Span | undefined;
  /** The unit it belongs after; none where it comes first. */
  readonly after: Unit | undefined;
  /** The unit it belongs before. */
  readonly before: Unit | undefined;
}

/**
 * 缺的方面. Prefers silence to a false alarm: most of the aspects must have a unit of their own, and where one is missing
 * there may be no unit that could be it under another name.
 */
export function missingAspects(speech: Speech, data: ProfileData): MissingAspect[] {
  if (speech.problems.length === 0) return [];
  const announced = announcedAspects(speech);
  if (announced.length > 0) {
    const wanted = announced.map(({ title, span }) => ({
      title,
      keywords: [],
      evidence: 'D' as const,
      announced: span,
    }));
    return gaps(speech, wanted, true).map((gap) => ({ ...gap, from: 'announced' }));
  }
  const { aspects, from } = profileOf(speech, data);
  if (!aspects || aspects.items.length < (aspects.count ?? aspects.items.length)) return [];
  const number = announcedNumber(speech);
  const counted = number !== undefined && number.count === aspects.items.length;
  if (!counted && from !== 'frontMatter') return [];
  // Six units that all say 带头 are the six announced, whatever a profile calls them.
  const { problems } = speech;
  if (counted && problems.length >= number.count && problems.every(({ title }) => title.includes(aspects.lead)))
    return [];
  const wanted = aspects.items.map(({ title, keywords, evidence }) => ({
    title: aspectTitle(aspects, title),
    keywords,
    evidence,
    announced: counted ? number.span : undefined,
  }));
  return gaps(speech, wanted, counted).map((gap) => ({ ...gap, from: counted ? 'counted' : 'required' }));
}

/**
 * A number announced in the preamble that the problems do not match, and how many there are: “学习、作风、纪律五个方面” where just
 * these three are examined, or “对照“五个带头”” over four units that all say 带头.
 */
export function miscountedAspects(speech: Speech): { number: AnnouncedNumber; delivered: number } | undefined {
  const units = speech.problems;
  const list = miscountedList(speech);
  if (list && list.number.count !== units.length) {
    const rest = [...units];
    const isExamined = list.titles.every((title) => {
      const at = rest.findIndex((unit) => likeness({ title, keywords: [] }, unit.title) >= alike);
      return at >= 0 && rest.splice(at, 1).length > 0;
    });
    if (isExamined) return { number: list.number, delivered: list.titles.length };
  }
  const number = announcedNumber(speech);
  if (!number || number.count === units.length || units.length < 2 || !isFinished(speech)) return undefined;
  const word = /带头|对照/.exec(speech.text.slice(number.span.start, number.span.end))?.[0];
  const all = word !== undefined && units.every(({ title }) => title.includes(word));
  return all ? { number, delivered: units.length } : undefined;
}

/** The aspects of a profile in their order, each with the units that examine it. */
export function coveredAspects(
  speech: Speech,
  titles: ReadonlyArray<{ readonly title: string; readonly keywords: readonly string[] }>,
): Array<Unit | undefined> {
  return titles.map((wanted) => speech.problems.find((unit) => likeness(wanted, unit.title) >= alike));
}

interface Wanted {
  readonly title: string;
  readonly keywords: readonly string[];
  readonly evidence: Evidence;
  readonly announced: Span | undefined;
}

/** The share of the shorter title that must occur in the longer one for two titles to name the same aspect. */
const alike = 0.5;

function gaps(speech: Speech, wanted: readonly Wanted[], strict: boolean): Array<Omit<MissingAspect, 'from'>> {
  const units = speech.problems;
  const taken = new Map<number, number>();
  for (const [index, aspect] of wanted.entries()) {
    const scores = units.map((unit, at) => (isTaken(at) ? 0 : likeness(aspect, unit.title)));
    const best = Math.max(...scores);
    if (best >= alike) taken.set(index, scores.indexOf(best));
  }
  const missing = wanted.length - taken.size;
  if (missing === 0 || missing > Math.max(1, wanted.length / 3) || taken.size < 2) return [];
  const names = allSections({ sections: problemSections(speech) }).map(({ heading }) => heading.title);
  return wanted.flatMap((aspect, index) => {
    if (taken.has(index) || names.some((name) => likeness(aspect, name) >= alike)) return [];
    const previous = nearest(index, -1);
    const next = nearest(index, 1);
    // The last aspect is not missing as long as nothing is written after it.
    if (next === undefined && !isFinished(speech)) return [];
    const [from, to] = [previous ?? -1, next ?? units.length];
    // A unit on another level, such as （二）意识形态 beside the （一） that holds the aspects, is not an aspect.
    const beside = units[previous ?? next ?? -1]?.section;
    const level = siblingGroups(speech).find((group) => group.some((section) => section === beside)) ?? [];
    const between = units
      .slice(Math.min(from, to) + 1, Math.max(from, to))
      .filter(({ section }) => section === undefined || level.includes(section));
    if (strict && between.some((unit) => !isTaken(units.indexOf(unit)))) return [];
    return [
      {
        title: aspect.title,
        evidence: aspect.evidence,
        announced: aspect.announced,
        after: previous === undefined ? undefined : units[previous],
        before: next === undefined ? undefined : units[next],
      },
    ];
  });

  function isTaken(at: number): boolean {
    return [...taken.values()].includes(at);
  }

  /** The unit of the nearest aspect before or after that has one. */
  function nearest(index: number, step: 1 | -1): number | undefined {
    for (let at = index + step; at >= 0 && at < wanted.length; at += step) {
      const unit = taken.get(at);
      if (unit !== undefined) return unit;
    }
    return undefined;
  }
}

/** Whether causes or measures have been begun after the problems. */
function isFinished({ text, sections, causes, measures }: Speech): boolean {
  const isWritten = ({ span }: { readonly span: Span }) => !hasBlank(text.slice(span.start, span.end));
  const parts = sections.filter(({ role }) => role === 'causes' || role === 'measures');
  return [...causes, ...measures, ...parts].some(isWritten);
}

/** The top sections that examine something; those of causes and measures do not. */
function problemSections({ sections }: Speech): Section[] {
  return sections.filter(({ role }) => role === 'problems' || role === 'other');
}

/**
 * 0–1: how much of the shorter of two titles occurs in the other, in pairs of characters; 1
 * where `other` has a keyword.
 */
function likeness({ title, keywords }: Pick<Wanted, 'title' | 'keywords'>, other: string): number {
  const [a, b] = [plain(title), plain(other)];
  if (keywords.some((word) => word.length >= 3 && b.includes(plain(word)))) return 1;
  const [own, theirs] = [pairs(a), pairs(b)];
  if (own.size === 0 || theirs.size === 0) return a === b ? 1 : 0;
  const shared = [...own].filter((pair) => theirs.has(pair)).length;
  return shared / Math.min(own.size, Math.max(theirs.size, 2));
}

/** Without quotation marks and the words that surround every aspect. */
const plain = memoisedByText(
  (title) =>
    title
      .replace(/[“”"‘’\s　*、，]/g, '')
      .replace(/^在?(?:带头|对照|关于)?/, '')
      .replace(/(?:方面|上)?(?:存在|有)?的?(?:主要|突出)?(?:问题|不足|差距)?$/, ''),
  100_000,
);

const pairs = memoisedByText((text): ReadonlySet<string> => {
  const found = new Set<string>();
  for (let at = 0; at + 2 <= text.length; at += 1) found.add(text.slice(at, at + 2));
  return found;
}, 100_000);
