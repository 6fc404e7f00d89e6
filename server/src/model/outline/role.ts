import campaigns from '../../../data/campaigns.json' with { type: 'json' };
import {
  aspects as aspectWords,
  gathering as gatheringWords,
  generic as genericWords,
  otherYear as otherYears,
  plain,
  reporting,
  roles as roleWords,
} from '../../../data/parts.json';
import { anyOf } from '../text/anyOf.ts';

/** 作用 — what a section is there for. Only the parser decides it, so that nobody else has to read titles. */
export type Role = 'previous' | 'problems' | 'causes' | 'measures' | 'case' | 'matters' | 'closing' | 'other';

/**
 * The words by which drafts name their parts, harvested from materials of 2013–2025. The first that match decide:
 * “上年度整改措施落实情况” is about last year before it is about measures, “问题产生的原因” about causes before problems.
 * A team cannot add its own in `.fayan`: a text is read the same wherever it stands, without a context.
 */
const roles = /* @__PURE__ */ roleWords.map(({ role, words }) => [role as Role, anyOf(words)] as const);

/** The role that a heading of the first level has by its words; undefined where they name no part. */
export function roleOf(title: string): Role | undefined {
  const plain = title.replace(/[“”"‘’'\s　*]/g, '');
  return roles.find(([, words]) => words.test(plain))?.[0];
}

/** Whether a heading names one part for causes and measures, as “症结和对策” does: its items tell both. */
export function namesAnswers(title: string): boolean {
  return roleOf(title) === 'other';
}

/**
 * The role of a part that stands beside problems, causes and measures; undefined for these three and for all others.
 */
export function sideRole(title: string): Role | undefined {
  const role = roleOf(title);
  return role === 'previous' || role === 'case' || role === 'matters' ? role : undefined;
}

/**
 * The same in plain speech, as “改的办法” or “去年的事办得怎样”. So weak that it counts only for a part that no heading names
 * outright, and only where the part belongs in the order.
 */
export const plainWords: Readonly<Record<'previous' | 'problems' | 'causes' | 'measures', RegExp>> = {
  previous: /* @__PURE__ */ anyOf(plain.previous),
  problems: /* @__PURE__ */ anyOf(plain.problems),
  causes: /* @__PURE__ */ anyOf(plain.causes),
  measures: /* @__PURE__ */ anyOf(plain.measures),
};

/** Whether a title tells of another year than the speech does: “去年整改措施的落实情况”. */
export function namesOtherYear(title: string): boolean {
  return otherYear.test(title);
}

const otherYear = /* @__PURE__ */ anyOf(otherYears);

/** Whether a title is that of an appendix: “附：问题整改清单”, “附件1　整改任务表”. */
export function isAppendixTitle(title: string): boolean {
  return /^附[ 　]*(?:件|表|录)?[ 　]*[0-9一二三四五六七八九十]{0,2}[：:、.\s　]/.test(title);
}

/**
 * Whether a title belongs to the frame of a 整改方案, as “整改原则”, “工作目标” or “组织保障” do: a part of its own, whatever it holds.
 */
export function isFrameTitle(title: string): boolean {
  return frame.test(title);
}

const frame =
  /^(?:整改|总体|工作|主要|基本|指导|组织|机构|任务|目标|制度|[和与及、])*(?:原则|目标|要求|思想|思路|领导|机构|保障(?:措施)?)$/;

/**
 * The words that headings of parts are made of. None of them names a matter, so a heading of nothing else names only a
 * part.
 */
const generic = /* @__PURE__ */ anyOf(genericWords, 'g');

/** The role of a heading that names a part and nothing else, as “存在的主要问题” or “原因分析” do. It holds at any level. */
export function pureRole(title: string): Role | undefined {
  const plain = title.replace(partMark, '').replace(/[“”"‘’'\s　*：:，]/g, '');
  if (plain.length === 0 || plain.length > 20 || plain.replace(generic, '') !== '') return undefined;
  const role = roleOf(plain);
  return role === 'problems' || role === 'causes' || role === 'measures' ? role : undefined;
}

/** How a title counts in words, and by which: “第一部分　甲” by 部分, “第二方面、乙” by 方面. “第一编辑室” counts nothing. */
export const countedPart = /^第[一二三四五六七八九十]{1,3}(部分|章|编|节|方面)[\s　、，：:]+(?=\S)/;

/** Whether a heading names a part, and besides only whose it is: “领导班子整改措施”, “党组书记个人存在的问题”. */
export function namesWhose(title: string): boolean {
  const whose = title.replace(/书记|成员|主要负责人|党(?=支部)/g, '');
  return /班子|个人|本人|支部|党[委组]/.test(whose) && pureRole(whose) !== undefined;
}

const partMark = /^第[一二三四五六七八九十]{1,3}(?:部分|章|编|节|方面)[\s　、，：:]*/;

/**
 * The role of a plain line that announces a table, “问题清单：”. Not for lines that look like titles, which name a document.
 */
export function listRole(line: string): Role | undefined {
  const what = /^(问题|整改|措施|整改措施)清单[：:]?$/.exec(line)?.[1];
  if (!what) return undefined;
  return what === '问题' ? 'problems' : 'measures';
}

/** The words that such headings are made of, the names of past campaigns among them. */
const gathering = /* @__PURE__ */ anyOf(gatheringWords.concat(campaigns), 'g');

/** Whether a heading names no matter and only gathers items, as “（一）“5个方面”检视问题” or “（三）群众提出的意见” do. */
export function isWrapperTitle(title: string): boolean {
  return reported.test(title) || title.replace(gathering, '').replace(/[\s　，、。：*]/g, '').length === 0;
}

/** Headings that tell who found the items, not what these are about: “县委巡察三组移交的问题”, “民主测评中反映的突出问题”, “群众提出来的”. */
const reported = /* @__PURE__ */ reportedBy(/* @__PURE__ */ anyOf(reporting));

function reportedBy({ source }: RegExp): RegExp {
  const others = '^(?!.*(?:对(?!照.*自[己身查])|不|没|整改|解决|落实|处理|回应))[^，。]{0,16}';
  const what = '(?:的?(?:主要|突出|具体|共性|个性|其他|其它)?(?:问题|意见|建议|意见建议|意见和建议|不足|差距)|的)$';
  return new RegExp(`${others}(?:${source})(?:到|来|出来)?${what}`);
}

/** Whether a heading names an aspect (方面) in which to examine oneself. */
export function isAspectTitle(title: string): boolean {
  return aspect.test(title.replace(partMark, '').replace(/[“”"\s　*]/g, ''));
}

const aspect = /* @__PURE__ */ anyOf(aspectWords);

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
