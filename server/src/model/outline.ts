import { TextDocument } from 'vscode-languageserver-textdocument';
import { isAlone, startsBold, titleWords } from './headingLine.ts';
import { lostNumbers } from './lostNumbers.ts';
import { moveEntry } from './moved.ts';
import { isSeries, type Numbering, type NumberingStyle, rankOf } from './numbering.ts';
import { recurringParts } from './recurring.ts';
import { isAspectTitle, isWrapperTitle, listRole, plainWords, pureRole, type Role, roleOf } from './role.ts';
import { sectionsOf } from './sections.ts';
import { moveSpan, type Span } from './span.ts';
import type { Block, Entry, Heading, Line, Section, Speech } from './speech.ts';
import { titleBlockOf } from './titleBlock.ts';
import { unitsIn } from './units.ts';

/** The speech these blocks make when put end to end behind `skipped` characters of front matter; cheap, done afresh for every edit. */
export function speechOf(text: string, skipped: number, blocks: readonly Block[]): Speech {
  const source = TextDocument.create('', 'markdown', 0, text);
  const starts: number[] = [];
  const entries: Entry[] = [];
  let offset = skipped;
  for (const block of blocks) {
    starts.push(offset);
    const by = offset;
    const move = (span: Span) => moveSpan(span, by);
    for (const entry of block.entries) entries.push(by === 0 ? entry : moveEntry(entry, move));
    offset += block.text.length;
  }
  withoutLoneWords(entries);
  withoutLoneMarks(entries);
  withoutListedPapers(text, entries);
  const titleBlock = titleBlockOf(text, entries);
  const above = new Set<Entry>(titleBlock.lines);
  const below = entries.filter((entry) => !above.has(entry));
  const { preamble, sections, closing } = partsOf(text, below);
  return {
    source,
    text,
    blocks,
    starts,
    frontMatter: skipped > 0 ? frontMatterSpan(text, skipped) : undefined,
    entries,
    titleBlock,
    preamble,
    sections,
    closing,
    ...unitsIn(text, { titleBlock, preamble, sections }),
  };
}

/** 首先 at the start of a paragraph counts where 其次 follows at the start of a later one; alone, these words are prose. Changes `entries`. */
function withoutLoneWords(entries: Entry[]): void {
  let running: number[] = [];
  for (const [index, entry] of entries.entries()) {
    if (entry.kind !== 'line' || !entry.numbering) continue;
    const { style, ordinal } = entry.numbering;
    if (style !== 'shou') {
      if (!isSeriesStyle(style) && rankOf(style) < 2) drop();
    } else if (ordinal === 1) {
      drop();
      running = [index];
    } else if (running.length > 0) running.push(index);
    else demote(index);
  }
  drop();

  function drop(): void {
    if (running.length === 1 && running[0] !== undefined) demote(running[0]);
    running = [];
  }

  function demote(index: number): void {
    const line = entries[index];
    if (line?.kind !== 'line' || line.series.some(({ style }) => style === 'shou')) return;
    entries[index] = unnumbered(line);
  }
}

/** “附件：1.甲”, a blank line, “2.乙”: the second is no item of anything above. Changes `entries`. */
function withoutListedPapers(text: string, entries: Entry[]): void {
  let style: NumberingStyle | undefined;
  for (const [index, entry] of entries.entries()) {
    if (entry.kind !== 'line') continue;
    const { numbering } = entry;
    if (!numbering) {
      const lists =
        text.startsWith('附', entry.span.start) && firstPaper.test(text.slice(entry.span.start, entry.span.end));
      style = lists ? 'arabic' : undefined;
    } else if (numbering.style === style) entries[index] = unnumbered(entry);
    else style = undefined;
  }
}

const firstPaper = /^附[ 　]*件[：:][ 　]*1[.．]/;

