import { countedPart, isAspectTitle, pureRole, roleOf } from '../outline/role.ts';
import type { Line } from '../speech.ts';
import { isBlank, type Span, trimSpan } from '../text/span.ts';
import { brokenBoldOf } from './brokenBold.ts';
import { countedOpening } from './countedOpening.ts';
import { endedBefore, headOf } from './lineHead.ts';
import { type Numbering, parseBlankMark, parseNumbering } from './numbering.ts';
import { ornamentLength } from './ornament.ts';
import { appendix, isBracketed, joinedRows } from './rows.ts';
import { parseSeries } from './series.ts';

/** A paragraph or heading as Markdown sees it, in offsets of `text`. */
export interface Passage {
  readonly span: Span;
  readonly depth: number;
  readonly bullet: boolean;
  /** Where Markdown has text: the rest is code, HTML, link targets, marks. */
  readonly prose: readonly Span[];
}

/** The lines of a passage. `masked` is `text` with HTML blanked out and code unreadable, of equal length. */
export function linesOf(text: string, masked: string, passage: Passage): Line[] {
  return joinedRows(masked, passage.span).map((span, index) => toLine({ text, masked }, span, passage, index === 0));
}

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
  const numbering =
    own ??
    (series[0]?.span.start === span.start + lead ? series.shift() : undefined) ??
    (headingLike || lead > 0 || series.some(({ style }) => style === 'di')
      ? undefined
      : countedOpening(words, span.start));
  const restStart = numbering ? numbering.span.end : span.start + lead;
  const whole = headOf(
    masked,
    { start: restStart, end: span.end - brackets },
    bold ||
      depth > 0 ||
      ((own !== undefined || countedPart.test(words)) && standsAlone(words.slice(restStart - span.start))),
  );
  const next = nextPoint(numbering, series, whole, bold || depth > 0);
  const head = next ? endedBefore(masked, whole, next.span.start) : whole;
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

/** The next point of the series that a line begins, where it begins before the title ends. */
function nextPoint(
  numbering: Numbering | undefined,
  series: readonly Numbering[],
  { title, titleEnd, body }: Pick<Line, 'title' | 'titleEnd' | 'body'>,
  isHeading: boolean,
): Numbering | undefined {
  // “## 一是学习不够，二是落实不够” is one title, and so is a line that ends like one.
  if (!numbering || (body.start === body.end && (isHeading || titleEnd === ''))) return undefined;
  return series.find(({ style, span }) => style === numbering.style && span.start < title.end);
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

/** In characters: a line without mark, `#` or bold that is longer is no heading. */
const longestBareHeading = 30;

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
