import { isSeries, type NumberingStyle } from '../parse/numbering.ts';
import type { Entry, Line } from '../speech.ts';
import { type Draft, isSeriesStyle, type Place, type WordStyle } from './draft.ts';
import { isAlone, longestTitle, startsBold, titleWords } from './headingLine.ts';
import { standsInPlainPart } from './plainTitles.ts';
import { isReason } from './recurring.ts';
import {
  countedPart,
  isAppendixTitle,
  isAspectTitle,
  isClosingTitle,
  isCriticismTitle,
  isWrapperTitle,
  plainWords,
  pureRole,
  type Role,
  roleOf,
  sideRole,
} from './role.ts';
import { termIn } from './terms.ts';
import { isOuterTitle } from './wholePart.ts';

/**
 * `bare`: role words without numbering; `depth`: a Markdown heading without numbering; `lead`: a sentence that leads in
 * to a part.
 */
export type HeadingKind = NumberingStyle | WordStyle | 'bare' | 'depth' | 'lead';

/** What makes a line a heading or a point, if anything. */
export function headingKind(
  { text, line, open }: Place,
  heads: Readonly<Record<'bold' | 'aspects' | 'terms' | 'plain', ReadonlySet<Entry>>>,
  part: Role | undefined,
): HeadingKind | undefined {
  if (line.numbering) return line.numbering.style;
  if (line.depth > 0) return 'depth';
  const title = titleWords(text, line.title);
  const alone = line.body.start === line.body.end;
  const dressed = text.charAt(line.span.start) === '*';
  const isBehind = isAppendixTitle(title) || isCriticismTitle(title);
  if (alone && line.bold && open.length > 0 && isBehind) return 'lead';
  const role = part ?? (line.bold || (alone && isPlainTitle(line, title)) ? sideRole(title) : undefined);
  const counted = countedKind(line, title);
  if (counted === 'depth' || (counted && open.length > 0)) return counted;
  if (alone && open.length > 0 && (line.bold || line.opensParagraph) && line.titleEnd === '' && isClosingTitle(title))
    return 'lead';
  // “存在的主要问题：” on a line of its own before any heading opens the part.
  const opens = line.titleEnd === '' || (open.length === 0 && part === 'problems' && /[：:]/.test(line.titleEnd));
  if (role && alone && opens) return 'bare';
  // Inside the problems “存在的问题：一是…” continues a unit, while “整改措施：…” opens something.
  const first = open[0];
  const goesOn = first?.style === undefined && first?.depth === 0 && role !== 'problems';
  if (role && (/[：:】]/.test(line.titleEnd) || dressed || isReason(text, line)) && (leadParent(open) >= 0 || goesOn)) {
    if (role !== 'problems' || !isProblemsTitle(open[0]?.heading.title ?? '')) return 'bare';
    return line.bullet ? 'bullet' : undefined;
  }
  if (open.length > 0 && heads.bold.has(line)) return 'bold';
  if (heads.aspects.has(line) && standsInPart(open)) return 'aspect';
  if (heads.plain.has(line) && standsInPlainPart(open)) return 'aspect';
  if (heads.terms.has(line) && open.some(({ heading }) => roleOf(heading.title) === 'measures')) return 'aspect';
  if (line.bold && alone && title.length <= longestTitle && !/[。；！？]/.test(title)) return 'bold';
  return line.bullet && open.length > 0 ? 'bullet' : undefined;
}

/** “需要说明的事项”: a paragraph of a few words that ends like a title. */
function isPlainTitle({ opensParagraph, titleEnd }: Line, title: string): boolean {
  return opensParagraph && titleEnd === '' && title.length <= longestPlainTitle && !/[，。；：、？！]/.test(title);
}

const longestPlainTitle = 20;

/** “第一部分　理论学习方面” opens a part of the speech; “第一方面　带头……”, on a line of its own as well, a section inside one. */
function countedKind(line: Line, title: string): 'depth' | 'bold' | undefined {
  if (line.titleEnd !== '' || !isAlone(line) || title.length > longestTitle) return undefined;
  const word = countedPart.exec(title)?.[1];
  if (word === undefined) return undefined;
  return word === '方面' || word === '节' ? 'bold' : 'depth';
}