function unnumbered(line: Line): Line {
  if (!line.numbering) return line;
  return { ...line, numbering: undefined, title: { start: line.numbering.span.start, end: line.title.end } };
}

/** 第一， inside a line, where no 第二， follows in it, counts if the next line begins with 第二，. Changes `entries`. */
function withoutLoneMarks(entries: Entry[]): void {
  let after: Line | undefined;
  for (let index = entries.length - 1; index >= 0; index -= 1) {
    const entry = entries[index];
    if (entry?.kind !== 'line') continue;
    const next = after?.numbering;
    after = entry;
    const { series, numbering } = entry;
    if (series.length === 0) continue;
    const isProse = ({ style, ordinal }: Numbering) =>
      ordinal === 1 &&
      style !== 'shi' &&
      style !== numbering?.style &&
      !(next?.style === style && next.ordinal === 2) &&
      !series.some((other) => other.ordinal > 1 && (other.style === style || other.ordinal === 2));
    if (series.some(isProse)) entries[index] = { ...entry, series: series.filter((mark) => !isProse(mark)) };
  }
}

function frontMatterSpan(text: string, length: number): Span {
  return { start: text.indexOf('\n') + 1, end: text.lastIndexOf('---', length) };
}

interface Parts {
  readonly preamble: Entry[];
  readonly sections: Section[];
  readonly closing: Line[];
}

/** The parts by their headings; where no heading names one, by the sentences that lead in to them. */
function partsOf(text: string, entries: readonly Entry[]): Parts {
  const headed = partsWith(text, entries, new Set());
  if (headed.sections.some(namesPart)) return headed;
  const leads = new Set<Entry>(entries.filter((entry) => entry.kind === 'line' && leadsIn(text, entry)));
  if (leads.size < 2) return headed;
  const led = partsWith(text, entries, leads);
  const has = (wanted: Role) => led.sections.some(({ role }) => role === wanted);
  return has('problems') && has('measures') ? led : headed;
}

function namesPart({ role, sections }: Section): boolean {
  return role === 'problems' || role === 'causes' || role === 'measures' || sections.some(namesPart);
}

function partsWith(text: string, entries: readonly Entry[], leads: ReadonlySet<Entry>): Parts {
  const drafts = nest(text, entries, leads);
  return { preamble: drafts.preamble, ...sectionsOf(text, drafts.sections) };
}

/**
 * “对照下来，我有这么几个毛病：”, “为什么会这样？” or “先说我身上的毛病”: a short paragraph, or the beginning of one, that names a part in
 * plain words.
 */
function leadsIn(text: string, line: Line): boolean {
  const { numbering, depth, title, titleEnd } = line;
  if (numbering || depth > 0 || title.end - title.start > longestLead) return false;
  const words = titleWords(text, title);
  const says = /^(?:先|再|接着|下面|下边|然后|最后)(?:来|我)?(?:说|讲|谈|汇报)/.test(words);
  const isOpen = titleEnd === '' && isAlone(line) && line.opensParagraph;
  if (!/^[：:？?]$/.test(titleEnd) && !isOpen && !(says && titleEnd === '。')) return false;
  return roleOf(words) !== undefined || Object.values(plainWords).some((pattern) => pattern.test(words));
}

const longestLead = 30;

/** A section still being filled. */
export interface Draft {
  readonly heading: Heading;
  /** The style by which it nests: its own, or its siblings' where its mark belongs to a deeper level. */
  readonly style: NumberingStyle | 'bold' | undefined;
  readonly depth: number;
  readonly body: Entry[];
  readonly sections: Draft[];
  /** Of its own line or, for a point inside a line, of its stretch of it. */
  end: number;
}

/**
 * Nests headings and points. A style that is already open closes back to its level; a new one goes below what it outranks.
 * Markdown depth decides only among headings without numbering, for drafts get it wrong more often than the marks.
 */
