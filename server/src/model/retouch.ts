import { isOneBlock } from './blocks.ts';
import { countedMark } from './countedMarks.ts';
import { longestTitle, titleWords } from './headingLine.ts';
import { lastAtMost } from './lastAtMost.ts';
import { lazily } from './lazily.ts';
import { isSameEntry, moveEntry, moveNumbering } from './moved.ts';
import { ownText } from './ownText.ts';
import { retouchedSource } from './retouchedSource.ts';
import { isAspectTitle, pureRole } from './role.ts';
import { isPromise, mayClose } from './sections.ts';
import { moveSpan, type Span } from './span.ts';
import type { Block, Entry, Heading, Line, Section, Speech, Unit } from './speech.ts';
import { mayLeadIn, shortestUnit } from './units.ts';

/**
 * What has been typed into the bodies of paragraphs since an earlier reading: no heading, no mark and no part has changed, and what
 * stands behind has moved. So whatever was worked out for the earlier reading holds, but for what is said of these words; and
 * nothing is made anew that nobody asks for. Each paragraph that is typed into next makes one more link of a chain.
 */
export interface Retouch {
  /** The reading that tells the outline, itself not a retouched one. */
  readonly base: Speech;
  /** `base`, or a retouched one: all that has changed since then stands in one block. */
  readonly before: Speech;
  /** How many links away `base` is. */
  readonly links: number;
  /** Which block. */
  readonly block: number;
  /** In offsets of `before`: what has been replaced. */
  readonly replaced: Span;
  /** By how many characters what stands behind has moved. */
  readonly by: number;
  /** In offsets of `base`, by the number of the block: where anything has been replaced in the whole chain. */
  readonly changed: ReadonlyMap<number, Span>;
  /** Whether the preamble is among that, of which the outline says more than where it stands. */
  readonly isInPreamble: boolean;
  /** Whether the words of a span of `base`, or what is as near to it as `margin`, have changed since `before`, or may have. */
  touches(span: Span, margin: number): boolean;
  /** Where a span of `base`, an entry, a section or a unit stands now. */
  span(span: Span): Span;
  entry<Kind extends Entry>(entry: Kind): Kind;
  section(section: Section): Section;
  unit(unit: Unit): Unit;
}

/** What tells the outline of a speech without making any of it anew, and where a span of that stands now. */
export function outlineOf(speech: Speech): { readonly outline: Speech; place(span: Span): Span } {
  const { retouch } = speech;
  return retouch ? { outline: retouch.base, place: retouch.span } : { outline: speech, place: (span) => span };
}

/** `text` as a retouched `previous`, if it is one. A property test compares it with what is read afresh. */
export function retouched(previous: Speech, text: string, parseBlock: (text: string) => Block): Speech | undefined {
  const before = previous.retouch?.before ?? previous;
  if (before.text === text) return before;
  return linked(before, text, parseBlock) ?? (before === previous ? undefined : linked(previous, text, parseBlock));
}

/** All places are moved once for every link. */
const mostLinks = 8;

function mayBeLinked({ retouch }: Speech): boolean {
  return !retouch || (retouch.links < mostLinks && !retouch.isInPreamble);
}

function linked(before: Speech, text: string, parseBlock: (text: string) => Block): Speech | undefined {
  if (!mayBeLinked(before)) return undefined;
  const replaced = differenceOf(before.text, text);
  const by = text.length - before.text.length;
  const typed = text.slice(replaced.start, replaced.end + by);
  if (isOutOfLine.test(typed) || isOutOfLine.test(before.text.slice(replaced.start, replaced.end))) return undefined;
  // What is still to be written stays so.
  if (before.text.slice(Math.max(0, replaced.start - longestBlank), replaced.start).includes('〔')) return undefined;
  const index = lastAtMost(before.starts, replaced.start);
  const block = before.blocks[index];
  const start = before.starts[index] ?? 0;
  if (!block || replaced.end > start + block.text.length) return undefined;
  if (!isBody({ before, text, replaced, by })) return undefined;
  const blockText = text.slice(start, start + block.text.length + by);
  if (!isOneBlock(block.text) || !isOneBlock(blockText)) return undefined;
  const now = parseBlock(ownText(blockText));
  const own = moveSpan(replaced, -start);
  const move = mover(own, by);
  if (now.entries.length !== block.entries.length) return undefined;
  // What stands in a comment says something by itself.
  if (block.entries.some(({ kind, span }) => kind !== 'line' && span.start <= own.end && own.start <= span.end))
    return undefined;
  if (!block.entries.every((entry, at) => isSameEntry(moveEntry(entry, move), now.entries[at] as Entry)))
    return undefined;
  return speechOf(text, retouchOf(before, index, replaced, by), now);
}

const isOutOfLine = /[\r\n〔〕]/;

/** Characters. More than a 〔…〕 holds. */
const longestBlank = 64;

