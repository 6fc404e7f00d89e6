import { isSeries, type Numbering, type NumberingStyle, rankOf } from '../parse/numbering.ts';
import type { Entry } from '../speech.ts';
import { type Draft, isMarkStyle, isSeriesStyle, ordinalOf, type Place } from './draft.ts';
import { isAlone, titleWords } from './headingLine.ts';
import { isLike, numberedAfter } from './raised.ts';
import { isAspectTitle, isClosingTitle, pureRole } from './role.ts';
import { termIn } from './terms.ts';

/**
 * `3.` between （二） and （四） is the third of （…）: its ordinal continues the open level, and the next one continues from
 * there. Where its own style is in use below, it must not continue that one, or what follows must begin that one again.
 */
export function misleveledStyle({ text, line, entries, index, open }: Place): NumberingStyle | undefined {
  const { numbering } = line;
  if (!numbering || numbering.ordinal < 2) return undefined;
  const { style, ordinal } = numbering;
  if (isSeries(style)) return otherSeries(numbering, open);
  const top = open.findLast(
    (draft) => draft.heading.numbering && isMarkStyle(draft.style) && rankOf(draft.style) < rankOf(style),
  );
  const level = top?.style;
  if (!top || !isMarkStyle(level) || isSeries(level) || ordinal !== ordinalOf(top) + 1) return undefined;
  // `3.` directly below “（二）履职方面” or “（二）长期坚持事项” continues the items of （一）; otherwise （二） would be empty.
  const gathers = isAspectTitle(top.heading.title) || termIn(top.heading.title) !== undefined;
  if (gathers && isAlone(top.heading.line) && isBare(top)) return undefined;
  const { next, inner, directly } = aheadIn(entries, index, numbering, level);
  if (inner !== undefined && inner !== 1) return undefined;
  const used =
    open.findLast((draft) => draft.style === style) ?? top.sections.findLast((draft) => draft.style === style);
  const isNextInner = used !== undefined && ordinal === ordinalOf(used) + 1;
  const isParent =
    (inner === 1 && directly && isAlone(line) && line.title.start < line.title.end) ||
    pureRole(titleWords(text, line.title)) !== undefined ||
    isClosingTitle(titleWords(text, line.title));
  if (next !== undefined && !(used ? next === ordinal + 1 : next > ordinal)) return undefined;
  if (isNextInner) return isParent ? level : undefined;
  // At the end of a list, the count before it must be long enough to tell, or nothing may continue it.
  const isLast = !used && (ordinal > 2 || (inner === undefined && isLike(line, top.heading.line)));
  const tells = next !== undefined || inner === 1 || isParent || isLast;
  return tells ? level : undefined;
}

/**
 * `（1）` where （一） should open the level, since `（二）` comes next: the level above its own, which no line below the open
 * parent has begun. Anything of its style in between must be a list of its own, counted from one.
 */
export function misleveledFirst({ line, entries, index, open }: Place): NumberingStyle | undefined {
  if (line.numbering?.ordinal !== 1 || isSeries(line.numbering.style) || line.bullet) return undefined;
  const { style } = line.numbering;
  let inner = 0;
  for (let at = index + 1; at < entries.length; at += 1) {
    const entry = entries[at];
    if (entry?.kind !== 'line' || !entry.numbering || rankOf(entry.numbering.style) > rankOf(style)) continue;
    const other = entry.numbering;
    if (other.style === style) {
      inner += 1;
      if (other.ordinal !== inner || !isAlone(line)) return undefined;
    } else {
      const isNext = rankOf(other.style) === rankOf(style) - 1 && other.ordinal === 2;
      return isNext && !isOpen(other.style, open) && !isAmid(entries, at, style, other.style) ? other.style : undefined;
    }
  }
  return undefined;
}

/**
 * Whether （2） at `at` is among ①③, or after a ① in a speech that has other ① and no （1）, and so differs from its
 * siblings.
 */
function isAmid(entries: readonly Entry[], at: number, style: NumberingStyle, other: NumberingStyle): boolean {
  const [inner] = numberedAfter(entries, at, rankOf(style));
  if (inner?.numbering.style === style && inner.numbering.ordinal === 3) return true;
  const [outer] = numberedAfter(entries, at, rankOf(other));
  if (outer?.numbering.style === other && outer.numbering.ordinal === 3) return false;
  const begun = (own: NumberingStyle) =>
    entries.filter((entry) => entry.kind === 'line' && entry.numbering?.style === own && entry.numbering.ordinal === 1);
  return begun(other).length === 0 && begun(style).length > 2;
}

/** Whether an item of the style would continue one above. */
function isOpen(style: NumberingStyle, open: readonly Draft[]): boolean {
  return (
    open.some((draft) => draft.style === style) || (open.at(-1)?.sections ?? []).some((draft) => draft.style === style)
  );
}

function isBare({ body, sections }: Draft): boolean {
  return body.length === 0 && sections.length === 0;
}

/** 第二， after a paragraph that begins with 一是 continues its series in another style. */
function otherSeries({ style, ordinal }: Numbering, open: readonly Draft[]): NumberingStyle | undefined {
  const last = open.findLast((draft) => isSeriesStyle(draft.style));
  if (!last || !isMarkStyle(last.style) || style === 'shou' || last.style === 'shou') return undefined;
  const isOwn = [...open, ...last.sections].some((draft) => draft.style === style);
  return !isOwn && ordinal === ordinalOf(last) + 1 ? last.style : undefined;
}

/** The ordinals that come next: the next one of the level, and those of the line's own style before that. */
interface Ahead {
  readonly next: number | undefined;
  readonly inner: number | undefined;
  /** Whether nothing is between the line and the one with the ordinal `inner`. */
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
