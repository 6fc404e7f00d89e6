import { date, mayClose } from '../outline/closing.ts';
import { countedPart, isAspectTitle, pureRole, roleOf } from '../outline/role.ts';
import type { Line } from '../speech.ts';
import { isBlank, type Span, trimSpan } from '../text/span.ts';
import { brokenBoldOf } from './brokenBold.ts';
import { headOf } from './lineHead.ts';
import { type Numbering, parseBlankMark, parseNumbering } from './numbering.ts';
import { parseSeries } from './series.ts';

/** A paragraph or heading as Markdown sees it, in offsets of `text`. */
export interface Passage {
  readonly span: Span;
  readonly depth: number;
  readonly bullet: boolean;
  /** Where Markdown has text: the rest is code, HTML, link targets, marks. */
  readonly prose: readonly Span[];
}

/**
 * The lines of a passage. Many drafts are wrapped, so a line break alone opens no line: it must be followed by a
 * numbering, a series word, bold words or a lead-in such as “整改措施：”, or preceded by a heading that plainly ends
 * there. In a draft pasted from Word without blank lines, each row is a line.
 * `masked` is `text` with HTML and code blanked out, of equal length.
 */
export function linesOf(text: string, masked: string, passage: Passage): Line[] {
  const rows = rowsOf(masked, passage.span);
  const groups: Span[] = [];
  // Title, office and date on lines below one another.
  const separate =
    rows.length > 1 &&
    rows.every(({ start, end }) => end - start <= longestTitleRow && !/[。；！？：，]/.test(masked.slice(start, end)));
  const titles = titleRows(masked, rows);
  const whole = areWhole(masked, rows);
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
    const previous = before ? masked.slice(before.start, before.end) : '';
    const followsStop = /[。！？]\**$/.test(previous);
    const opens =
      opensLine(words) ||
      (before !== undefined && (whole ? isApart(words) || endsApart(previous) : isHeadedBy(words, previous))) ||
      (followsStop && (boldTitle.test(words) || dash.test(words) || mayClose(words)));
    if (last && isOpen && !separate && index > titles && !opens)
      groups[groups.length - 1] = { start: last.start, end: row.end };
    else groups.push(row);
  }
  return groups.map((span, index) => toLine({ text, masked }, span, passage, index === 0));
}

/**
 * Whether the rows are paragraphs as they are, and not what a longer text was wrapped to, or sentences that somebody
 * writes one to a row: nearly all texts among them end where a sentence does, and a third of them hold several. Two
 * blanks at the end of most rows are line breaks within a paragraph.
 */
function areWhole(text: string, rows: readonly Span[]): boolean {
  const broken = rows.filter(({ end }) => text.startsWith('  ', end));
  if (rows.length < fewestWhole || broken.length >= rows.length / 2) return false;
  const texts = rows.map(({ start, end }) => text.slice(start, end)).filter((row) => !isApart(row));
  const ended = texts.filter((row) => endOfText.test(row));
  const several = texts.filter((row) => /^[^。！？]*[。！？].*[一-龥]/.test(row));
  return ended.length >= 0.8 * texts.length && several.length >= texts.length / 3;
}

/** In rows: two may be one paragraph with a break in it. */
const fewestWhole = 3;

const endOfText = /[。！？：；…）)][”’）)]?[*_\s　]*$/;

/** Whether a row that was not wrapped is a heading, a row of the title or the day below a signature. */
function isApart(row: string): boolean {
  if (row.length > longestTitleRow) return false;
  return (
    date.test(row) ||
    /^[^，。；！？：]*[^，。；！？：、“（《]$/.test(row) ||
    (opensLine(row) && !/[。；！？]/.test(row))
  );
}

/** Whether the row before a long one was plainly not wrapped, and so is an office and a name, or a heading. */
function isHeadedBy(row: string, before: string): boolean {
  return isApart(before) && row.length >= before.length + 20;
}

function endsApart(row: string): boolean {
  return endOfText.test(row) || isApart(row);
}

/** In characters: a longer row is a paragraph, not a row of a title or of what stands below it. */
const longestTitleRow = 45;

/** A title run in with its text, which opens a line where the sentence before it has ended. */
const boldTitle = /^\*\*[^*]{2,40}[。：]\*\*/;

/** “附件：1.甲”, and “2.乙” below it, list papers. */
const appendix = /^附[ 　]*件[0-9]?[：:]/;

/**
 * How many rows at the start are the title and what stands below it (office and name, date, salutation), where no blank
 * line ends them; -1 for none.
 */
