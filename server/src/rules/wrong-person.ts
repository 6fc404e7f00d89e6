import { t } from '@vscode/l10n';
import { organisations, setPhrases } from '../../data/first-person.json';
import type { Context } from '../model/context.ts';
import { memoised } from '../model/memory/memoised.ts';
import { perBlock } from '../model/memory/perBlock.ts';
import { allUnits, perUnit } from '../model/memory/perUnit.ts';
import { outlineOf } from '../model/parse/retouch.ts';
import { isTeam } from '../model/profile/kind.ts';
import { matchesInProse, quotedIn } from '../model/reading/prose.ts';
import type { Speech, Unit } from '../model/speech.ts';
import { anyOf } from '../model/text/anyOf.ts';
import { contains, moveSpan, type Span } from '../model/text/span.ts';
import { withinQuotes } from '../model/text/withinQuotes.ts';
import { soundsNegative } from '../model/wording/tone.ts';
import type { Finding, Rule } from './rule.ts';
import { bodyOf, leaves, textOf } from './unitBody.ts';

export const wrongPerson: Rule = {
  id: 'wrong-person',
  category: 'wording',
  severity: 'information',
  title: '个人材料讲“我”，班子材料讲“班子”',
  why: '“部分同志”“有的党员”出现在个人材料里，是以班子问题代替个人问题，督导组必点。',
  source: '督导组意见：以班子问题代替个人问题',
  examples: [
    {
      bad: '# 个人对照检查材料\n\n一、存在的问题\n\n（一）学习不够系统。⟦部分同志⟧学习不认真，笔记靠补。\n\n二、整改措施\n\n（一）我每周读原著。\n',
      good: '# 个人对照检查材料\n\n一、存在的问题\n\n（一）学习不够系统。我学习不认真，对有的同志的提醒不放在心上，巡察反馈部分同志不担当，带领班子成员学得少。\n\n二、整改措施\n\n（一）我每周读原著。\n',
    },
    {
      bad: '# 局党组班子对照检查材料\n\n一、存在的问题\n\n（一）学习不够系统。⟦我⟧学习不认真。\n\n二、整改措施\n\n（一）班子每周读原著。\n',
      good: '# 局党组班子对照检查材料\n\n一、存在的问题\n\n（一）学习不够系统。我们局学习不认真，群众说：“我来了三趟。”有的同志觉得我不说也有人说，遇事你看我、我看你。我县底子薄不是理由，时不我待的紧迫感不强。\n\n二、整改措施\n\n（一）班子每周读原著。\n',
    },
  ],

  *check(speech, context) {
    if (isTeam(speech, context)) {
      yield* firstPerson(speech, context);
      return;
    }
    const { outline, place } = outlineOf(speech);
    for (const [index, { span }] of allUnits(outline).entries()) {
      const { start } = place(span);
      for (const finding of othersIn(speech)[index] ?? []) yield { ...finding, span: moveSpan(finding.span, start) };
    }
  },
};

/** 我 as the speaker, not in 我们, 我局 or 自我, and not where 你 stands beside it: 你好我好, 我中有你. */
const speaker = new RegExp(
  [
    String.raw`(?<![自忘小大无本唯真度物敌要]|你\p{Script=Han}{0,4}[，、]?)我`,
    String.raw`(?!\p{Script=Han}{0,4}[，、]?你|要学|要干|要做|代表|[们${organisations.first}])(?:本人)?`,
    String.raw`|(?<![\p{Script=Han}])本人(?=对此|负有|作为|身为)`,
  ].join(''),
  'gu',
);

/**
 * What an organisation is called after 我, beyond the first characters above: 我州, 我总队, 我开发区, 我水利局, and what
 * the team calls its own.
 */
