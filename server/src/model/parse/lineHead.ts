import { longestHeading } from '../outline/headingLine.ts';
import type { Line } from '../speech.ts';
import { isBlank, type Span } from '../text/span.ts';
import { lineStartOf } from '../text/textLines.ts';

type Head = Pick<Line, 'title' | 'titleEnd' | 'body'>;

/**
 * Title, its closing punctuation and the text run in after it. `line` is what stands behind the numbering; `whole`
 * where all of it looks like a heading.
 */
export function headOf(text: string, line: Span, whole: boolean): Head {
  const rest = unlabelled(text, line);
  return (
    reasonHead(text, rest) ??
    bracketHead(text, rest) ??
    sentenceHead(text, rest, whole) ??
    boldHead(text, rest, whole) ??
    wholeHead(text, rest)
  );
}

/** The head of a point within whose title the next one begins, at `next`: “一是学得深，二是走得勤。” */
export function endedBefore(text: string, { title, body }: Head, next: number): Head {
  let end = next;
  while (end > title.start && /[\s，,、*]/.test(text.charAt(end - 1))) end -= 1;
  const titleEnd = text.slice(end, next).trimStart().charAt(0);
  return { title: { start: title.start, end }, titleEnd, body: { start: next, end: body.end } };
}

/** “【问题】门诊楼只有四十二级台阶……” */
function bracketHead(text: string, rest: Span): Head | undefined {
  if (text.charAt(rest.start) !== '【') return undefined;
  const length = bracketed.exec(text.slice(rest.start, Math.min(rest.end, rest.start + 12)))?.[0].length;
  if (!length) return undefined;
  const end = rest.start + length;
  const body = undress(text, { start: end, end: rest.end }, true);
  if (body.start >= body.end) return undefined;
  return { title: { start: rest.start + 1, end: end - 1 }, titleEnd: '】', body };
}

const bracketed = /^【[^【】\n]{2,8}】/;

/** “究其原因，……” or “存在上述问题的主要原因，一是……” */
function reasonHead(text: string, rest: Span): Head | undefined {
  const length = reason.exec(text.slice(rest.start, Math.min(rest.end, rest.start + longestReason)))?.[0].length;
  if (!length) return undefined;
  const end = rest.start + length;
  const body = undress(text, { start: end + 1, end: rest.end }, true);
  return { title: { start: rest.start, end }, titleEnd: '，', body };
}

const reason =
  /^(?:究其(?:原因|根源|根本)|(?:以上|上述|这些|存在|产生|出现)[^，。；：？！]{0,14}(?:原因|根源)(?:，主要)?)(?=，)/;

const longestReason = 24;

/** The first sentence, where text follows it or it alone has the stop of a heading. */
function sentenceHead(text: string, rest: Span, whole: boolean): Head | undefined {
  const undressed = undress(text, rest);
  const stop = sentenceEnd(text, undressed);
  if (stop >= undressed.end) return undefined;
  const runsOn = undress(text, { start: stop + 1, end: undressed.end }).start < undressed.end;
  if (whole && runsOn && undressed.end - undressed.start <= longestHeading) return undefined;
  const end = runsOn ? stop : trimMarks(text, undressed);
  const title = undress(text, { start: undressed.start, end });
  if (!runsOn) return { title, titleEnd: text.slice(end, undressed.end), body: { start: rest.end, end: rest.end } };
  return { title, titleEnd: text.slice(end, stop + 1), body: undress(text, { start: stop + 1, end: rest.end }, true) };
}

/** Behind “问题一：” or “措施之二、”, which name no matter, where anything follows. */
function unlabelled(text: string, span: Span): Span {
  if (!'问原措整'.includes(text.charAt(span.start))) return span;
  const length = label.exec(text.slice(span.start, Math.min(span.end, span.start + longestLabel)))?.[0].length;
  if (!length) return span;
  const behind = undress(text, { start: span.start + length, end: span.end });
  return behind.start < behind.end ? { start: behind.start, end: span.end } : span;
}

const label = /^(?:问题|原因|措施|整改措施)之?[0-9０-９一二三四五六七八九十]{1,3}(?:[：:、.．]|[ 　]+)/;
const longestLabel = 12;

/** Bold words at the start of a line that is not bold as a whole: `**标题**正文`. */
function boldHead(text: string, rest: Span, whole: boolean): Head | undefined {
  const undressed = undress(text, rest);
  const boldEnd = whole ? -1 : text.slice(undressed.start, undressed.end).search(/(?<=\S)(?:\*\*|__)/);
  if (boldEnd <= 0) return undefined;
  const opensBold = /(?:\*\*|__)[\s　]*$/.test(text.slice(Math.max(0, rest.start - 2), undressed.start));
  if (!opensBold && !hasOpenBold(text, rest.start)) return undefined;
  const end = undressed.start + boldEnd;
  const body = undress(text, { start: end, end: rest.end }, true);
  const empty = { start: rest.end, end: rest.end };
  return { title: { start: undressed.start, end }, titleEnd: '', body: body.start < body.end ? body : empty };
}

function wholeHead(text: string, rest: Span): Head {
  const undressed = undress(text, rest);
  const end = trimMarks(text, undressed);
  const title = { start: undressed.start, end };
  return { title, titleEnd: text.slice(end, undressed.end), body: { start: rest.end, end: rest.end } };
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

/**
 * Offset of the first 。；：？！ outside quotation marks and brackets, or the end. `![` begins a picture and ends nothing.
 */
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
