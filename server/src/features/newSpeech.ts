import { t } from '@vscode/l10n';
import { 主持词全文 } from '../../../snippets/chair.json';
import { 相互批评全文 } from '../../../snippets/criticism.json';
import { 整改方案全文 } from '../../../snippets/plan.json';
import { 表态发言全文 } from '../../../snippets/statement.json';
import type { Context } from '../model/context.ts';
import { quotedValue } from '../model/parse/frontMatter.ts';
import { formatNumbering } from '../model/parse/numbering.ts';
import { aspectTitle } from '../model/profile/aspectSets.ts';
import { expectedParts, findProfile, setsFor } from '../model/profile/profile.ts';
import type { Part, Profile } from '../model/profile/profileData.ts';
import { toHan } from '../model/text/numeral.ts';

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
 * Empty for an unknown kind.
 */
export function newSpeech({ kind, year, theme, capacity }: NewSpeech, context: Context): string {
  const profile = findProfile(context, kind);
  if (!profile) return '';
  const whole = profile.parts.length < 2 ? wholeTexts[profile.name] : undefined;
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
  const stops = counter();
  const isTeam = profile.speaker === 'team';
  const self = isTeam ? '班子' : '我';
  const isMember = !isTeam && profile.meeting === '组织生活会';
  const asked = expectedParts({ profile, from: 'frontMatter', year, aspects });
  const parts = asked.filter(({ need }) => need !== 'optional');
  const names = aspects
    ? aspects.items.map(({ title }) => named(aspectTitle(aspects, title)))
    : [stops('方面名称'), stops('方面名称'), stops('方面名称')].map((stop) => `${stop}方面`);
  const plan: Plan = { names, stops, self, isTeam, isMember };
  const lines = [
    ...frontMatter(profile, year, theme),
    `# ${titleOf(profile, year, stops)}`,
    '',
    ...(isTeam ? [] : [`${stops(dutyOf(capacity))}　${stops('姓名')}`, '', `（${stops('年月日')}）`, '']),
    ...(parts.length > 0 ? [preamble(profile, names.length, stops), ''] : [stops('正文'), '']),
    ...parts.flatMap((part, index) => written(part, index, plan)),
    ...(parts.length > 0
      ? [`以上检查，不妥之处，请同志们批评指正。对大家提出的意见，${self}诚恳接受、逐条整改。`, '']
      : []),
  ];
  return `${inReadingOrder(lines.join('\n'))}$0`;
}

/** What the parts of a new speech have in common. */
interface Plan {
  /** The names of the aspects. */
  readonly names: readonly string[];
  readonly stops: Stops;
  /** How the speaker refers to himself: 我 or 班子. */
  readonly self: string;
  readonly isTeam: boolean;
  /** At an 组织生活会 a 党员 says what is wrong, gives one example, and says what he will do himself. */
  readonly isMember: boolean;
}

/** A part with its heading, which is the `index`th from 0. */
function written({ role, title }: Part, index: number, plan: Plan): string[] {
  const { names, stops, self } = plan;
  const head = [`## ${formatNumbering('han', index + 1)}${inSnippet(title)}`, ''];
  switch (role) {
    case 'previous':
      return [
        ...head,
        `上年度查摆问题${stops('N')}个、制定整改措施${stops('N')}条，已完成${stops('N')}条。${stops('未到位事项')}仍需长期坚持，下一步${stops('后续措施和时限')}。`,
        '',
      ];
    case 'problems':
      return [...head, ...names.flatMap((name, at) => [problem(name, at, plan), ''])];
    case 'causes':
      return [
        ...head,
        '上述问题的存在，根子在主观、在思想上，主要是：',
        '',
        ...['党性修养', '宗旨意识', '纪律观念'].flatMap((what, at) => [
          `${formatNumbering('hanParen', at + 1)}${what}有所${stops(...turned(['弱化', '淡化', '松懈'], at))}。${stops('思想根源')}，以致${stops('哪一类问题')}${stops(...turned(['长期没有解决', '时有发生', '没有及时纠正'], at))}。`,
          '',
        ]),
      ];
    case 'measures':
      return [
        ...head,
        '针对上述问题，下一步从以下方面抓好整改：',
        '',
        ...names.flatMap((name, at) => [measure(name, at, plan), '']),
      ];
    case 'case':
      return [
        ...head,
        `${stops('哪些反面典型案例')}暴露出${stops('什么问题')}。对照检视，${self}也有${stops('哪些苗头')}，必须引以为戒、防微杜渐。`,
        '',
      ];
    case 'matters':
      return [...head, `${stops('个人有关事项')}。`, ''];
    default:
      return [...head, `${stops('内容')}`, ''];
  }
}

