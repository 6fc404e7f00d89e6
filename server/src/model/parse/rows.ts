import { date, mayClose } from '../outline/closing.ts';
import { isAspectTitle, pureRole, roleOf } from '../outline/role.ts';
import { type Span, trimSpan } from '../text/span.ts';
import { countedOpening } from './countedOpening.ts';
import { parseNumbering } from './numbering.ts';
import { dash, ornament } from './ornament.ts';

/**
 * The rows of a paragraph, joined to lines. Many drafts are wrapped, so a line break alone opens no line: it must be
 * followed by a numbering, a series word, bold words or a lead-in such as “整改措施：”, or preceded by a heading that
 * plainly ends there. In a draft pasted from Word without blank lines, each row is a line.
 */
export function joinedRows(text: string, span: Span): Span[] {
  const rows = rowsOf(text, span);
  const wordsOf = ({ start, end }: Span) => text.slice(start, end);
  // Title, office and date on lines below one another.
  const separate =
    rows.length > 1 &&
    rows.every((row) => row.end - row.start <= longestTitleRow && !/[。；！？：，]/.test(wordsOf(row)));
  const titles = titleRows(text, rows);
  const whole = areWhole(text, rows);
  const lines: Span[] = [];
  for (const [index, row] of rows.entries()) {
    const [line, before] = [lines.at(-1), rows[index - 1]];
    const joins = (last: Span, previous: Span) => {
      if (appendix.test(text.slice(last.start, last.start + 8))) return true;
      if (separate || index <= titles) return false;
      if (last.start === previous.start && endsHeading(wordsOf(previous), wordsOf(row))) return false;
      return !opensLine(wordsOf(row)) && !opensBelow(wordsOf(row), wordsOf(previous), whole);
    };
    if (line && before && joins(line, before)) lines[lines.length - 1] = { start: line.start, end: row.end };
    else lines.push(row);
  }
  return lines;
}

/** Whether a row opens a line because of the row above it; `whole` if no row was wrapped. */
function opensBelow(row: string, above: string, whole: boolean): boolean {
  if (whole ? isApart(row) || endsApart(above) : isHeadedBy(row, above)) return true;
  return /[。！？]\**$/.test(above) && (boldTitle.test(row) || dash.test(row) || mayClose(row));
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
export const appendix = /^附[ 　]*件[0-9]?[：:]/;

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
  if (parseNumbering(plain, 0) || countedOpening(plain, 0)) return true;
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

/** “【存在的不足】” on a line of its own names a part or an aspect as bold words do; “【照片】” names none. */
export function isBracketed(words: string): boolean {
  const inner = /^【([^【】\n]{2,40})】$/.exec(words)?.[1];
  return inner !== undefined && (roleOf(inner) !== undefined || isAspectTitle(inner));
}