/**
 * “对照下来，我有这么几个毛病：”, “为什么会这样？” or “先说我身上的毛病”: a short paragraph, or the beginning of one, that names a part in
 * plain words.
 */
export function leadsIn(text: string, line: Line): boolean {
  const { numbering, depth, title, titleEnd } = line;
  if (numbering || depth > 0 || title.end - title.start > longestLead) return false;
  const words = titleWords(text, title);
  const says = /^(?:先|再|接着|下面|下边|然后|最后)(?:来|我)?(?:说|讲|谈|汇报)/.test(words);
  const isOpen = titleEnd === '' && isAlone(line) && line.opensParagraph;
  if (!/^[：:？?]$/.test(titleEnd) && !isOpen && !(says && titleEnd === '。')) return false;
  return roleOf(words) !== undefined || Object.values(plainWords).some((pattern) => pattern.test(words));
}

const longestLead = 30;

/** “对照“五个带头”，归纳起来有以下五个方面的问题：”: a paragraph of one sentence. */
export function leadsInProblems(text: string, line: Line): boolean {
  const { numbering, depth, titleEnd } = line;
  if (numbering || depth > 0 || !isAlone(line) || !/^[：:]$/.test(titleEnd)) return false;
  const words = titleWords(text, line.title);
  return words.length <= longestTitle && announcesProblems.test(words);
}

const announcesProblems =
  /[有存在以下如][^。；：]{0,12}(?:问题|不足|差距|短板)$|(?:问题|不足|差距|短板)(?:有|是|如下|主要有)$/;

/** “毛病摆出来了，为什么会这样……” or “存在上述问题的主要原因，一是……”: a paragraph whose first sentence asks for the causes. */
export function leadsInCauses(text: string, { numbering, depth, bullet, opensParagraph, title }: Line): boolean {
  if (numbering || depth > 0 || bullet || !opensParagraph) return false;
  const words = titleWords(text, title);
  return words.length <= longestTitle && asksForCauses.test(words);
}

const asksForCauses =
  /^[^，；]{0,12}(?:以上|上述|这些|问题|毛病|不足)[^；]{0,16}(?:原因|根源|根子|症结|病根|为什么会?这样|为何|归根)/;

/** “为什么会这样” or “问题出在哪里？”: a few words that ask for the causes; “对问题的原因分析不够” names a problem. */
export function asksWhy(text: string, { title }: Line): boolean {
  const words = titleWords(text, title);
  if (words.length > longestLead || /[，。；：]/.test(words)) return false;
  return whyWords.test(words) || (roleOf(words) === 'causes' && !/[不没缺少弱差]/.test(words));
}

const whyWords = /为什么|为啥|为何|缘何|何以|怎么会|怎么(?:得|来)的|何来|哪[里儿]?来|(?:出|错|差|坏|卡)在(?:哪|何处)/;

/** “接下来怎么做” and the like, alone in its line; “改革意识不强” names a cause. */
export function leadsInMeasures(text: string, line: Line): boolean {
  const words = titleWords(text, line.title);
  return isAlone(line) && leadsIn(text, line) && plainWords.measures.test(words) && !/[不没缺少弱差]/.test(words);
}

/**
 * `**政治纪律方面。**正文`: paragraphs without numbering that begin with a few bold words. If there are at least two between
 * two headings, they are headings run in with their text; one alone is emphasis.
 */
export function boldHeadsIn(text: string, entries: readonly Entry[]): ReadonlySet<Entry> {
  return inGroups(entries, (line) => {
    if (isMarked(line) || (line.bold && isAlone(line))) return 'closes';
    return startsBold(text, line) ? 'joins' : undefined;
  });
}

/**
 * “党员意识方面：首先……” or, alone in its line, “党员意识方面”: aspects without numbering, `#` or bold. If there are at least two
 * between the headings of parts, they are headings; one alone leads in to something.
 */
export function aspectHeadsIn(text: string, entries: readonly Entry[]): ReadonlySet<Entry> {
  return inGroups(entries, (line) => {
    const title = titleWords(text, line.title);
    const isPart = isAlone(line) && pureRole(title) !== undefined;
    if (isMarked(line) || line.bold || isPart) return 'closes';
    return !line.numbering && !line.bullet && line.opensParagraph && namesAspect(title) ? 'joins' : undefined;
  });
}

