import { isHan } from '../reading/prose.ts';
import type { Line } from '../speech.ts';
import type { Span } from '../text/span.ts';

/**
 * `**甲。**乙`: the closing asterisks follow punctuation and precede a word, so CommonMark (flanking rules, §6.2) shows
 * them as they are. Masks such as `到**镇` have no punctuation at the inner side and are left alone.
 */
export function brokenBoldOf(text: string, prose: readonly Span[], line: Span): Line['brokenBold'] {
  if (!text.slice(line.start, line.end).includes('**')) return [];
  const literal = (at: number) => prose.some(({ start, end }) => start <= at && at + 2 <= end);
  const found: Array<readonly [Span, Span]> = [];
  const pattern = /\*\*(?=[^\s*])([^*\n]+)\*\*/g;
  pattern.lastIndex = line.start;
  for (let match = pattern.exec(text); match && match.index < line.end; match = pattern.exec(text)) {
    const [open, close] = [match.index, match.index + match[0].length - 2];
    if (close + 2 > line.end || !literal(open) || !literal(close)) continue;
    if (!isBrokenBold(text.charAt(open - 1), match[1] ?? '')) continue;
    found.push([
      { start: open, end: open + 2 },
      { start: close, end: close + 2 },
    ]);
  }
  return found;
}

/** Whether `**inner**` behind a character is bold to us, though CommonMark shows its asterisks. */
export function isBrokenBold(before: string, inner: string): boolean {
  if (!/^\p{P}|\p{P}$/u.test(inner) || !/\p{Script=Han}/u.test(inner)) return false;
  // “去了**镇调研，**村没有去” masks two names.
  return !(/[，、]$/.test(inner) && isHan(before));
}
