import { memoised } from '../memory/memoised.ts';
import { memoisedByContents } from '../memory/memoisedByContents.ts';
import { frontMatterOf } from '../parse/frontMatter.ts';
import { outlineOf } from '../parse/retouch.ts';
import { titleOrFirstLine } from '../reading/title.ts';
import type { Speech } from '../speech.ts';
import { type AspectChoice, type AspectSigns, aspectsOf, covers } from './aspectSets.ts';
import type { AspectSet, Meeting, Part, Profile, ProfileData, Speaker } from './profileData.ts';
import { speakerOf } from './speaker.ts';

/** The profile of a speech, and how it was found. */
export interface Choice extends AspectChoice {
  readonly profile: Profile;
  readonly from: 'frontMatter' | 'title' | 'content' | 'default';
}

/** Chosen by front matter, else by the title, else by the content; a speech always has a profile. */
export function profileOf(speech: Speech, data: ProfileData): Choice {
  return choices(data)(speech);
}

const choices = memoised((data: ProfileData) => {
  const choice = memoisedByContents((signs: Signs) => choose(signs, data));
  return memoised((speech: Speech) => choice(signsOf(speech)));
});

/** Everything that a profile is chosen by; most keystrokes do not change it. */
interface Signs extends AspectSigns {
  readonly kind: string | undefined;
  readonly speaker: Speaker;
  readonly hasProblems: boolean;
}

function signsOf(speech: Speech): Signs {
  const { 类型: kind, 年度: year, 主题: theme } = valuesOf(speech);
  const { text, preamble, titleBlock } = speech;
  const { problems } = outlineOf(speech).outline;
  const { date } = titleBlock;
  return {
    kind,
    year,
    theme,
    title: titleOrFirstLine(speech),
    date: date && text.slice(date.span.start, date.span.end),
    preamble: preamble.map(({ span }) => text.slice(span.start, span.end)).join('\n'),
    speaker: speakerOf(speech),
    hasProblems: problems.length > 0,
  };
}

function choose(signs: Signs, data: ProfileData): Choice {
  const { kind } = signs;
  const named = kind === undefined ? undefined : findProfile(data, kind);
  const found = named
    ? { profile: named, from: 'frontMatter' as const }
    : (byTitle(signs, data) ?? byContent(signs, data));
  const sets = data.aspectSets.filter((set) => set.meeting === found.profile.meeting && set.year !== undefined);
  return { ...found, ...aspectsOf(sets, signs) };
}

/**
 * The parts of the kind, and those that the year's meeting asks for in addition, as far as most
 * materials of that year have them.
 */
export function expectedParts({ profile, aspects }: Choice): Part[] {
  return profile.parts.map((part) => {
    const asked = aspects?.parts.find(({ role }) => role === part.role);
    if (!asked || aspects?.evidence === 'K') return part;
    return { ...part, title: asked.title, need: part.need === 'required' ? 'required' : 'usual' };
  });
}

/** The profile of this name or alias. */
export function findProfile({ profiles }: Pick<ProfileData, 'profiles'>, name: string): Profile | undefined {
  return profiles.find((profile) => profile.name === name) ?? profiles.find(({ aliases }) => aliases.includes(name));
}

/** The aspect sets that belong to a kind of meeting and a year, those without a year last. */
export function setsFor({ aspectSets }: ProfileData, meeting: Meeting, year: number | undefined): AspectSet[] {
  const own = aspectSets.filter((set) => set.meeting === meeting);
  return year === undefined ? own : own.filter(covers(year));
}

/** The front matter's own values, each as it is written. */
export function valuesOf(speech: Speech): Readonly<Record<string, string | undefined>> {
  const entries = frontMatterOf(speech)?.entries ?? [];
  return Object.fromEntries(entries.map(({ key, value }) => [key, value]));
}

function byTitle({ title, preamble, speaker }: Signs, data: ProfileData): Pick<Choice, 'profile' | 'from'> | undefined {
  const meeting = title.includes('组织生活会') || (!title.includes('民主生活会') && isBranchMeeting(preamble));
  const words = meeting ? `${title}组织生活会` : title;
  const profile = data.profiles.find(
    (known) =>
      (known.speaker === undefined ||
        known.speaker === speaker ||
        !known.parts.some(({ need }) => need === 'required')) &&
      known.titles.some((list) => list.every((word) => words.includes(word))),
  );
  return profile && { profile, from: 'title' };
}

function byContent({ preamble, speaker, hasProblems }: Signs, data: ProfileData): Pick<Choice, 'profile' | 'from'> {
  const { profiles, defaultProfile } = data;
  const set = defaultProfile === undefined ? undefined : findProfile(data, defaultProfile);
  if (set) return { profile: set, from: 'default' };
  const meeting: Meeting = isBranchMeeting(preamble) ? '组织生活会' : '民主生活会';
  const whole = profiles.filter(({ parts }) => parts.some(({ need }) => need === 'required'));
  const profile =
    whole.find((known) => known.meeting === meeting && known.speaker === speaker) ?? whole[0] ?? profiles[0];
  const from = hasProblems ? 'content' : 'default';
  return { profile: profile ?? plain, from };
}

function isBranchMeeting(preamble: string): boolean {
  return preamble.includes('组织生活会') && !preamble.includes('民主生活会');
}

/** Used only if a workspace has removed every profile. */
const plain: Profile = {
  name: '发言',
  aliases: [],
  description: '',
  meeting: '民主生活会',
  speaker: undefined,
  titles: [],
  parts: [],
  length: { min: undefined, max: undefined },
  shares: [],
  rate: 200,
  evidence: 'I',
};