/** “立行立改事项” and “长期坚持事项：”, at least two such lines without numbering, `#` or bold. */
export function termHeadsIn(text: string, entries: readonly Entry[]): ReadonlySet<Entry> {
  const found = entries.filter((entry) => {
    if (entry.kind !== 'line' || isMarked(entry) || entry.bold || entry.bullet || !entry.opensParagraph) return false;
    return isAlone(entry) && /^[：:]?$/.test(entry.titleEnd) && termIn(titleWords(text, entry.title)) !== undefined;
  });
  return new Set(found.length > 1 ? found : []);
}

/** Whether a line is a heading by `#`, or by a number other than 一是 or 第一，. */
function isMarked({ depth, numbering }: Line): boolean {
  return depth > 0 || (numbering !== undefined && !isSeries(numbering.style));
}

/** The lines that join a group of at least two; other lines close the group or leave it as it is. */
function inGroups(
  entries: readonly Entry[],
  roleOfLine: (line: Line) => 'joins' | 'closes' | undefined,
): ReadonlySet<Entry> {
  const found = new Set<Entry>();
  let group: Line[] = [];
  for (const entry of entries) {
    if (entry.kind !== 'line') continue;
    const role = roleOfLine(entry);
    if (role === 'closes') close();
    else if (role === 'joins') group.push(entry);
  }
  close();
  return found;

  function close(): void {
    if (group.length > 1) for (const line of group) found.add(line);
    group = [];
  }
}

/** “主要表现在以下几个方面” counts aspects but names none. */
function namesAspect(title: string): boolean {
  const longest = /^在?(?:带头|对照)/.test(title) ? longestAspect : longestTitle;
  return title.length <= longest && isAspectTitle(title) && !/[个些下列]方面$|(?:表现|体现)在/.test(title);
}

/** The aspects of a notice are longer than what a writer would name one by; that of 2019 has 65 characters. */
const longestAspect = 72;

/** Whether the next line is directly below the heading of a part, or beside other aspects below it. */
function standsInPart(open: readonly Draft[]): boolean {
  // “**先说毛病**” is a part in bold words.
  const around = open.findLast(
    ({ style }, at) => (style !== 'bold' || at === 0) && style !== 'aspect' && !isSeriesStyle(style),
  );
  const title = around?.heading.title ?? '';
  const role = isAspectTitle(title) ? undefined : roleOf(title);
  return role === 'problems' || role === 'causes' || role === 'measures';
}

function isProblemsTitle(title: string): boolean {
  return roleOf(title) === 'problems' && !isAspectTitle(title);
}

/** The open section that is an aspect and may hold 问题, 原因 and 整改 of its own; −1 where none is. */
export function leadParent(open: readonly Draft[]): number {
  const title = open[0]?.heading.title ?? '';
  // “以往检查发现问题整改方面” is an aspect, whatever part its words would name.
  // “**去年的事办得怎样**” and “**先从一个案例说起**” are parts themselves, and hold no “**我们看到的不足**”.
  const isBeside = open[0]?.style === 'bold' && (plainWords.previous.test(title) || /案例|案件/.test(title));
  const isPart = open[0]?.style !== 'aspect' && (roleOf(title) !== undefined || isBeside);
  const namesPart = isPart && !isAspectTitle(title);
  let at = namesPart ? 1 : 0;
  const titleAt = (index: number) => open[index]?.heading.title ?? '';
  const gathers = () => isWrapperTitle(titleAt(at)) || (isOuterTitle(titleAt(at)) && isAspectTitle(titleAt(at + 1)));
  while (open[at + 1] && gathers()) at += 1;
  const draft = open[at];
  return draft && (!isSeriesStyle(draft.style) || isAspectHeading(draft)) && draft.style !== 'bullet' ? at : -1;
}

/** “第一、带头固本培元方面” on a line of its own. */
function isAspectHeading({ heading }: Draft): boolean {
  return !heading.inline && isAlone(heading.line) && isAspectTitle(heading.title);
}