/** The least that has been replaced to make `b` of `a`. */
function differenceOf(a: string, b: string): Span {
  const most = Math.min(a.length, b.length);
  let start = 0;
  for (let step = 4096; step > 0; step >>= 4)
    while (start + step <= most && a.slice(start, start + step) === b.slice(start, start + step)) start += step;
  let same = 0;
  for (let step = 4096; step > 0; step >>= 4) {
    const isSame = () =>
      a.slice(a.length - same - step, a.length - same) === b.slice(b.length - same - step, b.length - same);
    while (start + same + step <= most && isSame()) same += step;
  }
  return { start, end: a.length - same };
}

function mover({ end }: Span, by: number): (span: Span) => Span {
  const offset = (at: number) => (at >= end ? at + by : at);
  return (span) => (span.end < end || by === 0 ? span : { start: offset(span.start), end: offset(span.end) });
}

/** One replacement in `before`, which makes it `text`: `replaced` has become `by` characters longer, or shorter. */
interface Replacement {
  readonly before: Speech;
  readonly text: string;
  readonly replaced: Span;
  readonly by: number;
}

/**
 * Whether the outline hangs on nothing that has been replaced: it lies behind the first character of what is run in with a heading,
 * or of a longer paragraph, and in no title.
 */
function isBody(edit: Replacement): boolean {
  const { before, text, replaced, by } = edit;
  const section = pathTo(before.sections, replaced).at(-1);
  if (!section) return isInPreamble(edit);
  const { heading } = section;
  const isRunIn = holds(heading.body, replaced);
  const line = isRunIn ? heading.line : section.body.find(({ span }) => holds(span, replaced));
  if (line?.kind !== 'line' || line === firstBelowTitle(before) || before.text.startsWith('附', line.span.start))
    return false;
  // Blanks and asterisks at the end of a point are not part of it.
  if (replaced.end === heading.body.end && /[\s　*]/.test(text.charAt(replaced.end + by - 1))) return false;
  // What stands next to a title may be what closes it.
  const isText = () => isParagraph(line, edit, section.sections.length > 0);
  if (isRunIn ? replaced.start < line.title.end + 3 : !isText()) return false;
  return unitsAround(before, replaced).every(
    ({ titleSpan, headSpan }) => titleSpan.end < replaced.start && headSpan.end < replaced.start,
  );
}

/** Whether a paragraph holds `replaced` that stands above the first section, and below the title. */
function isInPreamble(edit: Replacement): boolean {
  const { before, replaced } = edit;
  const { preamble, sections, titleBlock } = before;
  const line = preamble.find(({ span }) => holds(span, replaced));
  if (line?.kind !== 'line' || sections.length === 0 || titleBlock.lines.length === 0) return false;
  return isParagraph(line, edit, true);
}

/** Whether a line is nothing but a paragraph, before and after; where it `mayAnnounce` items, only a long one is sure to be. */
function isParagraph(line: Line, { before, text, replaced, by }: Replacement, mayAnnounce: boolean): boolean {
  const { span, title } = line;
  const isMarked = line.numbering || line.depth > 0 || line.bold || line.bullet || line.leadsIn;
  if (isMarked || /^[*—]/.test(before.text.charAt(span.start))) return false;
  const move = mover(replaced, by);
  const [oldWords, oldTitle] = [textOf(before.text, span), titleWords(before.text, title)];
  const [newWords, newTitle] = [textOf(text, move(span)), titleWords(text, move(title))];
  const isPlain = (own: string) =>
    own.length >= shortestParagraph || (!mayAnnounce && own.length >= shortestUnit && !mayLeadIn(own));
  if (!isPlain(oldWords) || !isPlain(newWords) || mayClose(oldWords) || mayClose(newWords)) return false;
  if (isPromise(oldWords) !== isPromise(newWords)) return false;
  if (countedMark(oldWords, 0)?.text !== countedMark(newWords, 0)?.text) return false;
  if (oldTitle === newTitle) return true;
  const isSentence = (own: string) => own.length > longestTitle && !pureRole(own) && !isAspectTitle(own);
  return isSentence(oldTitle) && isSentence(newTitle);
}

/** Characters. A shorter paragraph may say how many items follow. */
export const shortestParagraph = 64;

function textOf(text: string, { start, end }: Span): string {
  return text.slice(start, end);
}

/** Within, and not at the start. */
function holds(outer: Span, inner: Span): boolean {
  return outer.start < inner.start && inner.end <= outer.end;
}

/** The sections around a span, outermost first. */
function pathTo(sections: readonly Section[], span: Span): Section[] {
  const path: Section[] = [];
  for (let inner: readonly Section[] | undefined = sections; inner; ) {
    const around: Section | undefined = inner.find((section) => section.span.end >= span.end);
    if (!around || !holds(around.span, span)) break;
    path.push(around);
    inner = around.sections;
  }
  return path;
}

/** What ends the search for title and author by its words. */
function firstBelowTitle({ entries, titleBlock }: Speech): Entry | undefined {
  return entries.find((entry) => entry.kind === 'line' && !titleBlock.lines.includes(entry));
}

