import campaigns from '../../../data/campaigns.json' with { type: 'json' };

/** 作用 — what a section is there for. Only the parser decides it, so that nobody else has to read titles. */
export type Role = 'previous' | 'problems' | 'causes' | 'measures' | 'case' | 'matters' | 'closing' | 'other';

/**
 * The words by which drafts name their parts, harvested from materials of 2013–2025. The first that match decide: “上年度整改措施落实情况”
 * is about last year before it is about measures, “问题产生的原因” about causes before problems.
 */
const words: ReadonlyArray<readonly [Role, RegExp]> = [
  [
    'previous',
    /(?:上(?:一)?年度?|上次|上一次|去年|往年|历年|以往|前次)[^，。]{0,40}(?:整改|落实|问题)[^，。]{0,40}(?:情况|落实|进展|完成|结果|回顾|回头看|整改$)|20\d\d年度?[^，。]{0,40}(?:整改|落实)[^，。]{0,40}(?:情况|落实|进展|完成|结果|回顾|回头看|整改$)|问题的?(?:集中|专项|即时|及时)?(?:整改|整治)的?情况|^(?:关于|对)?(?:上一?年度?|上次|上一次|去年|前次)[^，。]{0,30}整改(?:的?(?:交代|说明|汇报|交账|回账))?$|(?:整改|问题)[^，。]{0,40}(?:落实|进展|完成|兑现)情况|整改(?:进展|成效)$|(?:立行立改|边查边改|边学边改|即知即改)[^，。]{0,10}情况|(?:遗留|结转|转入)的?(?:事项|问题|任务)[^，。]{0,10}情况/,
  ],
  [
    'measures',
    /以案促改[^，。]{0,6}(?:措施|举措|安排|打算)$|补(?:齐)?短板的?(?:主要|具体|任务|工作)?(?:措施|举措|安排|打算|任务|办法)$/,
  ],
  ['case', /典型案[例件]|以案为鉴|以案促改|案例(?:剖析|反思|警示|分析)|反面典型/],
  [
    'matters',
    /个人(?:有关|重大)?事项|重大事项(?:请示)?报告|(?:需要|有关|其他)(?:说明|报告)?的?(?:有关)?事项|(?:问题|情况|事项|意见)的?(?:有关)?(?:情况)?(?:说明|回应|答复)$|需要?(?:向组织)?(?:说明|报告)的?(?:其他)?(?:问题|情况|事项)|函询[^，。]{0,8}(?:问题|情况|说明)/,
  ],
  [
    'causes',
    /(?:问题|毛病|不足|差距|短板|病)[^，。]{0,4}(?:从哪|从何|由何|因何|何来|怎么来|哪[里儿]来|为什么|为何|出在哪|长出来|(?:怎么|怎样|如何)(?:产生|形成))|(?:为什么|为啥|为何|何以|缘何|怎么)会?[^，。]{0,6}(?:有|出|存在|产生)[^，。]{0,6}(?:问题|毛病|不足|差距|短板)/,
  ],
  ['problems', /(?:问题|不足|差距|短板|毛病)(?:及|和|与|、)(?:其)?(?:产生)?的?(?:主要)?(?:原因|根源|成因)/],
  ['causes', /原因|根源|成因|症结|根子|病根|缘由|病因|溯源|[挖寻找刨查究]根/],
  // Aspect by aspect, the problems and what is done about them.
  [
    'problems',
    /(?:问题|不足|差距|短板)[和及与、](?:下一步|下步|今后|主要|具体|的)*(?:整改|改进)(?:的?(?:主要|具体))?(?:措施|举措|办法|打算)/,
  ],
  [
    'measures',
    /整改(?:落实|提升|目标|方向|思路|内容|事项|工作)?(?:[及和与、])?的?(?:主要|具体)?(?:措施|方向|举措|思路|任务|打算|计划|安排|意见|方案|承诺)|改进(?:提升|工作|作风)?的?(?:主要|具体)?(?:措施|举措|方向|思路|打算|意见|清单|办法|计划|安排)|对策(?:措施|建议|$)|(?:立行立改|即知即改|采取|制定)的?(?:主要|具体)?(?:措施|举措|事项)|(?:解决|克服)[^，。]{0,6}(?:办法|途径|路径|措施)$|整改(?:清单|台账)|改正(?:措施|办法|打算)|努力的?方向|(?:下一步|下步|今后|下一阶段|下阶段)的?(?:整改|改进|工作|努力|主要)?的?(?:措施|打算|举措|方向|思路|安排|计划|考虑)|整改(?:提升|落实)?$|(?:如何|怎么|怎样)(?:改|补|补齐|治)(?:短板|差距|不足|毛病|问题)?$/,
  ],
  [
    'problems',
    /(?<!^常见)问题|不足|差距|短板|毛病|薄弱环节|(?:主要|具体|突出)?表现|对照(?:检查|检视|剖析)(?:的?(?:主要)?(?:情况|内容|方面))?$|(?:检视|查摆|自我|自查自纠)(?:剖析|检查|检视|反思)?(?:的?(?:主要)?情况)?$/,
  ],
  ['closing', /结束语|结语|表个?态|写在最后|心里话|最后的话|几句话|今后的态度|^(?:收尾|结尾)(?:[（(].{0,8}[）)])?$/],
];