function nest(
  text: string,
  entries: readonly Entry[],
  leads: ReadonlySet<Entry>,
): { preamble: Entry[]; sections: Draft[] } {
  const preamble: Entry[] = [];
  const sections: Draft[] = [];
  const open: Draft[] = [];
  const boldHeads = boldHeadsIn(text, entries);
  const recurring = recurringParts(text, entries);
  const lost = lostNumbers(text, entries);
  const partOf = (line: Line) => {
    const title = titleWords(text, line.title);
    return recurring.get(line) ?? pureRole(title) ?? (line.depth === 0 ? listRole(title) : undefined);
  };

  for (const [index, entry] of entries.entries()) {
    if (entry.kind !== 'line') {
      (open.at(-1)?.body ?? preamble).push(entry);
      continue;
    }
    const kind = leads.has(entry)
      ? 'lead'
      : (lost.get(entry) ?? headingKind(text, entry, open, boldHeads, partOf(entry)));
    if (kind === undefined) {
      (open.at(-1)?.body ?? preamble).push(entry);
      if (open.length > 0) addSeries(entry, entry.series);
      continue;
    }
    const misleveled = misleveledStyle(text, entry, open, (own, level) => aheadIn(entries, index, own, level));
    const style = misleveled ?? (kind === 'bare' || kind === 'depth' || kind === 'lead' ? undefined : kind);
    closeFor(style, entry, kind);
    const draft = draftOf(text, entry, style, misleveled !== undefined, lost.has(entry), partOf(entry));
    (open.at(-1)?.sections ?? sections).push(draft);
    open.push(draft);
    if (entry.series.some((mark) => mark.style === style)) {
      // 一是…二是… in one paragraph: all of them are siblings, and none of them goes on in the next paragraph.
      open.pop();
      addSeries(entry, entry.series, draft);
    } else addSeries(entry, entry.series);
  }
  return { preamble, sections };

  function closeFor(style: Draft['style'], line: Line, kind: HeadingKind): void {
    if (style !== undefined && open.some((draft) => draft.style === style)) {
      while (open.at(-1)?.style !== style) open.pop();
      open.pop();
    } else if (kind === 'lead') open.length = 0;
    else if (kind === 'bare') open.length = bareLevel(open, sections, partOf(line));
    else if (kind === 'bold') while (open.length > 0 && isSeriesStyle(open.at(-1)?.style)) open.pop();
    else if (style === undefined) {
      // A Markdown heading without numbering.
      while (open.some((draft) => draft.depth >= line.depth) || open.at(-1)?.depth === 0) open.pop();
    } else {
      // “## 上年度整改情况” holds no “## 一、理论学习方面”, deep as a draft may have put it.
      const [first] = open;
      const isBeside = first?.style === undefined && first?.depth === line.depth && sideRole(first.heading.title);
      if (isBeside && isAspectTitle(titleWords(text, line.title))) open.length = 0;
      if (line.depth > 0) while (open.some((draft) => draft.depth >= line.depth && !outranks(draft, style))) open.pop();
      while (open.length > 0 && !outranks(open.at(-1), style)) open.pop();
    }
  }

  /** Points inside a line become sections below the innermost open one, or beside `first`. */
  function addSeries(line: Line, series: readonly Numbering[], first?: Draft): void {
    const levels: Array<{ style: NumberingStyle; parent: Draft[] }> = [];
    const root = open.at(-1)?.sections ?? sections;
    if (first?.heading.numbering) levels.push({ style: first.heading.numbering.style, parent: root });
    let previous = first;
    for (const [index, mark] of series.entries()) {
      const known = levels.findIndex(({ style }) => style === mark.style);
      // “第一，…二是…”: the second goes on with the first in another manner.
      const goesOn = known < 0 && mark.ordinal > 1 && previous?.heading.numbering?.ordinal === mark.ordinal - 1;
      if (known >= 0) levels.length = known + 1;
      else if (!goesOn)
        levels.push({ style: mark.style, parent: previous && levels.length > 0 ? previous.sections : root });
      const next = series[index + 1];
      const end = next ? next.span.start : line.span.end;
      const draft = inlineDraft(text, line, mark, end, goesOn);
      levels.at(-1)?.parent.push(draft);
      previous = draft;
    }
    clipEnds(first, series, line);
  }
}

