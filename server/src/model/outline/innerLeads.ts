import { labels, noAspects } from '../../../data/parts.json';
import { blankComments } from '../reading/comments.ts';
import { anyOf } from '../text/anyOf.ts';
import { inQuotes, quotedRanges } from '../text/quoted.ts';
import type { Span } from '../text/span.ts';
import { manifestsIn } from './matterIn.ts';
import { pureRole, type Role } from './role.ts';

/** 引语 — words that open a sentence inside a paragraph and tell what it is about: “原因：……”, “下一步，……”, “学习上，……”. */
export interface InnerLead {
  /** The words without asterisks and punctuation. */
  readonly title: Span;
  readonly titleEnd: string;
  /** From the first of the words, or the bracket before them, to where the text begins. */
  readonly span: Span;
  /** The part that they name, if any. */
  readonly part: Role | undefined;
  /** Those in the text behind it. */
  readonly inner?: readonly InnerLead[];
}

/** “问题：”, “【原因】” and “**整改措施：**” where a sentence begins. */
export function labelsIn(text: string, span: Span): InnerLead[] {
  return leadsIn(text, span, label).filter(({ part }) => part !== undefined);
}

/** The same, and “问题是”, “原因在于” and “下一步，”, by which a writer tells the three in sentences. */
export function sentencesIn(text: string, span: Span): InnerLead[] {
  const labels = labelsIn(text, span);
  const starts = new Set(labels.map(({ title }) => title.start));
  const others = leadsIn(text, span, sentence).filter(({ title }) => !starts.has(title.start));
  return [...labels, ...others].sort((a, b) => a.span.start - b.span.start);
}

/** “学习上，” and “**廉洁自律方面：**” where a sentence begins; “会上，” and “事实上，” name no aspect. */
export function aspectsIn(text: string, span: Span): InnerLead[] {
  return leadsIn(text, span, aspect).filter(({ title }) => !noAspect.test(text.slice(title.start, title.end)));
}

/** “主观上，”, “客观原因：” and “从客观上看，” where a sentence or a clause begins. */
export function viewsIn(text: string, span: Span): InnerLead[] {
  return leadsIn(text, span, view);
}

/** Whether these are 主观 and 客观, told once each. */
export function areViews(text: string, leads: readonly InnerLead[]): boolean {
  const isOwn = ({ title }: InnerLead) => text.slice(title.start, title.end).includes('主观');
  return leads.length === 2 && leads.filter(isOwn).length === 1;
}

/**
 * Whether a paragraph has the same such words `after` an edit that stands behind the first of them, and neither in nor
 * right behind any. Then they open what they opened before.
 */
export function keepsLeads(before: string, after: string, replaced: Span): boolean {
  const [old, now] = [leadsOf(before), leadsOf(after)];
  const isSame = old.length === now.length && old.every(({ words }, index) => words === now[index]?.words);
  return isSame && old.every(({ start, end }, at) => replaced.start > end + 2 || (at > 0 && replaced.end < start));
}

function leadsOf(written: string): Array<Span & { readonly words: string }> {
  const words = blankComments(written);
  const span = { start: 0, end: words.length };
  const found = [...sentencesIn(words, span), ...aspectsIn(words, span), ...viewsIn(words, span)];
  const spans = [...found.map(({ span: own }) => own), ...manifestsIn(words)];
  const sorted = spans.sort((a, b) => a.start - b.start || a.end - b.end);
  return sorted.map(({ start, end }) => ({ words: words.slice(start, end), start, end }));
}

/** “问题”, “整改措施”: two to eight 汉字, with a colon or between 【 】. */
const label = /(?<open>【?)(?<title>[\p{Script=Han}]{2,8})(?<end>】[：:]?|(?:\*\*)?[：:](?:\*\*)?)/uy;

const sentence = new RegExp(
  [
    '(?<problems>问题)(?:主要)?(?:是|在于)[，：]?',
    '(?<reason>究其(?:原因|根源))，',
    '(?<causes>(?:主要|产生|深层次?|思想)?的?(?:原因|根源|根子|症结|病根))(?:主要|就|还)?(?:是|在于|出在)[，：]?',
    '(?<measures>(?:我的|下一步|下步|今后|具体|整改|改进|的){0,3}(?:措施|办法|打算|举措))(?:是|有)[，：]?',
    '(?<next>下一步|下步|今后|往后|接下来)，?',
    '(?<mend>整改|改进|改正)(?:上|中)?，?',
  ].join('|'),
  'uy',
);

const aspect = /(?<title>在?[\p{Script=Han}、]{2,12}?(?:上|方面))(?:\*\*)?(?<end>[，,：:])(?:\*\*)?/uy;

const view =
  /(?<title>从?(?:主观|客观)(?:(?:上|方面|原因|因素)(?:来?[看讲说])?|来?[看讲说]))(?:\*\*)?(?<end>[，,：:]|是(?![^。；]{0,4}[的否]))(?:\*\*)?/uy;

/** What such words may say that names no aspect of oneself: a place, a manner of speaking, this very matter. */
const noAspect = /* @__PURE__ */ anyOf(noAspects);

/** In their order, those that open a sentence; a part or a view may open a clause as well. */
function leadsIn(text: string, { start, end }: Span, pattern: RegExp): InnerLead[] {
  const words = text.slice(start, end);
  const found: InnerLead[] = [];
  let quoted: ReturnType<typeof quotedRanges> | undefined;
  for (const { 0: stop, index } of words.matchAll(pattern === aspect ? sentenceStart : clauseStart)) {
    pattern.lastIndex = index + stop.length;
    const match = pattern.exec(words);
    if (!match) continue;
    quoted ??= quotedRanges(words);
    if (inQuotes(quoted, match.index)) continue;
    const { 0: whole, groups = {} } = match;
    const title = groups.title ?? titleIn(groups);
    const from = start + match.index + (groups.open?.length ?? 0);
    found.push({
      title: { start: from, end: from + title.length },
      titleEnd: groups.end?.replaceAll('*', '') ?? whole.slice(title.length),
      span: { start: start + match.index, end: start + match.index + whole.length },
      part: pattern === label ? labelRole(title) : partIn(groups),
    });
  }
  return found;
}

const sentenceStart = /(?:^|[\r\n]|[。！？…：:][”’）)]?)[\s　*]*/g;
const clauseStart = /(?:^|[\r\n]|[。！？…：:；;】][”’）)]?)[\s　*]*/g;

function titleIn({
  problems,
  reason,
  causes,
  measures,
  next,
  mend,
}: Readonly<Record<string, string | undefined>>): string {
  return problems ?? reason ?? causes ?? measures ?? next ?? mend ?? '';
}

function partIn({ title, problems, reason, causes }: Readonly<Record<string, string | undefined>>): Role | undefined {
  if (title !== undefined) return undefined;
  return problems ? 'problems' : (reason ?? causes) ? 'causes' : 'measures';
}

/** The part that a label names, in plain words too. */
export function labelRole(words: string): Role | undefined {
  return pureRole(words) ?? plainLabels.find(([, label]) => label.exec(words)?.[0] === words)?.[0];
}

const plainLabels = [
  ['problems', /* @__PURE__ */ anyOf(labels.problems)],
  ['causes', /* @__PURE__ */ anyOf(labels.causes)],
  ['measures', /* @__PURE__ */ anyOf(labels.measures)],
] as const;
