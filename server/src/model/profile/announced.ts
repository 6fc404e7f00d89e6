import { memoised } from '../memory/memoised.ts';
import { memoisedByText } from '../memory/memoisedByText.ts';
import type { Speech } from '../speech.ts';
import { fromNumeral, hanNumeral } from '../text/numeral.ts';
import { moveSpan, type Span } from '../text/span.ts';
import { type AnnouncedNumber, cut, isAspect, isQuoted, itemsOf, listSpan, outerComma, trimmed } from './aspectList.ts';

/** 对照方面 — an aspect that the preamble says the speech examines. */
export interface AnnouncedAspect {
  readonly title: string;
  readonly span: Span;
}

/**
 * The aspects that the preamble announces: “对照严以修身、…、做人要实六个方面”. Only a list whose items can be told apart with
 * certainty and whose number is the stated one counts; otherwise the result is empty.
 */
export function announcedAspects(speech: Speech): readonly AnnouncedAspect[] {
  return read(speech).aspects;
}

/** The number that the preamble states without a list, as in “对照“五个带头””; undefined where it states none. */
export function announcedNumber(speech: Speech): AnnouncedNumber | undefined {
  return read(speech).number;
}

/**
 * A list whose number differs from the number of its items: “学习、作风、纪律五个方面”. Only what follows can tell which is right.
 */
export function miscountedList(speech: Speech): MiscountedList | undefined {
  return read(speech).miscounted;
}

/** The aspects that are listed, and the number that does not match them. */
export interface MiscountedList {
  readonly titles: readonly string[];
  readonly number: AnnouncedNumber;
}

const read = memoised((speech: Speech): Announcement => {
  let aspects: readonly AnnouncedAspect[] = [];
  let number: Announcement['number'];
  let miscounted: Announcement['miscounted'];
  for (const { kind, span } of speech.preamble.slice(0, longest.preamble)) {
    if (kind !== 'line') continue;
    const found = announcedIn(speech.text.slice(span.start, span.end));
    if (found.aspects.length > aspects.length) {
      aspects = found.aspects.map((aspect) => ({ ...aspect, span: moveSpan(aspect.span, span.start) }));
    }
    number ??= found.number && moved(found.number, span.start);
    miscounted ??= found.miscounted && { ...found.miscounted, number: moved(found.miscounted.number, span.start) };
  }
  return { aspects, number, miscounted };
});

function moved(number: AnnouncedNumber, by: number): AnnouncedNumber {
  return { ...number, span: moveSpan(number.span, by) };
}

interface Announcement {
  readonly aspects: readonly AnnouncedAspect[];
  readonly number: AnnouncedNumber | undefined;
  readonly miscounted: MiscountedList | undefined;
}

/** What one line announces, in offsets of the line. */
const announcedIn = memoisedByText((line): Announcement => {
  const clauses = clausesIn(line, { start: 0, end: line.length }).filter(
    ({ start, end }) => end - start <= longest.clause,
  );
  let aspects: readonly AnnouncedAspect[] = parallelIn(line, clauses);
  if (aspects.length === 0) aspects = pairsIn(line);
  let number: Announcement['number'];
  let miscounted: Announcement['miscounted'];
  for (const [at, clause] of clauses.entries()) {
    const found = listIn(line, clause);
    if (found.aspects.length > aspects.length) aspects = found.aspects;
    const stated = numberIn(line, clause);
    if (stated && aspects.length === 0) aspects = spelledOut(line, clauses[at + 1], stated.count);
    number ??= stated;
    miscounted ??= found.miscounted;
  }
  return { aspects, number, miscounted };
}, 50_000);

/** Limits on lines, characters and items; a text beyond them announces nothing. */
const longest = { preamble: 30, clause: 800, list: 30 };

/** The clauses of a text; commas and full stops inside quotation marks end none. */
function clausesIn(text: string, { start, end }: Span): Span[] {
  const clauses: Span[] = [];
  let from = start;
  let quoted = 0;
  for (let at = start; at < end; at += 1) {
    const char = text.charAt(at);
    if (char === '“' || char === '《') quoted += 1;
    else if (char === '”' || char === '》') quoted = Math.max(0, quoted - 1);
    else if (/[。；！？：:;!?]/.test(char) || (quoted === 0 && /[，,]/.test(char))) {
      clauses.push({ start: from, end: at });
      from = at + 1;
      quoted = 0;
    }
  }
  clauses.push({ start: from, end });
  return clauses;
}