/** The first point of a line ends where the second begins. */
function clipEnds(first: Draft | undefined, series: readonly Numbering[], line: Line): void {
  const next = series.find((mark) => mark.style === first?.heading.numbering?.style);
  if (first && next && first.end === line.span.end) first.end = next.span.start;
}

/** `bare`: role words without numbering; `depth`: a Markdown heading without numbering; `lead`: a sentence that leads in to a part. */
type HeadingKind = NumberingStyle | 'bold' | 'bare' | 'depth' | 'lead';

/** What makes a line a heading or a point, if anything. */
function headingKind(
  text: string,
  line: Line,
  open: readonly Draft[],
  boldHeads: ReadonlySet<Entry>,
  part: Role | undefined,
): HeadingKind | undefined {
  if (line.numbering) return line.numbering.style;
  if (line.depth > 0) return 'depth';
  const title = titleWords(text, line.title);
  const alone = line.body.start === line.body.end;
  const dressed = text.charAt(line.span.start) === '*';
  const role = part ?? (line.bold ? sideRole(title) : undefined);
  if (role && alone && line.titleEnd === '') return 'bare';
  // “存在的问题：一是…” inside the problems is how a unit goes on; “整改措施：…” opens something.
  const first = open[0];
  const goesOn = first?.style === undefined && first?.depth === 0 && role !== 'problems';
  if (role && (/[：:]/.test(line.titleEnd) || dressed) && (leadParent(open) >= 0 || goesOn)) {
    return role === 'problems' && isProblemsTitle(open[0]?.heading.title ?? '') ? undefined : 'bare';
  }
  if (open.length > 0 && boldHeads.has(line)) return 'bold';
  if (line.bold && alone && title.length <= 40 && !/[。；！？]/.test(title)) return 'bold';
  return line.bullet && open.length > 0 ? 'bullet' : undefined;
}

/**
 * `**政治纪律方面。**正文`: paragraphs without numbering that begin with a few bold words. Two of them at least between two
 * headings are headings run in with their text; one alone is emphasis.
 */
function boldHeadsIn(text: string, entries: readonly Entry[]): ReadonlySet<Entry> {
  const found = new Set<Entry>();
  let group: Line[] = [];
  for (const entry of entries) {
    if (entry.kind !== 'line') continue;
    if (entry.depth > 0 || (entry.numbering && !isSeries(entry.numbering.style)) || (entry.bold && isAlone(entry)))
      close();
    else if (startsBold(text, entry)) group.push(entry);
  }
  close();
  return found;

  function close(): void {
    if (group.length > 1) for (const line of group) found.add(line);
    group = [];
  }
}

function isProblemsTitle(title: string): boolean {
  return roleOf(title) === 'problems' && !isAspectTitle(title);
}

function sideRole(title: string): Role | undefined {
  const role = roleOf(title);
  return role === 'previous' || role === 'case' || role === 'matters' ? role : undefined;
}

/** How many open sections stay open for a heading of bare role words. */
function bareLevel(open: readonly Draft[], root: readonly Draft[], role: Role | undefined): number {
  const sibling = open.findIndex(({ heading, style, depth }) => style === undefined && depth === 0 && heading.part);
  if (sibling >= 0) return sibling;
  const parent = leadParent(open);
  if (parent < 0) return 0;
  // Where no unit has parts of its own, the heading opens a part of the speech; “存在的问题” always belongs to its unit.
  const siblings = parent > 0 ? (open[parent - 1]?.sections ?? []) : root;
  const hasParts = siblings.some(({ sections }) => sections.some(({ heading }) => heading.part));
  return siblings.length > 1 && !hasParts && role !== 'problems' ? 0 : parent + 1;
}

