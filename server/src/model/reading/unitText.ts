import { memoised } from '../memory/memoised.ts';
import { memoisedByText } from '../memory/memoisedByText.ts';
import { perBlock } from '../memory/perBlock.ts';
import { ofUnit, perUnit } from '../memory/perUnit.ts';
import { outlineOf } from '../parse/retouch.ts';
import type { Speech, Unit } from '../speech.ts';
import { hasBlank } from '../text/blanks.ts';
import { contains, moveSpan, type Span } from '../text/span.ts';
import { withoutComments } from './comments.ts';

/**
 * The words of a unit (of this speech or of the one that its outline is from), without comments, quoted passages, code,
 * quotation marks, blanks and asterisks, and without the causes and measures nested in it.
 */
export function unitText(speech: Speech, unit: Unit): string {
  return textOf(speech, unit).words;
}

/** Whether a unit still has blanks to be filled in, or no words yet but its number. */
export function isUnwritten(speech: Speech, unit: Unit): boolean {
  return textOf(speech, unit).isUnwritten;
}

/** Whether the same units have blanks as in the speech that the outline is from. */
export function hasSameBlanks(speech: Speech): boolean {
  const { outline } = outlineOf(speech);
  const before = texts(outline);
  return outline === speech || texts(speech).every((now, at) => now.isUnwritten === before[at]?.isUnwritten);
}

function textOf(speech: Speech, unit: Unit): Words {
  return ofUnit(texts(speech), outlineOf(speech).outline, unit) ?? wordsOf(unit, speech);
}

interface Words {
  readonly words: string;
  readonly isUnwritten: boolean;
}

const texts = perUnit(wordsOf);

function wordsOf(unit: Unit, speech: Speech): Words {
  const words = plain(speech, unit);
  const isBare = words.length <= bare(unit.numbering?.text ?? '').length;
  return { words, isUnwritten: isBare || hasBlank(words) };
}

function plain(speech: Speech, { span, section }: Unit): string {
  const parts =
    section?.sections.filter(({ role }) => role === 'causes' || role === 'measures').map((part) => part.span) ?? [];
  const quoted = silent(speech).filter((other) => contains(span, other));
  const left = [...parts, ...quoted].sort((a, b) => a.start - b.start);
  let from = span.start;
  let words = '';
  for (const { start, end } of left) {
    if (start > from) words += speech.text.slice(from, start);
    from = Math.max(from, end);
  }
  return bare(words + speech.text.slice(from, Math.max(from, span.end)), speech.retouch !== undefined);
}

/** The spans of entries that are not read out. */
const silent = memoised((speech: Speech): readonly Span[] =>
  silentIn(speech).flatMap(([index, spans]) => spans.map((span) => moveSpan(span, speech.starts[index] ?? 0))),
);

const silentIn = perBlock(({ entries }) => {
  const spans = entries.flatMap(({ kind, span }) => (kind !== 'line' && kind !== 'table' ? [span] : []));
  return spans.length > 0 ? spans : undefined;
});

/** The headings of a unit and its points, in the same form. */
export function unitHeads({ title, points }: Unit): string {
  return bare([title, ...points.map((point) => point.title)].join('。'));
}

/** The text without characters that mean nothing in a comparison. */
export const bare = memoisedByText((text) => withoutComments(text).replace(/[“”"‘’\s　*|]/g, ''));