function titleRows(text: string, rows: readonly Span[]): number {
  const words = rows.slice(0, 6).map(({ start, end }) => text.slice(start, end));
  const end = words.findIndex((row) => row.length > longestTitleRow || /[。；！？：，;!?:,]/.test(row));
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

/** Text copied from a chat window has lines with only a zero-width space. */
const emptyRow = /^[\s\u200B-\u200D]*$/;

function opensLine(row: string): boolean {
  if (ornament.test(row) || isBracketed(row)) return true;
  const plain = row.replace(/^[*_\s　]+/, '');
  if (parseNumbering(plain, 0)) return true;
  if (allBold.test(row)) return true;
  if (
    /^(?:[一二三四五六七八九十]是|第[一二三四五六七八九十](?:[，、,是]|个(?:问题|原因|方面|不足|差距|教训|措施)?是)|其[一二三四五六七八九十][，、,：]|(?:首先|其次|再次|最后)[是，、,]|(?:[一二三四五]|头一|再一|另一|还有一)个是)/.test(
      plain,
    )
  )
    return true;
  if (label.test(plain)) return true;
  const colon = plain.slice(0, 24).search(/[：:]/);
  return colon > 0 && pureRole(plain.slice(0, colon).replaceAll('*', '')) !== undefined;
}

/** “问题2：” and “措施：” below “原因：……” in a list without blank lines. */
const label = /^(?:问题之?[0-9０-９一二三四五六七八九十]{1,3}|(?:具体)?(?:措施|举措))[：:]/;

/**
 * Whether a row is a complete heading, so that the next row, which opens no line by itself, does not continue it: role
 * words alone, or a numbered row without punctuation that is too short to have been wrapped, or is followed by words
 * that lead in to a text.
 */
function endsHeading(row: string, next: string): boolean {
  const plain = row.replace(/[*_\s　#]+/g, '');
  if (pureRole(plain) || isBracketed(row)) return true;
  if (allBold.test(row) && !/^[，。；：、？！,;:?!”）》]/.test(next)) return true;
  if (/[，。；：、？！,;:?!“（《]$/.test(plain) || /^[，。；：、？！,;:?!”）》]/.test(next)) return false;
  if (!parseNumbering(plain, 0) || /[。；：？！]/.test(plain)) return false;
  return plain.length < shortestWrap || next.length > plain.length + 3 || leadInWords.test(next);
}

const allBold = /^\*\*[^*]+\*\*$/;

/** Nobody wraps a text to fewer characters. */
const shortestWrap = 20;

/** What the text below a heading begins with, and the second row of a heading does not. */
const leadInWords =
  /^(?:存在|主要(?:表现|问题|有|是)|具体(?:表现|有)|问题(?:表现|主要)|(?:整改|改进)(?:措施|目标)|针对|对照)/;

/** The text of a block as it is, and as `linesOf` masks it. */
interface Texts {
  readonly text: string;
  readonly masked: string;
}

function toLine({ text, masked }: Texts, span: Span, passage: Passage, opensParagraph: boolean): Line {
  const { depth, bullet } = passage;
  const words = masked.slice(span.start, span.end);
  const brackets = isBracketed(words) ? 1 : 0;
  const bold = brackets > 0 || /^(\*\*|__)(?!\s)((?!\1)[\s\S])+\1$/.test(words);
  const lead = brackets + leadLength(words.slice(brackets));
  const headingLike = depth > 0 || bold || (words.length <= longestBareHeading && !/[。；！？]/.test(words));
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

/** The length of an ornament or dash before the first word, with the blanks after it; 0 for none. */
export function ornamentLength(words: string): number {
  return (ornament.exec(words) ?? dash.exec(words))?.[0].length ?? 0;
}

/** In characters: a line without mark, `#` or bold that is longer is no heading. */
const longestBareHeading = 30;

/** “——学用结合有落差。……” is an item of a list; “——在民主生活会上的发言”, with no stop in it, goes on with the title above. */
const dash = /^\**—{1,2}[ 　]*(?=[^—。；：\n]{2,40}[。；：])/;

/** The ornaments that Word, WPS and chat windows put before list items or headings. */
const ornament = /^\**[\u2580-\u25FF\u2022\u2605\u2606\u2756\u27A2\u27A4\u{1F536}-\u{1F539}]\uFE0F?[ \t　]*/u;

/**
 * “三、开方子：今后怎么干” stands alone: it is too short for a text and lacks the full stop that would end one. “整改措施：” with what
 * it leads in to does not.
 */
function standsAlone(words: string): boolean {
  if (words.length > longestBareHeading || /[。；！\n]|[，、：？…]\**$/.test(words)) return false;
  const colon = words.search(/[：:]/);
  return colon > 0 && pureRole(words.slice(0, colon)) === undefined;
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
