import { t } from '@vscode/l10n';
import { 主持词全文 } from '../../../snippets/chair.json';
import { 相互批评全文 } from '../../../snippets/criticism.json';
import { 整改方案全文 } from '../../../snippets/plan.json';
import { 表态发言全文 } from '../../../snippets/statement.json';
import texts from '../../data/new-speech.json' with { type: 'json' };
import type { Context } from '../model/context.ts';
import { quotedValue } from '../model/parse/frontMatter.ts';
import { formatNumbering } from '../model/parse/numbering.ts';
import { aspectTitle } from '../model/profile/aspectSets.ts';
import { expectedParts, findProfile, setsFor } from '../model/profile/profile.ts';
import type { Part, Profile } from '../model/profile/profileData.ts';
import { toHan } from '../model/text/numeral.ts';
import { inSnippet } from './inSnippet.ts';

/**
 * The writer's answers before a speech is begun; `leader` speaks for a unit, `member` as one of a 班子,
 * `ordinary` only for himself.
 */
export interface NewSpeech {
  readonly kind: string;
  readonly year: number | undefined;
  readonly theme: string | undefined;
  readonly capacity: 'leader' | 'member' | 'ordinary' | undefined;
}

/**
 * 新建发言稿 — a snippet with the whole outline of the kind: its required and usual parts, the aspects of that year as
 * headings, and blanks 〔…〕 as tab stops. For a kind without 问题 and 原因 it is the whole text of the kind's snippet.
 * Empty for an unknown kind. Its texts stand in `server/data/new-speech.json`; a team that wants others has snippets of
 * its own, for which VS Code has a place in every workspace.
 */
export function newSpeech({ kind, year, theme, capacity }: NewSpeech, context: Context): string {
  const profile = findProfile(context, kind);
  if (!profile) return '';
  const whole = profile.parts.length < 2 ? wholeTexts.get(profile.name) : undefined;
  if (whole) {
    const text = whole.body.join('\n');
    const dated = year === undefined ? text : text.replace('〔年度〕', `${year}年度`);
    return [...frontMatter(profile, year, theme), dated].join('\n');
  }
  const sets = setsFor(context, profile.meeting, year).filter((set) => set.year !== undefined);
  const aspects =
    year === undefined
      ? undefined
      : (sets.find((set) => set.theme === theme) ?? (sets.length === 1 ? sets[0] : undefined));
  const isTeam = profile.speaker === 'team';
  const speaker = isTeam ? 'team' : profile.meeting === '组织生活会' ? 'member' : 'one';
  const fill = filling();
  const names = aspects
    ? aspects.items.map(({ title }) => named(aspectTitle(aspects, title)))
    : texts.unnamed.map((name) => fill(name));
  const plan: Plan = { names, fill, speaker, self: isTeam ? '班子' : '我' };
  const asked = expectedParts({ profile, from: 'frontMatter', year, aspects });
  const parts = asked.filter(({ need }) => need !== 'optional');
  const lines = [
    ...frontMatter(profile, year, theme),
    `# ${titleOf(profile, year, plan)}`,
    '',
    ...(isTeam ? [] : texts.signature.map((line) => fill(line, { duty: texts.duties[capacity ?? 'member'] }))),
    ...(parts.length > 0 ? [preamble(profile, plan), ''] : [fill(texts.empty), '']),
    ...parts.flatMap((part, index) => written(part, index, plan)),
    ...(parts.length > 0 ? [fill(texts.closing, { self: plan.self }), ''] : []),
  ];
  return `${inReadingOrder(lines.join('\n'))}$0`;
}

/** What the parts of a new speech have in common. */
interface Plan {
  /** The names of the aspects. */
  readonly names: readonly string[];
  readonly fill: Fill;
  /** A 党员 at an 组织生活会, `member`, says what is wrong, gives one example, and says what he will do himself. */
  readonly speaker: 'team' | 'member' | 'one';
  /** How the speaker refers to himself: 我 or 班子. */
  readonly self: string;
}

/** A part with its heading, which is the `index`th from 0. */
function written({ role, title }: Part, index: number, { names, fill, speaker, self }: Plan): string[] {
  const head = [`## ${formatNumbering('han', index + 1)}${inSnippet(title)}`, ''];
  const items = (text: string, all: readonly string[]) =>
    all.flatMap((name, at) => [fill(text, { mark: formatNumbering('hanParen', at + 1), name }, at), '']);
  const { problems, causes, measures } = texts;
  switch (role) {
    case 'problems':
      return [...head, ...items(speaker === 'member' ? problems.member : problems.one, names)];
    case 'causes':
      return [...head, causes.lead, '', ...items(causes.each, causes.names)];
    case 'measures':
      return [...head, measures.lead, '', ...items(measures[speaker], names)];
    case 'previous':
    case 'case':
    case 'matters':
      return [...head, fill(texts[role], { self }), ''];
    default:
      return [...head, fill(texts.other), ''];
  }
}