/** The open section that is an aspect and may hold 问题, 原因 and 整改 of its own; −1 where none is. */
function leadParent(open: readonly Draft[]): number {
  const title = open[0]?.heading.title ?? '';
  // “以往检查发现问题整改方面” is an aspect, whatever part its words would name.
  let at = roleOf(title) && !isAspectTitle(title) ? 1 : 0;
  while (open[at + 1] && isWrapperTitle(open[at]?.heading.title ?? '')) at += 1;
  const draft = open[at];
  return draft && (!isSeriesStyle(draft.style) || isAspectHeading(draft)) && draft.style !== 'bullet' ? at : -1;
}

/** “第一、带头固本培元方面” on a line of its own. */
function isAspectHeading({ heading }: Draft): boolean {
  return !heading.inline && isAlone(heading.line) && isAspectTitle(heading.title);
}

/**
 * `3.` between （二） and （四） is the third of （…）: its ordinal goes on with the open level, and what comes next goes on from there.
 * Where its own style has been in use below, it must not go on with that one, or what follows must begin it anew.
 */
function misleveledStyle(
  text: string,
  line: Line,
  open: readonly Draft[],
  aheadOf: (numbering: Numbering, level: NumberingStyle) => Ahead,
): NumberingStyle | undefined {
  const { numbering } = line;
  if (!numbering || numbering.ordinal < 2) return undefined;
  const { style, ordinal } = numbering;
  if (isSeries(style)) return otherSeries(numbering, open);
  const top = open.findLast(
    (draft) => draft.heading.numbering && draft.style && draft.style !== 'bold' && rankOf(draft.style) < rankOf(style),
  );
  const level = top?.style;
  if (!top || !level || level === 'bold' || isSeries(level) || ordinal !== ordinalOf(top) + 1) return undefined;
  // `3.` right below “（二）履职方面” goes on with the items of （一）; else （二） would hold nothing.
  if (isAlone(top.heading.line) && isAspectTitle(top.heading.title) && isBare(top)) return undefined;
  const { next, inner, directly } = aheadOf(numbering, level);
  if (inner !== undefined && inner !== 1) return undefined;
  const used =
    open.findLast((draft) => draft.style === style) ?? top.sections.findLast((draft) => draft.style === style);
  const isNextInner = used !== undefined && ordinal === ordinalOf(used) + 1;
  const isParent =
    (inner === 1 && directly && isAlone(line) && line.title.start < line.title.end) ||
    pureRole(titleWords(text, line.title)) !== undefined;
  if (next !== undefined && !(used ? next === ordinal + 1 : next > ordinal)) return undefined;
  if (isNextInner) return isParent ? level : undefined;
  // At the end of a list, the count before it must be long enough to tell.
  const tells = next !== undefined || inner === 1 || isParent || (!used && ordinal > 2);
  return tells ? level : undefined;
}

function isBare({ body, sections }: Draft): boolean {
  return body.length === 0 && sections.length === 0;
}

/** 第二， after a paragraph that begins with 一是 goes on with it in another manner. */
function otherSeries({ style, ordinal }: Numbering, open: readonly Draft[]): NumberingStyle | undefined {
  const last = open.findLast((draft) => isSeriesStyle(draft.style));
  if (!last?.style || last.style === 'bold' || style === 'shou' || last.style === 'shou') return undefined;
  const isOwn = [...open, ...last.sections].some((draft) => draft.style === style);
  return !isOwn && ordinal === ordinalOf(last) + 1 ? last.style : undefined;
}

function ordinalOf({ heading }: Draft): number {
  return heading.numbering?.ordinal ?? 0;
}

/** The ordinals that come next: of the level itself, and before it of the style below it that the line has. */
interface Ahead {
  readonly next: number | undefined;
  readonly inner: number | undefined;
  /** Nothing stands between the line and what has the ordinal `inner`. */
  readonly directly: boolean;
}

