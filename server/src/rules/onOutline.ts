import type { Context } from '../model/context.ts';
import { memoised } from '../model/memory/memoised.ts';
import { profileOf } from '../model/profile/profile.ts';
import type { Speech } from '../model/speech.ts';
import { lastAtMost } from '../model/text/lastAtMost.ts';
import type { Span } from '../model/text/span.ts';
import { moveFinding, placesOf } from './moveFinding.ts';
import type { About, Finding, OutlineCheck, Rule } from './rule.ts';

/** A rule that reads no more than the outline. */
export type OutlineRule = About & OutlineCheck;

/**
 * What rules find in the outline. While somebody types inside a paragraph the findings are remembered and moved, except
 * those of a rule with a place, or a fix, in the very words that change.
 */
export function outlineJudge(
  rules: readonly OutlineRule[],
): (speech: Speech, context: Context, isOn: (rule: Rule) => boolean) => Iterable<readonly [OutlineRule, Finding]> {
  const judged = memoised((_: Context) => memoised((_: Speech) => new Map<OutlineRule, readonly Finding[]>()));
  return function* (speech, context, isOn) {
    const { retouch } = speech;
    const isKnown = retouch && !retouch.isInPreamble && profileOf(speech, context) === profileOf(retouch.base, context);
    const outline = isKnown ? retouch.base : speech;
    const known = judged(context)(outline);
    for (const rule of rules) {
      if (!isOn(rule)) continue;
      const found = known.get(rule) ?? [...rule.checkOutline(outline, context)];
      known.set(rule, found);
      const holds = !isKnown || !touchesAny(found, retouch.changed.values());
      if (!holds) for (const finding of rule.checkOutline(speech, context)) yield [rule, finding];
      else for (const finding of found) yield [rule, isKnown ? moveFinding(finding, retouch.span) : finding];
    }
  };
}

function touchesAny(found: readonly Finding[], changed: Iterable<Span>): boolean {
  for (const span of changed) if (touches(found, span)) return true;
  return false;
}

/** Whether one of the findings has a place that touches the span. */
function touches(found: readonly Finding[], { start, end }: Span): boolean {
  const { starts, furthest } = placesIn(found);
  return (furthest[lastAtMost(starts, end)] ?? -1) >= start;
}

/** The starts of all places in order, each with the furthest end so far, so that one look finds a touch. */
const placesIn = memoised((found: readonly Finding[]) => {
  const places = found.flatMap(placesOf).sort((a, b) => a.start - b.start);
  let furthest = 0;
  return {
    starts: places.map(({ start }) => start),
    furthest: places.map(({ end }) => {
      furthest = Math.max(furthest, end);
      return furthest;
    }),
  };
});
