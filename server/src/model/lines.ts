import { longestHeading } from './headingLine.ts';
import { type Numbering, parseBlankMark, parseNumbering } from './numbering.ts';
import { isHan } from './prose.ts';
import { closingHead, countedPart, isAspectTitle, pureRole, roleOf } from './role.ts';
import { parseSeries } from './series.ts';
import { isBlank, type Span, trimSpan } from './span.ts';
import type { Line } from './speech.ts';
import { lineStartOf } from './textLines.ts';

/** A paragraph or heading as Markdown sees it, in offsets of `text`. */
export interface Passage {
  readonly span: Span;
  readonly depth: number;
  readonly bullet: boolean;
  /** Where Markdown has text: the rest is code, HTML, link targets, marks. */
  readonly prose: readonly Span[];
}

/**
 * The lines of a passage. A line break alone opens no line, for many drafts are wrapped; a numbering, a series word, a bold
 * line or a lead-in such as “整改措施：” after it does, and so does a heading before it that plainly ends there.
 * `masked` is `text` with HTML and code blanked out, of equal length.
 */
export function linesOf(text: string, masked: string, passage: Passage): Line[] {
  const rows = rowsOf(masked, passage.span);
  const groups: Span[] = [];
  // Title, office and date on lines below one another.
  const separate =
    rows.length > 1 &&
    rows.every(({ start, end }) => end - start <= 45 && !/[。；！？：，]/.test(masked.slice(start, end)));
  const titles = titleRows(masked, rows);
  for (const [index, row] of rows.entries()) {
    const last = groups.at(-1);
    const words = masked.slice(row.start, row.end);
    const before = rows[index - 1];
    const isOpen =
      last && before && !(last.start === before.start && endsHeading(masked.slice(before.start, before.end), words));
    if (last && appendix.test(masked.slice(last.start, last.start + 8))) {
      groups[groups.length - 1] = { start: last.start, end: row.end };
      continue;
    }
    const followsStop = before !== undefined && /[。！？]\**$/.test(masked.slice(before.start, before.end));
    const opens = opensLine(words) || (followsStop && (opensParagraph.test(words) || dash.test(words)));
    if (last && isOpen && !separate && index > titles && !opens)
      groups[groups.length - 1] = { start: last.start, end: row.end };
    else groups.push(row);
  }
  return groups.map((span, index) => toLine(text, masked, span, passage, index === 0));
}

/** What opens a line where the sentence before it has ended: the closing words of a speech, and a title run in with its text. */
const opensParagraph = new RegExp(`${closingHead.source}|^\\*\\*[^*]{2,40}[。：]\\*\\*`);

/** “附件：1.甲”, and “2.乙” below it, list papers. */
const appendix = /^附[ 　]*件[0-9]?[：:]/;

/** How many rows at the start are a title and what stands below it, where no blank line ends them: office and name, date, salutation. */
function titleRows(text: string, rows: readonly Span[]): number {
  const words = rows.slice(0, 6).map(({ start, end }) => text.slice(start, end));
  const end = words.findIndex((row) => row.length > 45 || /[。；！？：，;!?:,]/.test(row));
  const titles = end < 0 ? words.length : end;
  const named = words.slice(0, titles).findIndex((row) => /(?:材料|发言|提纲|报告|讲话|发言稿)\**$/.test(row));
  // The office may have the first row of a title, and the kind of speech the second.
  if (rows.length < 2 || named < 0 || named > 1) return -1;
  return /^.{2,20}[：:]$/.test(words[titles] ?? '') ? titles + 1 : titles;
}

function rowsOf(text: string, { start, end }: Span): Span[] {
  const rows: Span[] = [];
  for (let from = start; from < end; ) {
    const newline = text.indexOf('\n', from);
    const to = newline < 0 || newline > end ? end : newline;
    const row = trimSpan(text, { start: from, end: to });
    if (!emptyRow.test(text.slice(row.start, row.end))) rows.push(row);
    from = to + 1;
  }
  return rows;
}

/** Chat windows leave lines of nothing but a zero-width space. */
const emptyRow = /^[\s\u200B-\u200D]*$/;