/** Units and points. */
function unitsAround({ problems, causes, measures }: Speech, span: Span): Unit[] {
  const around: Unit[] = [];
  const add = (units: readonly Unit[]) => {
    for (const unit of units) {
      if (unit.span.end < span.start || unit.span.start >= span.end) continue;
      around.push(unit);
      add(unit.points);
    }
  };
  add(problems);
  add(causes);
  add(measures);
  return around;
}

function retouchOf(before: Speech, block: number, replaced: Span, by: number): Retouch {
  const { retouch } = before;
  const base = retouch?.base ?? before;
  const move = mover(replaced, by);
  const span = retouch ? (own: Span) => move(retouch.span(own)) : move;
  const changed = changedIn(before, block, replaced);
  const first = Math.min(...[...changed.values()].map(({ start }) => start));
  const isInPreamble = first < (base.sections[0]?.span.start ?? 0);
  const entries = new Map<Entry, Entry>();
  const sections = new Map<Section, Section>();
  const units = new Map<Unit, Unit>();
  const isUntouched = ({ end }: Span) => end < first;
  return {
    base,
    before,
    links: (retouch?.links ?? 0) + 1,
    block,
    replaced,
    by,
    changed,
    isInPreamble,
    touches(own, margin) {
      const { start, end } = retouch ? retouch.span(own) : own;
      return start - margin <= replaced.end && end + margin >= replaced.start;
    },
    span,
    entry,
    section,
    unit,
  };

  function entry<Kind extends Entry>(before: Kind): Kind {
    if (isUntouched(before.span)) return before;
    return remembered(entries, before, () => moveEntry(before, span)) as Kind;
  }

  function heading(before: Heading): Heading {
    const { numbering, titleSpan, body, line } = before;
    return {
      ...before,
      numbering: numbering && moveNumbering(numbering, span),
      titleSpan: span(titleSpan),
      span: span(before.span),
      body: span(body),
      line: entry(line),
    };
  }

  function section(before: Section): Section {
    if (isUntouched(before.span) && isUntouched(before.heading.line.span)) return before;
    return remembered(sections, before, () => ({
      heading: heading(before.heading),
      role: before.role,
      body: before.body.map(entry),
      sections: before.sections.map(section),
      span: span(before.span),
    }));
  }

  function unit(before: Unit): Unit {
    return remembered(units, before, () => {
      const { numbering, row } = before;
      let points: readonly Unit[] | undefined;
      const moved = {
        kind: before.kind,
        id: before.id,
        numbering: numbering && moveNumbering(numbering, span),
        title: before.title,
        titleSpan: span(before.titleSpan),
        headSpan: span(before.headSpan),
        span: span(before.span),
        row: row && span(row),
      };
      return lazily(moved, {
        points: () => {
          points ??= before.points.map(unit);
          return points;
        },
        section: () => before.section && section(before.section),
        within: () => section(before.within),
        aspect: () => before.aspect && section(before.aspect),
      });
    });
  }
}

/** In offsets of the reading that tells the outline: what was replaced before, and this. */
function changedIn(before: Speech, block: number, replaced: Span): ReadonlyMap<number, Span> {
  const { retouch, starts } = before;
  if (!retouch) return new Map([[block, replaced]]);
  const { base, changed } = retouch;
  const own = moveSpan(replaced, (base.starts[block] ?? 0) - (starts[block] ?? 0));
  const known = changed.get(block) ?? own;
  const longer = (before.blocks[block]?.text.length ?? 0) - (base.blocks[block]?.text.length ?? 0);
  const both = { start: Math.min(known.start, own.start), end: Math.max(known.end, own.end - longer) };
  return new Map([...changed, [block, both]]);
}

function remembered<Value>(known: Map<Value, Value>, before: Value, derive: () => Value): Value {
  const found = known.get(before) ?? derive();
  known.set(before, found);
  return found;
}

/** The retouched speech; its parts are made when they are asked for. */
function speechOf(text: string, retouch: Retouch, block: Block): Speech {
  const { base, before, by } = retouch;
  const lists = new Map<unknown, unknown>();
  const now = {
    source: retouchedSource(before.source, text, retouch),
    text,
    blocks: before.blocks.with(retouch.block, block),
    starts: before.starts.map((start, index) => (index > retouch.block ? start + by : start)),
    frontMatter: base.frontMatter,
    titleBlock: base.titleBlock,
    retouch,
  };
  return lazily(now, {
    entries: () => all(base.entries, retouch.entry),
    preamble: () => all(base.preamble, retouch.entry),
    sections: () => all(base.sections, retouch.section),
    closing: () => all(base.closing, retouch.entry),
    problems: () => all(base.problems, retouch.unit),
    causes: () => all(base.causes, retouch.unit),
    measures: () => all(base.measures, retouch.unit),
  });

  function all<Item>(before: readonly Item[], move: (item: Item) => Item): readonly Item[] {
    const found = (lists.get(before) as readonly Item[] | undefined) ?? before.map(move);
    lists.set(before, found);
    return found;
  }
}
