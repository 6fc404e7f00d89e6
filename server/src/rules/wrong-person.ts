import { t } from '@vscode/l10n';
import { perBlock } from '../model/memory/perBlock.ts';
import { allUnits, perUnit } from '../model/memory/perUnit.ts';
import { outlineOf } from '../model/parse/retouch.ts';
import { isTeam } from '../model/profile/kind.ts';
import { matchesInProse, quotedIn } from '../model/reading/prose.ts';
import type { Speech, Unit } from '../model/speech.ts';
import { contains, moveSpan, type Span } from '../model/text/span.ts';
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
      yield* firstPerson(speech);
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
const speaker =
  /(?<![自忘小大无本唯真度物敌要]|你\p{Script=Han}{0,4}[，、]?)我(?!\p{Script=Han}{0,4}[，、]?你|要学|要干|要做|代表|[们局县市区省镇乡村国党军院校所站馆行委厅部司厂矿队处系社街办公支单集企段库场组班科室辖家方街园分中港关警校会台团行素])(?:本人)?|(?<![\p{Script=Han}])本人(?=对此|负有|作为|身为)/gu;

/** What an organisation is called after 我, beyond the first characters above: 我州, 我总队, 我开发区, 我水利局. */
const organisation = new RegExp(
  `我(?:${[
    '州|盟|旗(?!帜)|总(?:队|行|公司|院|厂|部|社|局(?!限)|站(?!在))|大队|连队|营区',
    '(?:开发|高新|经开|新|示范|管理|(?:自然)?保护|自贸|保税|景|林|牧|灌|片|度假|合作|试验|学)区|(?:产业|工业|科技)园',
    '(?:林|农|牧|渔|茶|机|货|客)场|油田|煤矿|水库|灌区|(?:水|火|风)?电[厂站]|电网|基地|车间|项目部|指挥部|窗口单位',
    '(?:医|学|法|检察|研究|设计|敬老|养老|福利|剧)院|医学院|大学(?![毕时读期刚])|[中小]学(?!习)|幼儿园|学校|(?:研究|看守|戒毒|事务)所|实验室|(?:图书|博物|文化)馆',
    '机关|管委会|委员会|[工纪农]委|人大|政协|工会|妇联|科协|文联|残联|侨联|工商联|(?:协|商|联合|基金)会|海关|口岸|监狱',
    '银行|信用社|联社|供销社|合作社|报社|出版社|电视台|气象台|(?:管理|管护|养护|办事)(?:处|局|区|站|所|中心)',
    `(?:${[
      '水务|水利|教育|教体|财政|审计|公安|司法|民政|人社|社保|卫健|卫生|疾控|医保|医疗保障|农业|农村|林业|林草|自然资源|规划|国土|环保|生态环境',
      '住建|城建|城管|城市管理|交通|公路|铁路|文旅|文化|旅游|体育|广电|发改|发展改革|经信|工信|科技|商务|外事|统计|税务|市场监管|应急|应急管理|运输',
      '消防|信访|退役军人|乡村振兴|扶贫|机关事务|档案|党史|地震|气象|粮食|供销|烟草|邮政|电力|供电|海事|人防|国资|金融|政务服务|行政审批|数据|宣传|统战|政法|融媒体?',
    ].join('|')}){1,2}(?:局|委|厅|办(?![公事理])|部门|部(?!下)|系统|中心|站|院|公司|集团)`,
  ].join('|')})`,
  'gu',
);

/** Set phrases in which 我 is nobody, or everybody. */
const setPhrases = new RegExp(
  [
    '时不我待|岁月不我|舍我其谁|非我莫属|与我无关|为我所用|以我为主|依然故我|我行我素|卿卿我我|我将无我|我是谁|我说了算|轮不到我|从我做起|向我看齐',
    '(?:不必|何必|未必|不)在我|(?:必定|必须|一定|必|定|强国|复兴|功成|成功|奋斗|有)有我|有我没我|多我一个',
    '我为[^，。；、]{1,4}(?:办实事|解难题|做实事|添光彩|增辉)|我为人人|人人为我|人不犯我|[给跟]我上|跟我[来学干]|我先上|(?:变|成|到|为|是|向)我要(?:改|说|参加|服务|安全|廉|管|去|查|讲)',
    '人[有无优特新精快慢强专廉转进退弃取缺多好先后高低]我[有无优特新精快慢强专廉转进退弃取缺多好先后高低]',
  ].join('|'),
  'gu',
);

