import type { Entry, Line } from '../speech.ts';
import type { Draft } from './draft.ts';
import { isLead } from './headingLine.ts';
import { closingHead, type Role } from './role.ts';

/**
 * Takes the closing words off the last draft: its last paragraphs, if they are more than its siblings have, follow a
 * table, or say plainly what they are. Empty where there are none, and where more than a few paragraphs would go.
 */
export function takeClosing(text: string, last: Draft, role: Role | undefined): Line[] {
  const path = [last];
  for (let inner = last.sections.at(-1); inner; inner = inner.sections.at(-1)) path.push(inner);
  while (path.length > 1 && countLines(path.at(-1)?.body ?? []) === 0) path.pop();
  const holder = path.at(-1) as Draft;
  const trailing = trailingLines(holder.body);
  if (trailing.length === 0) return [];
  const siblings = (path.at(-2)?.sections ?? []).filter((sibling) => sibling !== holder);
  // Where every measure ends with “责任领导：……” after its last point, that belongs to the last one too.
  const others = path.slice(0, -1).flatMap(({ sections }) => sections.slice(0, -1).map(innermostLast));
  // A part such as “（二）原因分析” is not left empty, even if the points before it hold no paragraph either.
  const { part, body: runIn } = holder.heading;
  const least = part && runIn.start === runIn.end && holder.sections.length === 0 ? 1 : 0;
  const usual = Math.max(least, ...[...siblings, ...others].map(({ body }) => countLines(body)));
  let taken = 0;
  if (holder.body.some(({ kind }) => kind === 'table')) taken = trailing.length;
  else if (siblings.length > 0) taken = Math.max(0, trailing.length - usual);
  const words = trailing.map(({ span }) => text.slice(span.start, span.end));
  // A paragraph that promises something belongs to the measure, with all before it.
  const promised = words.findLastIndex(isPromise);
  taken = Math.max(Math.min(taken, words.length - 1 - promised), formalTail(words));
  // A draft without measures yet: only their heading, and the words that close the speech.
  const [only = '', ...more] = words;
  // So do the last words of a talk.
  const alone = more.length === 0 ? only : isLead(last.heading) ? (words.at(-1) ?? '') : '';
  if (role === 'measures' && path.length === 1 && taken === 0 && runIn.start === runIn.end && isAppeal(alone))
    taken = 1;
  if (taken === 0 || taken > longestClosing) return [];
  const lines = trailing.slice(-taken);
  // With the comments between them, or these would stay behind in the section.
  holder.body.splice(holder.body.indexOf(lines[0] as Line));
  return lines;
}

function innermostLast(draft: Draft): Draft {
  const last = draft.sections.at(-1);
  return last ? innermostLast(last) : draft;
}

/**
 * Whether a paragraph commits to something, by saying how often, by when, by whom or against what. Closing words do
 * not; they may ask for it.
 */
export function isPromise(words: string): boolean {
  return promise.test(words) && !mayClose(words) && !asks.test(words);
}

const promise =
  /每(?:天|日|周|月|季|半年|年)|(?:[0-9一二三四五六七八九十]月|年)底?(?:之?前|以前)|[0-9一二三四五六七八九十]月(?:份|[上中下]旬)|由[^，。；]{1,12}(?:负责|牵头)|^针对[^。；]{2,60}的问题，/;
const asks = /请[^，。；]{0,12}(?:同志|职工|群众|党员|大家|各位|组织|领导|督导组|乡亲|党委|党组|代表|全体)/;

/** Whether a paragraph only turns to the listeners, or to the occasion: “秤砣虽小，压得住千斤。请同志们不留情面地批评。” */
function isAppeal(words: string): boolean {
  const speaksToThem = words.length <= longestAppeal && (asks.test(words) || occasion.test(words));
  return speaksToThem && !undertakes.test(words) && !promise.test(words);
}

/** In characters. */
const longestAppeal = 100;
const occasion = /以(?:这|此|本)次[^，。]{0,6}生活会为[^，。]{0,6}(?:契机|起点|动力)/;
/** Words for what somebody is going to do, which no mere appeal has. */
const undertakes =
  /将(?!诚恳|以(?:这|此|本)次|虚心|认真|诚挚)|要(?=[加强抓坚认深带严做把以])|每(?!一?[个位条])|学习|转变|提高|深化|努力|克服|纠正|加强|坚持|建立|制定|完善|落实|带头|开展|组织(?!和|生活)/;

/** In paragraphs. */
const longestClosing = 4;

/** How many of the last paragraphs are closing words by their form: thanks, a list of papers (附件), name and date. */
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

/**
 * Whether a longer paragraph may be closing words, or what stands below them. Typing must not turn one into the other
 * unnoticed.
 */
export function mayClose(words: string): boolean {
  return closingWords.test(words) || date.test(words) || papers.test(words) || isAppeal(words);
}

const papers = /^(?:附[ 　]*件[0-9]?[：:]|特此)/;

/** A row that holds the day and nothing else, as below a signature. */
export const date =
  /^[（(]?(?:20[0-9]{2}|二[〇○零][〇○零一二三四五六七八九]{2})年[0-9一二三四五六七八九十]{1,3}月(?:[0-9一二三四五六七八九十]{1,3}日)?[）)]?$/;

const closingWords = new RegExp(
  `${closingHead.source}|^(?:好[了，]{1,2})?(?:我|今天|的话|的?发言|就|先){0,4}[说讲谈](?:到这(?:里|儿)|完了|这(?:些|么多)。)|(?:^|[。！])(?:恳|敬|也|还)?请[^，。；]{0,6}(?:同志|各位|大家|领导|组织)[^。；]{0,40}[。！]?$|(?:批评指正|批评帮助|提出批评|批评意见|批评|监督|指正|谢谢大家|汇报完毕|发言完毕)[！。]?$`,
);

/** The paragraphs after the last table. */
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
