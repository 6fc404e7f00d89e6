import { lazily } from '../memory/lazily.ts';
import type { Block, Entry, Heading, Retouch, Section, Speech, Unit } from '../speech.ts';
import { lastAtMost } from '../text/lastAtMost.ts';
import { ownText } from '../text/ownText.ts';
import { moveSpan, type Span } from '../text/span.ts';
import { isOneBlock } from './blocks.ts';
import { isBodyEdit, mover } from './bodyEdit.ts';
import { isSameEntry, moveEntry, moveNumbering } from './moved.ts';
import { retouchedSource } from './retouchedSource.ts';

/** The speech to read the outline from without moving any of it, and where a span of that stands in this speech. */
export function outlineOf(speech: Speech): { readonly outline: Speech; place(span: Span): Span } {
  const { retouch } = speech;
  return retouch ? { outline: retouch.base, place: retouch.span } : { outline: speech, place: (span) => span };
}

/** `text` as a retouched `previous`; undefined where it must be read anew. A property test compares the two. */
export function retouched(previous: Speech, text: string, parseBlock: (text: string) => Block): Speech | undefined {
  const before = previous.retouch?.before ?? previous;
  if (before.text === text) return before;
  return linked(before, text, parseBlock) ?? (before === previous ? undefined : linked(previous, text, parseBlock));
}

/** In a chain. Every place is moved once for each link. */
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
  // Text inside 〔…〕 is still to be written and counts differently.
  if (before.text.slice(Math.max(0, replaced.start - longestBlank), replaced.start).includes('〔')) return undefined;
  const index = lastAtMost(before.starts, replaced.start);
  const block = before.blocks[index];
  const start = before.starts[index] ?? 0;
  if (!block || replaced.end > start + block.text.length) return undefined;
  if (!isBodyEdit({ before, text, replaced, by })) return undefined;
  const blockText = text.slice(start, start + block.text.length + by);
  if (!isOneBlock(block.text) || !isOneBlock(blockText)) return undefined;
  const now = parseBlock(ownText(blockText));
  const own = moveSpan(replaced, -start);
  const move = mover(own, by);
  if (now.entries.length !== block.entries.length) return undefined;
  // Words in a comment may be an instruction.
  if (block.entries.some(({ kind, span }) => kind !== 'line' && span.start <= own.end && own.start <= span.end))
    return undefined;
  if (!block.entries.every((entry, at) => isSameEntry(moveEntry(entry, move), now.entries[at] as Entry)))
    return undefined;
  return speechOf(text, retouchOf(before, index, replaced, by), now);
}

const isOutOfLine = /[\r\n〔〕]/;

/** In characters: no 〔…〕 is longer. */
const longestBlank = 64;

/** The shortest span of `a` that must be replaced to make it `b`. */
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
      const { numbering, row, address } = before;
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
        address,
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

/** What has been replaced in the chain with this edit, in offsets of `base`. */
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

/** The retouched speech. Its parts are moved when they are asked for. */
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