function problem(name: string, at: number, { stops, isMember }: Plan): string {
  if (isMember)
    return `${formatNumbering('hanParen', at + 1)}${name}。${stops('哪件事')}${stops(...turned(['不够深入', '不够系统', '不够扎实', '不够主动', '缺乏韧劲'], at))}。比如，${stops('岗位上的一个事例和后果')}。`;
  return `${formatNumbering('hanParen', at + 1)}${name}。存在的问题：一是${stops('哪件事')}不够${stops(...turned(['深入', '系统', '扎实'], at))}。${stops('具体表现和事例')}。二是${stops('哪件事')}缺乏${stops(...turned(['韧劲', '针对性', '主动性'], at))}。${stops('具体表现和事例')}。`;
}

function measure(name: string, at: number, { stops, isMember, isTeam }: Plan): string {
  const mark = formatNumbering('hanParen', at + 1);
  const title = isMember
    ? stops('强化什么')
    : `${stops('强化什么')}，在${stops('落点')}上${stops('下功夫', '见实效', '求突破')}`;
  const what = `${mark}${title}。针对${name}的问题，${stops('每月', '每季度', '每半年')}${stops('动作')}不少于${stops('N')}次；${stops('N')}月底前${stops('动作和载体')}`;
  if (isMember) return `${what}，以${stops('可检验的结果')}为检验标准。`;
  if (!isTeam) return `${what}。由${stops('责任人')}牵头，以${stops('可检验的结果')}为检验标准。`;
  return `${what}，以${stops('可检验的结果')}为检验标准。责任领导：${stops('姓名')}；责任单位：${stops('单位')}；完成时限：${stops('年月底或者长期坚持')}。`;
}

/**
 * The same choices with another one first, so that those a writer leaves as they are do not read the same everywhere.
 */
function turned(words: readonly string[], by: number): string[] {
  const start = by % words.length;
  return [...words.slice(start), ...words.slice(0, start)];
}

/** The snippets for kinds that have no outline of 问题, 原因 and 整改. */
const wholeTexts: Readonly<Record<string, { readonly body: readonly string[] }>> = {
  主持词: 主持词全文,
  批评意见: 相互批评全文,
  整改方案: 整改方案全文,
  表态发言: 表态发言全文,
};

function named(title: string): string {
  const words = inSnippet(title.replaceAll(' / ', '、').replaceAll('/', '、'));
  return /方面$/.test(words) ? words : `${words}方面`;
}

/** Text that a snippet shows as it is. */
function inSnippet(text: string): string {
  return text.replaceAll(/[\\$}]/g, '\\$&');
}

function frontMatter({ name }: Profile, year: number | undefined, theme: string | undefined): string[] {
  const lines = ['---', '发言:', `  类型: ${inSnippet(quotedValue(name))}`];
  if (year !== undefined) lines.push(`  年度: ${year}`);
  if (theme !== undefined) lines.push(`  主题: ${inSnippet(quotedValue(theme))}`);
  return [...lines, '---', ''];
}

function titleOf({ name, meeting, speaker }: Profile, year: number | undefined, stops: Stops): string {
  const place = () => stops(meeting === '组织生活会' ? '支部名称' : '单位');
  const which = () => (year === undefined ? stops('年度') : stops(`${year}年度`, '专题'));
  if (speaker === 'team')
    return `${place()}${meeting === '组织生活会' ? '党支部班子' : '领导班子'}${which()}${meeting}对照检查材料`;
  const form = /对照检查|党员/.test(name) ? '对照检查材料' : inSnippet(name);
  return `在${place()}${which()}${meeting}上的${form}`;
}

function preamble({ meeting, speaker }: Profile, aspects: number, stops: Stops): string {
  if (meeting === '组织生活会' && speaker !== 'team')
    return `按照支部安排，会前我认真学习了${stops('学习内容')}，最大的体会是${stops('一句切身体会')}。从${toHan(aspects)}个方面逐项对照，现将个人检查情况汇报如下，请同志们批评指正。`;
  const self = speaker === 'team' ? '班子' : '我';
  return `按照${stops('上级')}关于开好这次${meeting}的部署要求，会前${self}认真学习了${stops('学习内容')}，征求到意见建议${stops('N')}条，谈心谈话${stops('N')}人次，从${toHan(aspects)}个方面逐项查摆，现将有关情况报告如下，请同志们批评指正。`;
}

function dutyOf(capacity: NewSpeech['capacity']): string {
  return capacity === 'leader' ? '主要负责人职务' : capacity === 'ordinary' ? '所在支部和岗位' : '职务';
}

type Stops = (...choices: string[]) => string;

/** Renumbers the stops in the order in which they are read; a repeated stop keeps its number. */
function inReadingOrder(snippet: string): string {
  const order: string[] = [];
  return snippet.replace(/(?<=\$\{)\d+(?=[:|])/g, (number) => {
    if (!order.includes(number)) order.push(number);
    return String(order.indexOf(number) + 1);
  });
}

/** Makes tab stops, numbered in the order of the calls: one word is a blank to fill in, several are a choice. */
function counter(): Stops {
  let last = 0;
  return (...choices) => {
    last += 1;
    return choices.length === 1 ? `\${${last}:〔${choices[0]}〕}` : `\${${last}|${choices.join(',')}|}`;
  };
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