/** The role that a heading of the first level has by its words; undefined where they name no part. */
export function roleOf(title: string): Role | undefined {
  const plain = title.replace(/[“”"‘’'\s　*]/g, '');
  return words.find(([, pattern]) => pattern.test(plain))?.[0];
}

/** The role of a part that stands beside problems, causes and measures; undefined for these three and for all others. */
export function sideRole(title: string): Role | undefined {
  const role = roleOf(title);
  return role === 'previous' || role === 'case' || role === 'matters' ? role : undefined;
}

/**
 * The same in plain speech, as “改的办法” or “去年的事办得怎样”. So weak that it counts only for a part that no heading names outright,
 * and only where the part belongs in the order.
 */
export const plainWords: Readonly<Record<'previous' | 'problems' | 'causes' | 'measures', RegExp>> = {
  previous: /去年|头一年|上年|上一?[年次回]|旧账|回头看/,
  problems: /毛病|病|缺|弱|不够|不对|差|短|丑|镜子|合格|对照|检查|检视|查摆|自查|反省|反思/,
  causes: /根|因|为什么|为啥|怎么会|为何|缘|由来|想深|哪[里儿]来|何来/,
  measures:
    /改|办法|方子|药方|(?:怎么|怎样|如何)(?:办|做|干|走|补|治)|往后|今后|下一步|下步|接下来|从此|行动|承诺|打算/,
};

/** Whether a title is that of an appendix: “附：问题整改清单”, “附件1　整改任务表”. */
export function isAppendixTitle(title: string): boolean {
  return /^附[ 　]*(?:件|表|录)?[ 　]*[0-9一二三四五六七八九十]{0,2}[：:、.\s　]/.test(title);
}

/** Whether a title belongs to the frame of a 整改方案, as “整改原则”, “工作目标” or “组织保障” do: a part of its own, whatever it holds. */
export function isFrameTitle(title: string): boolean {
  return frame.test(title);
}

const frame =
  /^(?:整改|总体|工作|主要|基本|指导|组织|机构|任务|目标|制度|[和与及、])*(?:原则|目标|要求|思想|思路|领导|机构|保障(?:措施)?)$/;

/** The words that headings of parts are made of. None of them names a matter, so a heading of nothing else names only a part. */
const generic =
  /存在|主要|突出|自身|自我|本人|个人|班子|党委|党组|支部|领导|查摆|检视|对照|检查|检验|剖析|产生|形成|造成|导致|问题|不足|差距|毛病|短板|弱项|薄弱环节|表现|形式|具体|原因|根源|成因|症结|根子|病根|溯源|分析|反思|思想|深层次|深层|主客观|主观|客观|深挖|挖掘|深刻|深入|认真|全面|找准|明确|制定|采取|抓好|强化|深化|整改|立行立改|即知即改|改进|改正|办法|提升|措施|举措|对策|建议|方向|思路|打算|计划|安排|任务|承诺|清单|努力|今后|当前|目前|本年度|这次|本次|根本|下一步|下步|下一阶段|方面|有关|针对|上述|以上|情况|如下|落实|以及|查找|梳理|发现|背后|所在|在于|部分|初步|认识|工作(?:中|的?(?:思路|打算|计划|安排))|(?:怎么|怎样|如何)改|在哪(?:里|儿)?|在何处|[我的和及与、之出来一了到其是有]/g;

/** The role of a heading that names a part and nothing else, as “存在的主要问题” or “原因分析” do. It holds at any level. */
export function pureRole(title: string): Role | undefined {
  const plain = title.replace(partMark, '').replace(/[“”"‘’'\s　*：:，]/g, '');
  if (plain.length === 0 || plain.length > 20 || plain.replace(generic, '') !== '') return undefined;
  const role = roleOf(plain);
  return role === 'problems' || role === 'causes' || role === 'measures' ? role : undefined;
}

/** How a title counts in words, and by which: “第一部分　甲” by 部分, “第二方面、乙” by 方面. “第一编辑室” counts nothing. */
export const countedPart = /^第[一二三四五六七八九十]{1,3}(部分|章|编|节|方面)[\s　、，：:]+(?=\S)/;

const partMark = /^第[一二三四五六七八九十]{1,3}(?:部分|章|编|节|方面)[\s　、，：:]*/;

/** The role of a plain line that announces a table, “问题清单：”. Not for lines that look like titles, which name a document. */
export function listRole(line: string): Role | undefined {
  const what = /^(问题|整改|措施|整改措施)清单[：:]?$/.exec(line)?.[1];
  if (!what) return undefined;
  return what === '问题' ? 'problems' : 'measures';
}

/** The words that such headings are made of, the names of past campaigns among them. */
const gathering = new RegExp(
  [
    '[“”"‘’]',
    '[0-9０-９一二三四五六七八九十]{1,9}(?:个|项|条|大)?(?:方面|带头|对照|找一找|是否|重点|问题|内容|专题)',
    '聚焦|围绕|按照|根据|要求|检视|对照|查摆|检查|剖析|认领|反馈|点出|指出|巡视|巡察|督导组?|审计|[省市县区](?:纪)?委',
    '群众|党员|职工|干部|同志们?|提出|征求|谈心谈话|意见|建议|问题|不足|差距|存在|突出|主要|重点|情况|班子|个人',
    '分管(?:的?(?:领域|战线|条线|部门|工作))|自身|自我|本人|内容|专题|主题|民主生活会|组织生活会|上级|在|方面|表现|具体|有关|事项',
    '由?(?:我|本人)负(?:主要|重要|直接)?(?:领导)?责任',
    ...campaigns,
    '主题教育|学习教育(?!方面)|查找|整理|梳理|归纳|[的和与及、对中出]',
  ].join('|'),
  'g',
);

/** Whether a heading names no matter and only gathers items, as “（一）“5个方面”检视问题” or “（三）群众提出的意见” do. */
export function isWrapperTitle(title: string): boolean {
  return reported.test(title) || title.replace(gathering, '').replace(/[\s　，、。：*]/g, '').length === 0;
}

/** Headings that tell who found the items, not what these are about: “县委巡察三组移交的问题”, “民主测评中反映的突出问题”, “群众提出来的”. */
const reported =
  /^(?!.*(?:对(?!照.*自[己身查])|不|没|整改|解决|落实|处理|回应))[^，。]{0,16}(?:反馈|提出|指出|点出|点到|反映|收集|征求|征集|自查|查找|查摆|检视|梳理|认领|移交|通报|评议|找出|查出|看到)(?:到|来|出来)?(?:的?(?:主要|突出|具体|共性|个性)?(?:问题|意见|建议|意见建议|意见和建议|不足|差距)|的)$/;

/** Whether a heading names an aspect (方面) in which to examine oneself. */
export function isAspectTitle(title: string): boolean {
  return /方面$|方面(?:[，,]?存在.{0,30})?的?(?:主要|突出)?(?:问题|不足|差距)$|^在?带头|^关于.+的问题$|^对照.+[找查看摆](?:差距|不足|短板|问题)$/.test(
    title.replace(partMark, '').replace(/[“”"\s　*]/g, ''),
  );
}

/** “相互批评意见”, “对两位同志的批评意见”: a part of its own, behind the measures. */
export function isCriticismTitle(title: string): boolean {
  return /^(?:相互|互相|对[^，。；]{2,20})的?批评(?:意见|建议)?$/.test(title);
}

/** Whether a line only announces the closing words. */
export function isClosingTitle(title: string): boolean {
  return title.length <= longestClosingTitle && roleOf(title) === 'closing';
}

/** In characters. */
const longestClosingTitle = 8;

/** How closing words begin: “以上是我的对照检查” and the like. */
export const closingHead =
  /^(?:以上|上述)(?:是|就是)?(?:我|本人|班子|支部|局|党|对照|检查|检视|剖析|发言|汇报|报告|情况|材料|内容|，)/;
