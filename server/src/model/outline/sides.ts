import type { Entry, Line } from '../speech.ts';
import type { Span } from '../text/span.ts';
import { mayClose } from './closing.ts';
import { isAlone, startsBold, titleWords } from './headingLine.ts';
import { areViews, aspectsIn, type InnerLead, viewsIn } from './innerLeads.ts';
import { pureRole } from './role.ts';
import { opensWith } from './toldItems.ts';

/** What opens the items inside paragraphs without numbers. */
export interface Sides {
  /** “学习上，……。办案上，……。作风上，……” below a part. */
  readonly aspects: ReadonlyMap<Entry, readonly InnerLead[]>;
  /** “主观上，……。客观上，……” below the causes. */
  readonly views: ReadonlyMap<Entry, readonly InnerLead[]>;
}

/** Looks at the paragraphs between two headings together, a heading run in with its text being the first of them. */
export function sidesIn(text: string, entries: readonly Entry[]): Sides {
  const aspects = new Map<Entry, readonly InnerLead[]>();
  const views = new Map<Entry, readonly InnerLead[]>();
  let run: Line[] = [];
  const some = entries.filter((entry) => entry.kind === 'line' && mayLead(text, entry));
  for (const entry of some.length > 0 ? entries : []) {
    if (entry.kind === 'comment') continue;
    const isLine = entry.kind === 'line';
    if (!isLine || opensRun(text, entry)) close();
    if (isLine) run.push(entry);
  }
  close(true);
  return { aspects, views };

  function close(isEnd = false): void {
    // The last paragraph of all may close the speech.
    const closes = isEnd && run.length > 2 && aspectsIn(text, stretchOf(text, run.at(-1) as Line)).length === 0;
    const lines = closes ? run.slice(0, -1) : run;
    run = [];
    if (!lines.some((line) => some.includes(line))) return;
    for (const [found, leadsIn, fits] of [
      [aspects, aspectsIn, areAspects],
      [views, viewsIn, tellViews],
    ] as const) {
      const own = lines.map((line) => leadsIn(text, stretchOf(text, line)));
      if (own.flat().length > 1 && fits(text, lines, own))
        for (const [at, line] of lines.entries()) if (own[at]?.length) found.set(line, own[at]);
    }
  }
}

/** Whether a line has such words, wherever they stand in it. */
function mayLead(text: string, { span }: Line): boolean {
  const words = text.slice(span.start, span.end);
  return sideWords.test(words) && aspectsIn(text, span).length + viewsIn(text, span).length > 0;
}

/** What every such line has; most have none. */
const sideWords = /[上面][*，,：:]|[主客]观/;

/** The text of a line, behind the heading that it is run in with. */
function stretchOf(text: string, line: Line): Span {
  return opensRun(text, line) ? line.body : line.span;
}

function opensRun(text: string, line: Line): boolean {
  const { numbering, depth, bold, bullet, titleEnd, title, span } = line;
  if (numbering || depth > 0 || bold || bullet || (isAlone(line) && titleEnd === '')) return true;
  if (!startsBold(text, line) && pureRole(titleWords(text, title)) === undefined) return false;
  // “**学习上，**……” and “主观原因：……”
  return ![...aspectsIn(text, span), ...viewsIn(text, span)].some((lead) => opensWith(text, line, lead));
}

/**
 * Whether each paragraph begins with an aspect, and there are at least three different ones, among them one such as
 * every examination has. The first paragraph may lead in to them, and the last close the speech.
 */
function areAspects(text: string, lines: readonly Line[], own: ReadonlyArray<readonly InnerLead[]>): boolean {
  const names = own.flat().map(({ title }) => text.slice(title.start, title.end).replace(/^在|(?:上|方面)$/g, ''));
  const usual = names.filter((name) => usualAspect.test(name));
  const several = names.length > 2 && usual.length > 0;
  const isPair = names.length === 2 && usual.length === 2 && !names.some((name) => pairedWord.test(name));
  if (!(several || isPair) || new Set(names).size < names.length || !isSplit(lines, own)) return false;
  const firstOf = own.findIndex((leads) => leads.length > 0);
  return lines.every((line, at) => {
    const [first] = own[at] ?? [];
    const { start, end } = stretchOf(text, line);
    if (!first) return isEmpty({ start, end }) || (several && at === firstOf - 1) || mayClose(text.slice(start, end));
    // “对照下来，有四个毛病。学习上，……”: one sentence before the first of several.
    const isBehindTitle = several && at === firstOf && first.span.start <= line.body.start;
    return isBehindTitle || /^[\s　]*$/.test(text.slice(start, first.span.start));
  });
}

/**
 * Whether 主观 and 客观 are told, in one paragraph or with points inside. Of other paragraphs one may lead in to them or
 * sum up.
 */
function tellViews(text: string, lines: readonly Line[], own: ReadonlyArray<readonly InnerLead[]>): boolean {
  const others = lines.filter((line, at) => own[at]?.length === 0 && !isEmpty(stretchOf(text, line)));
  return areViews(text, own.flat()) && isSplit(lines, own) && others.length < 2;
}

function isEmpty({ start, end }: Span): boolean {
  return start >= end;
}

/** Whether paragraphs alone do not tell the items apart: several in one of them, or points inside. */
function isSplit(lines: readonly Line[], own: ReadonlyArray<readonly InnerLead[]>): boolean {
  return own.some((leads, at) => leads.length > 1 || (leads.length > 0 && (lines[at]?.series.length ?? 0) > 0));
}

const usualAspect =
  /学习|思想|政治|理论|信仰|信念|党性|认识|工作|业务|履职|能力|本领|担当|责任|干事|作风|纪律|规矩|廉|自律|用权|生活|家风|品德|道德|修养|服务|为民|群众|宗旨|团结|管理|制度|执行|落实|创新|安全|带队/;

/** “思想上，知道要学。行动上，一拖再拖。” tells of one matter. */
const pairedWord = /思想|认识|行动|态度|心里|口头/;