/** Words that a list of aspects may follow. */
const lead = /对照检查|对照|围绕|聚焦|紧扣|针对|从|就/g;

/** The same where what is listed is examined behind its number: “对理论学习、……、廉洁自律六个方面逐项对照”. */
const faintLead = /(?<=^[^，“《]{0,12})[对在把将]/;

const examined = /[个大]?方面(?:的?问题)?(?:逐[一项条]|认真|深入|全面|进行|了)*(?:对照|查摆|查找|检视|检查|剖析|自查)/;

function listIn(text: string, clause: Span): Pick<Announcement, 'aspects' | 'miscounted'> {
  const none = { aspects: [], miscounted: undefined };
  const words = text.slice(clause.start, clause.end);
  const first = outerComma(words);
  if (first < 0) return none;
  const opening =
    [...words.slice(0, first).matchAll(lead)].find(({ index }) => !isQuoted(words, index)) ??
    (examined.test(words) ? faintLead.exec(words.slice(0, first)) : null);
  if (!opening) return none;
  const from = opening.index + opening[0].length;
  // “对照A、对照B、对照C”: the verb belongs to the items.
  const repeated = words.includes(`、${opening[0]}`) && !words.slice(0, opening.index).endsWith('从');
  const list = listSpan(words, repeated ? opening.index : from);
  if (!list || asksOthers.test(words.slice(list.number?.span.end ?? list.end))) return none;
  const items = itemsOf(words, list, list.number?.count);
  if (items.length === 0 && list.number) {
    const titles = itemsOf(words, list, undefined).map(({ start, end }) => words.slice(start, end));
    const miscounted = titles.length > 0 ? { titles, number: moved(list.number, clause.start) } : undefined;
    return { aspects: [], miscounted };
  }
  const aspects = items.map((item) => ({
    title: words.slice(item.start, item.end),
    span: moveSpan(item, clause.start),
  }));
  return { aspects, miscounted: undefined };
}

/** “就思想、工作、作风三个方面与同事谈心”, “……广泛征求意见”: behind a list of what others are asked about. */
const asksOthers =
  /^(?:等?方面|等)?的?(?:情况|问题)?(?:[与同和向][^，。]{1,16})?(?:广泛|充分|深入|认真|多方|主动|相互|互相)?(?:开展|进行)?(?:征求|听取|收集|征集|谈心|交心|座谈|交换意见|沟通)/;

/** “对照“五个带头”，即带头A、带头B、……”: the clause behind a number that gives as many items. */
function spelledOut(text: string, clause: Span | undefined, count: number): AnnouncedAspect[] {
  if (!clause) return [];
  const words = text.slice(clause.start, clause.end);
  const opening = /^\s*(?:即|也就是|就是|分别是)/.exec(words);
  if (!opening) return [];
  const items = itemsOf(words, { start: opening[0].length, end: words.length }, count);
  return named(
    text,
    items.map((item) => moveSpan(item, clause.start)),
  );
}

/** “对照带头A，带头B，带头C六个方面”: clauses that begin with the same word. */
function parallelIn(text: string, clauses: readonly Span[]): AnnouncedAspect[] {
  for (const word of ['带头', '对照']) {
    const opens = ({ start, end }: Span) => text.startsWith(word, trimmed(text, start, end).start);
    const first = clauses.findIndex(
      (clause, at) => lastOutside(text, clause, word) >= 0 && clauses.slice(at + 1, at + 3).every(opens),
    );
    const clause = clauses[first];
    if (first < 0 || !clause || clauses.length < first + 3) continue;
    const rest = clauses.slice(first + 1);
    const stop = rest.findIndex((other) => !opens(other));
    const run = [
      { start: lastOutside(text, clause, word), end: clause.end },
      ...(stop < 0 ? rest : rest.slice(0, stop)).map(({ start, end }) => trimmed(text, start, end)),
    ];
    const more = stop < 0 ? undefined : otherItems(text, rest[stop], run.length);
    if (more) return named(text, [...run, ...more]);
    const last = run.at(-1) ?? clause;
    const list = listSpan(text.slice(last.start, last.end), 0);
    const items = [...run.slice(0, -1), { start: last.start, end: last.start + (list?.end ?? last.end - last.start) }];
    if (items.length > longest.list || (list?.number && list.number.count !== items.length)) return [];
    return named(text, items);
  }
  return [];
}