function organisationsWith(own: readonly string[]): RegExp {
  const { names, fields, bodies } = organisations;
  const named = `(?:${anyOf(fields).source}){1,2}(?:${anyOf(bodies).source})`;
  const literally = own
    .map((word) => word.replace(/^我/, '').replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&'))
    .filter((word) => word !== '');
  return new RegExp(`我(?:${anyOf([...names, named, ...literally]).source})`, 'gu');
}

/** Set phrases in which 我 is nobody, or everybody. The language has them, not a unit, so a team cannot add its own. */
const setPhrase = anyOf(setPhrases, 'gu');

/** The text with another character for each 我 that names no speaker, so that offsets stay the same. */
function withoutSetPhrases(text: string, organisation: RegExp): string {
  const masked = (words: string) => words.replaceAll('我', '吾');
  return text.replace(setPhrase, masked).replace(organisation, masked);
}

function* firstPerson(speech: Speech, { config }: Context): Iterable<Finding> {
  const { outline, place } = outlineOf(speech);
  for (const [index, spoken] of spokenWith(config.organisations)(speech)) {
    for (const own of spoken) {
      const said = moveSpan(own, speech.starts[index] ?? 0);
      if (allUnits(outline).some(({ span }) => contains(place(span), said)))
        yield { span: said, message: t('班子材料里讲“我”，应当讲“班子”或“我们”') };
    }
  }
}

/** Where the speaker says 我 without quoting anybody, and without speaking of an organisation. */
const spokenWith = memoised((own: readonly string[]) => {
  const organisation = organisationsWith(own);
  return perBlock(({ text, entries }): readonly Span[] | undefined => {
    if (!/我|本人/.test(text)) return undefined;
    const masked = withoutSetPhrases(text, organisation);
    const spans = entries.flatMap((entry) => {
      if (entry.kind !== 'line') return [];
      const found = [...matchesInProse(masked, entry, speaker)].map(({ span }) => span);
      if (found.length === 0) return [];
      const isQuoted = quotedIn(text, entry.span);
      return found.filter(({ start }) => !isQuoted(start) && !reports.test(saidBefore(text, start)));
    });
    return spans.length > 0 ? spans : undefined;
  });
});

/** What the sentence says before an offset. */
function saidBefore(text: string, at: number): string {
  const words = text.slice(Math.max(0, at - 100), at);
  // A sentence may run over a line break, but not over an empty line.
  return words.slice(Math.max(...['。', '！', '？', '\n\n'].map((mark) => words.lastIndexOf(mark))) + 1);
}

/** Words after which somebody else speaks or thinks, with or without quotation marks. */
const reports =
  /[说讲问喊答叫写](?:道|过|了)?(?:[，：:“‘"']|$)|认为|觉得|以为|心想|表示|反映|反馈|提出|指出|[提谈]到|通报|点到|议论|抱怨|埋怨|念叨|批评(?!和|与)/;

/** Words by which the speaker's own fault is to have tolerated the others'. */
const oversight =
  /批评|提醒|过问|制止|纠正|约谈|教育|引导|管理|督促|督查|检查|要求不|把关|听之任之|视而不见|熟视无睹|睁一只眼|好人|抓班子|带队伍|抓得不|管得不|问责|追责|失察|失管|领导责任|班长|慰问|传帮带|思想工作/;

/** What the speaker has not done for the others: 部分干部的培训需求没有摸清, 班子没有研究的事项, 部分党员对活动不满意. */
const undone =
  /^(?:(?:的|家[里中])[^，。；]*(?:没有?|未能?|不)(?:摸|疏导|解决|了解|掌握|关心|关注|回应|协调|答复|兑现|过问|看望)|(?:没有|未)[^，。；]{1,6}的\p{Script=Han}|对[^，。；]*(?:满意|意见|看法))/u;

/** What is found in each unit, in offsets of the unit. */
const othersIn = perUnit((whole, speech): readonly Finding[] => {
  if (whole.kind === 'measure') return nothing;
  const found = leaves([whole]).flatMap((unit) => [...others(speech, unit)]);
  return found.map((finding) => ({ ...finding, span: moveSpan(finding.span, -whole.span.start) }));
});

const nothing: readonly Finding[] = [];

/** The first place where others are the subject of a fault, in a unit that never says 我. */
function* others(speech: Speech, unit: Unit): Iterable<Finding> {
  const body = bodyOf(unit);
  const words = textOf(speech, body);
  if (/我|本人|自己|自身|个人/.test(words)) return;
  const isQuoted = quotedIn(speech.text, body);
  const subject =
    /(?<=[。；！？\n，：]|^)(部分(?:党员干部|党员|干部|同志)|有的(?:党员干部|党员|干部|同志|班子成员)|个别(?:党员干部|党员|干部|同志|班子成员)|一些(?:党员干部|党员|干部|同志)|(?:领导)?班子(?:成员)?(?!会))(?=\p{Script=Han})/gu;
  for (const match of words.matchAll(subject)) {
    const start = body.start + match.index;
    const span: Span = { start, end: start + match[0].length };
    const clause = /^[^，。；！？\n]*/.exec(speech.text.slice(span.end, span.end + 80))?.[0] ?? '';
    if (!soundsNegative(clause) || undone.test(clause) || isQuoted(start)) continue;
    const rest = /^[^。！？\n]*/.exec(speech.text.slice(start, start + 120))?.[0] ?? '';
    const before = saidBefore(speech.text, start);
    if (reports.test(before + clause) || oversight.test(before + rest)) continue;
    yield { span, message: t('个人材料讲的是“{0}”的问题，应当讲本人的问题', withinQuotes(match[0])) };
    return;
  }
}