/** The text with another character for each 我 that names no speaker, so that offsets stay the same. */
function withoutSetPhrases(text: string): string {
  const masked = (words: string) => words.replaceAll('我', '吾');
  return text.replace(setPhrases, masked).replace(organisation, masked);
}

function* firstPerson(speech: Speech): Iterable<Finding> {
  const { outline, place } = outlineOf(speech);
  for (const [index, spoken] of spokenIn(speech)) {
    for (const own of spoken) {
      const said = moveSpan(own, speech.starts[index] ?? 0);
      if (allUnits(outline).some(({ span }) => contains(place(span), said)))
        yield { span: said, message: t('班子材料里讲“我”，应当讲“班子”或“我们”') };
    }
  }
}

/** Where the speaker says 我 without quoting anybody. */
const spokenIn = perBlock(({ text, entries }): readonly Span[] | undefined => {
  if (!/我|本人/.test(text)) return undefined;
  const masked = withoutSetPhrases(text);
  const spans = entries.flatMap((entry) => {
    if (entry.kind !== 'line') return [];
    const found = [...matchesInProse(masked, entry, speaker)].map(({ span }) => span);
    if (found.length === 0) return [];
    const isQuoted = quotedIn(text, entry.span);
    return found.filter(({ start }) => !isQuoted(start) && !reports.test(saidBefore(text, start)));
  });
  return spans.length > 0 ? spans : undefined;
});

/** What the sentence says before an offset. */
function saidBefore(text: string, at: number): string {
  const words = text.slice(Math.max(0, at - 100), at);
  // A sentence may run over a line break, but not over an empty line.
  return words.slice(Math.max(...['。', '！', '？', '\n\n'].map((mark) => words.lastIndexOf(mark))) + 1);
}

/** Words after which somebody else speaks or thinks, with or without quotation marks. */
const reports =
  /[说讲问喊答叫写](?:道|过|了)?(?:[，：:“‘"']|$)|认为|觉得|以为|心想|表示|反映|反馈|提出|指出|提到|通报|点到|议论|抱怨|埋怨|念叨|批评(?!和|与)/;

/** Words by which the speaker's own fault is to have tolerated the others'. */
const oversight =
  /批评|提醒|过问|制止|纠正|约谈|教育|引导|管理|督促|督查|检查|要求不|把关|听之任之|视而不见|熟视无睹|睁一只眼|好人|抓班子|带队伍|抓得不|管得不|问责|追责/;

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
    /(?<=[。；！？\n，：]|^)(部分(?:党员干部|党员|干部|同志)|有的(?:党员干部|党员|干部|同志|班子成员)|个别(?:党员干部|党员|干部|同志|班子成员)|一些(?:党员干部|党员|干部|同志)|(?:领导)?班子(?:成员)?)(?=\p{Script=Han})/gu;
  for (const match of words.matchAll(subject)) {
    const start = body.start + match.index;
    const span: Span = { start, end: start + match[0].length };
    const clause = /^[^，。；！？\n]*/.exec(speech.text.slice(span.end, span.end + 80))?.[0] ?? '';
    if (!soundsNegative(clause) || isQuoted(start)) continue;
    const rest = /^[^。！？\n]*/.exec(speech.text.slice(start, start + 120))?.[0] ?? '';
    const before = saidBefore(speech.text, start);
    if (reports.test(before + clause) || oversight.test(before + rest)) continue;
    yield { span, message: t('个人材料讲的是“{0}”的问题，应当讲本人的问题', match[0]) };
    return;
  }
}