function aheadIn(entries: readonly Entry[], index: number, { style }: Numbering, level: NumberingStyle): Ahead {
  let inner: number | undefined;
  let directly = false;
  for (let at = index + 1; at < entries.length; at += 1) {
    const entry = entries[at];
    if (entry?.kind !== 'line' || !entry.numbering) continue;
    const other = entry.numbering;
    if (rankOf(other.style) < rankOf(level) || (other.style === level && other.ordinal === 1)) break;
    if (other.style === level) return { next: other.ordinal, inner, directly };
    if (rankOf(other.style) > rankOf(style)) continue;
    directly ||= at === index + 1;
    inner ??= other.ordinal;
  }
  return { next: undefined, inner, directly };
}

/** Whether an open section stays open for a heading of this style. */
function outranks(draft: Draft | undefined, style: NumberingStyle | 'bold'): boolean {
  if (!draft) return true;
  if (draft.style === undefined) return true;
  return rank(draft.style) < rank(style);
}

function rank(style: NumberingStyle | 'bold'): number {
  return style === 'bold' ? 0.5 : rankOf(style);
}

function isSeriesStyle(style: Draft['style'] | HeadingKind): boolean {
  return style === 'shi' || style === 'di' || style === 'shou';
}

function draftOf(
  text: string,
  line: Line,
  style: Draft['style'],
  misleveled: boolean,
  lostNumber: boolean,
  part: Role | undefined,
): Draft {
  const { numbering, title, titleEnd, body } = line;
  const heading: Heading = {
    numbering,
    title: titleWords(text, title),
    titleSpan: title,
    span: { start: numbering?.span.start ?? title.start, end: Math.max(title.end, numbering?.span.end ?? title.start) },
    titleEnd,
    body,
    line,
    inline: false,
    misleveled,
    lostNumber,
    part,
  };
  const span = heading.span.start < heading.span.end ? heading.span : line.span;
  return {
    heading: { ...heading, span },
    style,
    depth: line.depth,
    body: [],
    sections: [],
    end: line.span.end,
  };
}

/** A point inside a line, from its mark to the next mark of the line. */
function inlineDraft(text: string, line: Line, numbering: Numbering, end: number, misleveled: boolean): Draft {
  const from = skipDressing(text, numbering.span.end, end);
  const stop = text.slice(from, end).search(/[。；：？！;!?]/);
  const titleEndAt = stop < 0 ? trimEnd(text, from, end, /[\s　*，、]/) : from + stop;
  const title = { start: from, end: Math.max(from, trimEnd(text, from, titleEndAt)) };
  const bodyStart = stop < 0 ? end : skipDressing(text, from + stop + 1, end);
  const bodyEnd = Math.max(bodyStart, trimEnd(text, bodyStart, end));
  const heading: Heading = {
    numbering,
    title: titleWords(text, title),
    titleSpan: title,
    span: { start: numbering.span.start, end: Math.max(title.end, numbering.span.end) },
    titleEnd: stop < 0 ? '' : text.charAt(from + stop),
    body: { start: bodyStart, end: bodyEnd },
    line,
    inline: true,
    misleveled,
    lostNumber: false,
    part: undefined,
  };
  return {
    heading,
    style: numbering.style,
    depth: 0,
    body: [],
    sections: [],
    end: Math.max(trimEnd(text, numbering.span.end, end), heading.span.end),
  };
}

function skipDressing(text: string, from: number, end: number): number {
  let at = from;
  while (at < end && /[\s　*]/.test(text.charAt(at))) at += 1;
  return at;
}

function trimEnd(text: string, from: number, end: number, dressing = /[\s　*]/): number {
  let at = end;
  while (at > from && dressing.test(text.charAt(at - 1))) at -= 1;
  return at;
}