function opensLine(row: string): boolean {
  if (ornament.test(row) || isBracketed(row)) return true;
  const plain = row.replace(/^[*_\s　]+/, '');
  if (parseNumbering(plain, 0)) return true;
  if (/^\*\*[^*]+\*\*$/.test(row)) return true;
  if (
    /^(?:[一二三四五六七八九十]是|第[一二三四五六七八九十](?:[，、,是]|个(?:问题|原因|方面|不足|差距|教训|措施)是)|其[一二三四五六七八九十][，、,：]|首先[，、,]|其次[，、,]|再次[，、,]|最后[，、,])/.test(
      plain,
    )
  )
    return true;
  const colon = plain.slice(0, 24).search(/[：:]/);
  return colon > 0 && pureRole(plain.slice(0, colon).replaceAll('*', '')) !== undefined;
}

/**
 * Whether a row is a heading that the next row, which opens no line by itself, does not go on with: role words alone, or a
 * numbered row without punctuation that is too short to have been wrapped or leads in to what follows.
 */
function endsHeading(row: string, next: string): boolean {
  const plain = row.replace(/[*_\s　#]+/g, '');
  if (pureRole(plain) || isBracketed(row)) return true;
  if (/[，。；：、？！,;:?!“（《]$/.test(plain) || /^[，。；：、？！,;:?!”）》]/.test(next)) return false;
  if (!parseNumbering(plain, 0) || /[。；：？！]/.test(plain)) return false;
  return plain.length < shortestWrap || next.length > plain.length + 3 || leadsIn.test(next);
}

/** Nobody wraps a text to fewer characters. */
const shortestWrap = 20;

const leadsIn =
  /^(?:存在|主要(?:表现|问题|有|是)|具体(?:表现|有)|问题(?:表现|主要)|(?:整改|改进)(?:措施|目标)|针对|对照)/;

function toLine(text: string, masked: string, span: Span, passage: Passage, opensParagraph: boolean): Line {
  const { depth, bullet } = passage;
  const words = masked.slice(span.start, span.end);
  const brackets = isBracketed(words) ? 1 : 0;
  const bold = brackets > 0 || /^(\*\*|__)(?!\s)((?!\1)[\s\S])+\1$/.test(words);
  const lead = brackets + leadLength(words.slice(brackets));
  const headingLike = depth > 0 || bold || (words.length <= 30 && !/[。；！？]/.test(words));
  const own =
    parseNumbering(words.slice(lead), span.start + lead, headingLike) ??
    (headingLike ? blankNumbering(words.slice(lead), span.start + lead, depth > 1 || bold) : undefined);
  const series = appendix.test(words)
    ? []
    : parseSeries(words.slice(own ? own.span.end - span.start : lead), own?.span.end ?? span.start + lead, own);
  // 一是 at the start of a line numbers the line.
  const numbering = own ?? (series[0]?.span.start === span.start + lead ? series.shift() : undefined);
  const restStart = numbering ? numbering.span.end : span.start + lead;
  const head = headOf(
    masked,
    { start: restStart, end: span.end - brackets },
    bold ||
      depth > 0 ||
      ((own !== undefined || countedPart.test(words)) && standsAlone(words.slice(restStart - span.start))),
  );
  const isAllTitle = head.body.start === head.body.end;
  return {
    kind: 'line',
    span,
    depth,
    bold,
    bullet: bullet || (numbering === undefined && ornamentLength(words) > 0),
    opensParagraph,
    numbering,
    ...head,
    // “## 一是学习不够；二是落实不够” is one title.
    series: isAllTitle ? series.filter((mark) => mark.span.start >= head.title.end) : series,
    leadsIn: /[：:]/.test(text.charAt(span.end - 1)),
    prose: within(text, passage.prose, span),
    brokenBold: brokenBoldOf(text, passage.prose, span),
  };
}

/** “【存在的不足】” on a line of its own names a part or an aspect as bold words do; “【照片】” names none. */
function isBracketed(words: string): boolean {
  const inner = /^【([^【】\n]{2,40})】$/.exec(words)?.[1];
  return inner !== undefined && (roleOf(inner) !== undefined || isAspectTitle(inner));
}

/** `二 原因分析`: a mark without 、 before the name of a part, or in a line of bold words or a heading below the title. */
function blankNumbering(words: string, offset: number, dressed: boolean): Numbering | undefined {
  const mark = parseBlankMark(words, offset);
  return mark && (dressed || namesPart(words.slice(mark.text.length))) ? mark : undefined;
}

/** “上年度整改落实情况”, “结束语”, “理论学习方面”: on a line of its own, no prose. */
function namesPart(words: string): boolean {
  if (pureRole(words)) return true;
  return words.length <= 25 && !/[，。；：！？\n]/.test(words) && (roleOf(words) !== undefined || isAspectTitle(words));
}

/** `**`, `*`, `_`, blanks and an ornament before the first word. */
function leadLength(words: string): number {
  let at = ornamentLength(words);
  while (at < words.length && (words.charAt(at) === '*' || words.charAt(at) === '_' || isBlank(words.charCodeAt(at))))
    at += 1;
  return at;
}

/** How long the ornament or the dash is that a writer has put before the first word, with the blanks after it. */
export function ornamentLength(words: string): number {
  return (ornament.exec(words) ?? dash.exec(words))?.[0].length ?? 0;
}

/** “——学用结合有落差。……” is an item of a list; “——在民主生活会上的发言”, with no stop in it, goes on with the title above. */
const dash = /^\**—{1,2}[ 　]*(?=[^—。；：\n]{2,40}[。；：])/;

/** What Word, WPS and chat windows put before the items of a list, or before a heading. */
const ornament = /^\**[\u2580-\u25FF\u2022\u2605\u2606\u2756\u27A2\u27A4\u{1F536}-\u{1F539}]\uFE0F?[ \t　]*/u;

/** “三、开方子：今后怎么干”: too short for a text, and without the full stop that would end one. The parts “整改措施：” leads in to are none. */
function standsAlone(words: string): boolean {
  if (words.length > 30 || /[。；！\n]|[，、：？…]\**$/.test(words)) return false;
  const colon = words.search(/[：:]/);
  return colon > 0 && pureRole(words.slice(0, colon)) === undefined;
}

/** “究其原因，……” */
const reason = /^究其(?:原因|根源|根本)(?=，)/;

/** Title, its closing punctuation and what follows. */
function headOf(text: string, rest: Span, whole: boolean): Pick<Line, 'title' | 'titleEnd' | 'body'> {
  const why = reason.exec(text.slice(rest.start, Math.min(rest.end, rest.start + 5)))?.[0].length;
  if (why) {
    const end = rest.start + why;
    const body = undress(text, { start: end + 1, end: rest.end }, true);
    return { title: { start: rest.start, end }, titleEnd: '，', body };
  }
  const undressed = undress(text, rest);
  const stop = sentenceEnd(text, undressed);
  const runsOn = stop < undressed.end && undress(text, { start: stop + 1, end: undressed.end }).start < undressed.end;
  if (stop < undressed.end && (!whole || !runsOn || undressed.end - undressed.start > longestHeading)) {
    const end = runsOn ? stop : trimMarks(text, undressed);
    const body = runsOn ? undress(text, { start: stop + 1, end: rest.end }, true) : { start: rest.end, end: rest.end };
    const title = undress(text, { start: undressed.start, end });
    return { title, titleEnd: text.slice(end, runsOn ? stop + 1 : undressed.end), body };
  }
  const boldEnd = whole ? -1 : text.slice(undressed.start, undressed.end).search(/(?<=\S)(?:\*\*|__)/);
  const openedBold =
    /(?:\*\*|__)[\s　]*$/.test(text.slice(Math.max(0, rest.start - 2), undressed.start)) ||
    hasOpenBold(text, rest.start);
  if (openedBold && boldEnd > 0) {
    const end = undressed.start + boldEnd;
    const body = undress(text, { start: end, end: rest.end }, true);
    return {
      title: { start: undressed.start, end },
      titleEnd: '',
      body: body.start < body.end ? body : { start: rest.end, end: rest.end },
    };
  }
  const end = trimMarks(text, undressed);
  return {
    title: { start: undressed.start, end },
    titleEnd: text.slice(end, undressed.end),
    body: { start: rest.end, end: rest.end },
  };
}

/** Whether the numbering just before `at` stands inside a bold run, as in `**1.标题**正文`. */
function hasOpenBold(text: string, at: number): boolean {
  const lineStart = lineStartOf(text, at);
  const marks = text.slice(lineStart, at).match(/\*\*|__/g);
  return marks !== null && marks.length % 2 === 1;
}

/** Without blanks and asterisks at both ends, or at the start only. */
function undress(text: string, { start, end }: Span, startOnly = false): Span {
  const isDressing = (at: number) => text.charAt(at) === '*' || isBlank(text.charCodeAt(at));
  while (start < end && isDressing(start)) start += 1;
  if (startOnly) {
    while (end > start && isBlank(text.charCodeAt(end - 1))) end -= 1;
    return { start, end };
  }
  while (end > start && isDressing(end - 1)) end -= 1;
  return { start, end };
}

/** Where the closing punctuation of a heading that stands alone begins. */
function trimMarks(text: string, { start, end }: Span): number {
  while (end > start && /[。；：，、？！;:,?!]/.test(text.charAt(end - 1))) end -= 1;
  return end;
}

/** Offset of the first 。；：？！ outside quotation marks and brackets, or the end. `![` begins a picture and ends nothing. */
function sentenceEnd(text: string, { start, end }: Span): number {
  const words = text.slice(start, end);
  let depth = 0;
  for (const { 0: mark, index } of words.matchAll(/[“《（(〈「”》）)〉」。；：？！]|[;:?](?![0-9/])|!(?![0-9/[])/g)) {
    if ('“《（(〈「'.includes(mark)) depth += 1;
    else if ('”》）)〉」'.includes(mark)) depth = Math.max(0, depth - 1);
    else if (depth === 0) return start + index;
  }
  if (depth === 0) return end;
  // A quotation mark that never closes must not swallow the paragraph.
  const stop = words.search(/[。；？！]/);
  return stop < 0 ? end : start + stop;
}

/** The parts of `spans` inside `outer`, without blanks around. */
function within(text: string, spans: readonly Span[], outer: Span): Span[] {
  const parts: Span[] = [];
  for (const { start, end } of spans) {
    if (end <= outer.start || start >= outer.end) continue;
    const part = trimSpan(text, { start: Math.max(start, outer.start), end: Math.min(end, outer.end) });
    if (part.start < part.end) parts.push(part);
  }
  return parts;
}

/**
 * `**甲。**乙`: the closing asterisks follow punctuation and precede a word, so CommonMark (flanking rules, §6.2) shows them as
 * they are. Masks such as `到**镇` have no punctuation at the inner side and are left alone.
 */
function brokenBoldOf(text: string, prose: readonly Span[], line: Span): Line['brokenBold'] {
  if (!text.slice(line.start, line.end).includes('**')) return [];
  const literal = (at: number) => prose.some(({ start, end }) => start <= at && at + 2 <= end);
  const found: Array<readonly [Span, Span]> = [];
  const pattern = /\*\*(?=[^\s*])([^*\n]+)\*\*/g;
  pattern.lastIndex = line.start;
  for (let match = pattern.exec(text); match && match.index < line.end; match = pattern.exec(text)) {
    const [open, close] = [match.index, match.index + match[0].length - 2];
    if (close + 2 > line.end || !literal(open) || !literal(close)) continue;
    const inner = match[1] ?? '';
    if (!/^\p{P}|\p{P}$/u.test(inner) || !/\p{Script=Han}/u.test(inner)) continue;
    // “去了**镇调研，**村没有去” masks two names.
    if (/[，、]$/.test(inner) && isHan(text.charAt(open - 1))) continue;
    found.push([
      { start: open, end: open + 2 },
      { start: close, end: close + 2 },
    ]);
  }
  return found;
}