/**
 * “围绕“强化政治忠诚、提高政治能力，固本培元、增强党性，……”五个方面”: aspects of several words each, set off by commas, in quotation
 * marks or not. There must be as many as the number says; without a number at least four, nearly all of several words.
 */
function pairsIn(text: string): AnnouncedAspect[] {
  for (const stop of text.matchAll(/个(?:方面|带头|对照|专题|重点)|等?方面/g)) {
    const begin = Math.max(...[...'。！？：'].map((mark) => text.lastIndexOf(mark, stop.index))) + 1;
    const words = text.slice(begin, stop.index + stop[0].length);
    const whole = words.length <= longest.clause ? listSpan(words, 0) : undefined;
    if (!whole || (whole.number && whole.number.count < 3)) continue;
    for (const opening of words.slice(0, whole.end).matchAll(pairLead)) {
      let [start, end] = [opening.index + opening[0].length, whole.end];
      if (words[start] === '“' && words[end - 1] === '”') [start, end] = [start + 1, end - 1];
      const list = words.slice(start, end);
      const items = cut(list, 0, list.length, whole.number ? /[，；,;](?:以及)?/g : /[，；,;](?:以及)?|以及/g);
      const several = items.filter((item) => list.slice(item.start, item.end).includes('、')).length;
      const enough = whole.number
        ? items.length === whole.number.count && several > 0
        : items.length >= 4 && several >= items.length - 1;
      if (!enough || items.some((item) => startsClause.test(list.slice(item.start, item.end)))) continue;
      return named(
        text,
        items.map((item) => moveSpan(item, begin + start)),
      );
    }
  }
  return [];
}

const pairLead = new RegExp(`${lead.source}|(?<=，)即在?`, 'g');

/** The beginnings of clauses that are not items of a list. */
const startsClause =
  /^(?:对照|围绕|聚焦|紧扣|针对|从|就|结合|按照|根据|通过|采取|并|同时|我|本人|班子|认真|深入|广泛|走访|听取|征求|召开|[向与同])/;

/** The items of “，以及落实意识形态工作责任制、执行民主集中制六个方面”, which follow `before` items that all begin alike. */
function otherItems(text: string, clause: Span | undefined, before: number): readonly Span[] | undefined {
  if (!clause) return undefined;
  const words = text.slice(clause.start, clause.end);
  const joined = /^(?:以及|和|及)/.exec(words);
  const list = joined && listSpan(words, joined[0].length);
  if (!list?.number) return undefined;
  const items = cut(words, list.start, list.end, /、/g).map((item) => moveSpan(item, clause.start));
  return before + items.length === list.number.count ? items : undefined;
}

function named(text: string, items: readonly Span[]): AnnouncedAspect[] {
  const titles = items.map((span) => ({ title: text.slice(span.start, span.end), span }));
  return titles.every(({ title }) => isAspect(title)) ? titles : [];
}

/**
 * Where a clause says this word for the last time, outside quotation marks: “按照“四个对照”的要求” compares
 * with nothing yet, and neither does “五个带头是：”; or −1.
 */
function lastOutside(text: string, { start, end }: Span, word: string): number {
  const words = text.slice(start, end);
  let at = words.lastIndexOf(word);
  while (at >= 0 && (isQuoted(words, at) || words[at - 1] === '个'))
    at = at === 0 ? -1 : words.lastIndexOf(word, at - 1);
  return at < 0 ? -1 : start + at;
}

function numberIn(text: string, clause: Span): AnnouncedNumber | undefined {
  const words = text.slice(clause.start, clause.end);
  const match = new RegExp(
    `(?:对照|围绕|按照|聚焦)[^、]{0,12}[“"](${hanNumeral}|[0-9０-９])个(?:带头|方面|对照)[”"]`,
  ).exec(words);
  if (!match) return undefined;
  const start = clause.start + match.index + match[0].search(/[“"]/);
  return { count: fromNumeral(match[1] ?? ''), span: { start, end: clause.start + match.index + match[0].length } };
}