/** The snippets for kinds that have no outline of 问题, 原因 and 整改. */
const wholeTexts: ReadonlyMap<string, { readonly body: readonly string[] }> = new Map([
  ['主持词', 主持词全文],
  ['批评意见', 相互批评全文],
  ['整改方案', 整改方案全文],
  ['表态发言', 表态发言全文],
]);

function named(title: string): string {
  const words = inSnippet(title.replaceAll(' / ', '、').replaceAll('/', '、'));
  return /方面$/.test(words) ? words : `${words}方面`;
}

function frontMatter({ name }: Profile, year: number | undefined, theme: string | undefined): string[] {
  const lines = ['---', '发言:', `  类型: ${inSnippet(quotedValue(name))}`];
  if (year !== undefined) lines.push(`  年度: ${year}`);
  if (theme !== undefined) lines.push(`  主题: ${inSnippet(quotedValue(theme))}`);
  return [...lines, '---', ''];
}

function titleOf({ name, meeting }: Profile, year: number | undefined, { fill, speaker }: Plan): string {
  const { titles, when } = texts;
  const text = speaker === 'team' && meeting === '组织生活会' ? titles.branch : titles[speaker];
  return fill(text, {
    meeting,
    when: year === undefined ? fill(when.undated) : fill(when.dated, { year: String(year) }),
    form: /对照检查|党员/.test(name) ? '对照检查材料' : inSnippet(name),
  });
}

function preamble({ meeting }: Profile, { names, fill, speaker, self }: Plan): string {
  const { member, one } = texts.preambles;
  return fill(speaker === 'member' ? member : one, { meeting, self, count: toHan(names.length) });
}

/** Renumbers the stops in the order in which they are read; a repeated stop keeps its number. */
function inReadingOrder(snippet: string): string {
  const order: string[] = [];
  return snippet.replace(/(?<=\$\{)\d+(?=[:|])/g, (number) => {
    if (!order.includes(number)) order.push(number);
    return String(order.indexOf(number) + 1);
  });
}

/**
 * Writes out a text of `server/data/new-speech.json`: `{name}` is its value, `〔甲〕` a blank to fill in, `〔甲|乙〕` a
 * choice. A choice that ends in `…` begins with another one in each paragraph, of which this is the `turn`th from 0.
 */
type Fill = (text: string, values?: Readonly<Record<string, string>>, turn?: number) => string;

/** Numbers the tab stops in the order of the calls. */
function filling(): Fill {
  let last = 0;
  return (text, values = {}, turn = 0) =>
    text.replace(/\{(\w+)\}|〔([^〔〕]+)〕/g, (_, name: string, blank?: string) => {
      if (blank === undefined) return values[name] ?? '';
      last += 1;
      const words = blank.replace(/\{(\w+)\}/g, (_, inner: string) => values[inner] ?? '').split('|');
      const choices = words.at(-1) === '…' ? turned(words.slice(0, -1), turn) : words;
      return choices.length === 1 ? `\${${last}:〔${choices[0]}〕}` : `\${${last}|${choices.join(',')}|}`;
    });
}

/**
 * The same choices with another one first, so that those a writer leaves as they are do not read the same everywhere.
 */
function turned(words: readonly string[], by: number): string[] {
  const start = by % words.length;
  return [...words.slice(start), ...words.slice(0, start)];
}

/** The capacities to choose from for a kind, the likeliest first; empty where there is nothing to choose. */
export function capacitiesFor(
  profile: Pick<Profile, 'speaker' | 'meeting' | 'parts'>,
): Array<{ capacity: NewSpeech['capacity']; label: string }> {
  if (profile.speaker === 'team' || profile.parts.length === 0) return [];
  const ordinary = { capacity: 'ordinary' as const, label: t('普通党员') };
  const others = [
    { capacity: 'leader' as const, label: t('主要负责人') },
    { capacity: 'member' as const, label: t('班子成员') },
  ];
  return profile.meeting === '组织生活会' ? [ordinary, ...others] : [...others, ordinary];
}
