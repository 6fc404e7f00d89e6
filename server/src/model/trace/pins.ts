import { memoised } from '../memory/memoised.ts';
import { commentsOf } from '../reading/comments.ts';
import { nameOf, unitsNamed } from '../reading/unitLabel.ts';
import type { Speech, Unit } from '../speech.ts';
import { fnv1a } from '../text/fnv.ts';
import type { Span } from '../text/span.ts';

/**
 * 对应 — the author's own links in a comment at a measure, `<!-- 对应：（一）1、（二） -->`, or at a problem, or `<!--
 * 对应：无 -->`. A reference may end in `#` and a fingerprint of the problem's words at the time of writing, so
 * that a rewrite can be noticed.
 */
export interface Pin {
  readonly comment: Span;
  /** The unit that the comment belongs to. */
  readonly owner: Unit | undefined;
  /** `对应：无` */
  readonly none: boolean;
  readonly references: readonly PinReference[];
}

/** One of the units that a pin names. */
export interface PinReference {
  readonly span: Span;
  /** As written, without the fingerprint. */
  readonly text: string;
  readonly fingerprint: string | undefined;
  /** The units of the other kind that it names: exactly one in a correct pin. */
  readonly units: readonly Unit[];
}

/** All pins of a speech together. */
export interface Pins {
  readonly pins: readonly Pin[];
  readonly pairs: ReadonlyArray<{ readonly problem: Unit; readonly measure: Unit }>;
  /** Measures whose problems are named by the author, so that no others are looked for. */
  readonly measured: ReadonlySet<Unit>;
  readonly none: ReadonlySet<Unit>;
}

/** The pins of a speech; never fails, as a comment of any other form is no pin. */
export const pinsOf: (speech: Speech) => Pins = memoised((speech: Speech): Pins => {
  const pins = commentsOf(speech).flatMap((span) => pinIn(speech, span));
  const pairs = pins.flatMap(({ owner, references }) =>
    references.flatMap(({ units: [unit, ...others] }) => {
      if (!owner || !unit || others.length > 0) return [];
      return [owner.kind === 'problem' ? { problem: owner, measure: unit } : { problem: unit, measure: owner }];
    }),
  );
  const owners = (wanted: (pin: Pin) => boolean) =>
    new Set(pins.flatMap((pin) => (pin.owner && wanted(pin) ? [pin.owner] : [])));
  return {
    pins,
    pairs,
    measured: owners(
      ({ owner, references }) => owner?.kind === 'measure' && references.some(({ units }) => units.length === 1),
    ),
    none: owners(({ none }) => none),
  };
});

/** The confidence that `to` answers `from`, on which the author has the last word. */
export function pinnedConfidence(pair: Ends & { readonly confidence: number }, pins: Pins): number {
  if (isPinned(pair, pins)) return 1;
  const { none, measured } = pins;
  return none.has(pair.from) || none.has(pair.to) || measured.has(pair.to) ? 0 : pair.confidence;
}

/** Whether the author says that this measure answers this problem. */
export function isPinned({ from, to }: Ends, { pairs }: Pins): boolean {
  return pairs.some(({ problem, measure }) => problem === from && measure === to);
}

/** A problem, and a unit that may answer it. */
interface Ends {
  readonly from: Unit;
  readonly to: Unit;
}

const pinComment = /^<!--\s{0,99}对应\s{0,99}[：:]\s{0,99}((?:\S[^\n]*)?\S|)\s{0,99}-->$/;

function pinIn(speech: Speech, comment: Span): Pin[] {
  const text = speech.text.slice(comment.start, comment.end);
  const match = pinComment.exec(text);
  if (!match) return [];
  const list = match[1] ?? '';
  const owner = ownerOf(speech, comment);
  const listStart = comment.start + text.indexOf(list, text.search(/[：:]/));
  if (/^无$/.test(list)) return [{ comment, owner, none: true, references: [] }];
  const references: PinReference[] = [];
  const others = owner?.kind === 'problem' ? speech.measures : speech.problems;
  for (const part of referencesIn(list)) {
    const [name = '', fingerprint] = part[0].split('#', 2);
    const start = listStart + part.index;
    const units = owner ? unitsNamed(speech, others, name) : [];
    references.push({ span: { start, end: start + part[0].length }, text: name, fingerprint, units });
  }
  return [{ comment, owner, none: false, references }];
}

/** The references in what stands behind `对应：`: a title in quotation marks may have commas and blanks in it. */
export function referencesIn(list: string): RegExpExecArray[] {
  return [...list.matchAll(/(?:“[^“”\n]*(?:”|$)|"[^"\n]*(?:"|$))[^、，,；;\s]*|[^、，,；;\s]+/g)];
}

/**
 * The measure or problem around the comment, or the one that begins right behind it, or ends right
 * before it, on the same line.
 */
function ownerOf(speech: Speech, { start, end }: Span): Unit | undefined {
  const units = [...speech.measures, ...speech.problems];
  const next = units.find(
    ({ headSpan }) => headSpan.start >= end && /^[ \t*#]*$/.test(speech.text.slice(end, headSpan.start)),
  );
  if (next) return next;
  const closes = (at: number) => at <= start && /^[ \t*]*$/.test(speech.text.slice(at, start));
  const around = units.filter(({ span }) => span.start <= start && (end <= span.end || closes(span.end)));
  return around.sort((a, b) => a.span.end - a.span.start - (b.span.end - b.span.start))[0];
}

/** A reference to a unit, with a fingerprint that shows when the problem is rewritten. */
export function referenceTo(speech: Speech, unit: Unit): string {
  const name = nameOf(speech, unit);
  return unit.kind === 'problem' ? `${name}#${fingerprintOf(unit)}` : name;
}

/** Four hexadecimal digits for the words of a unit's headings: a hash of 32 bits folded to 16. */
export function fingerprintOf({ title, points }: Unit): string {
  const hash = fnv1a([title, ...points.map((point) => point.title)].join('\n'));
  return ((hash >>> 16) ^ (hash & 0xffff)).toString(16).padStart(4, '0');
}
