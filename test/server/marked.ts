import assert from 'node:assert/strict';
import { applyEdits } from '../../server/src/model/change/edits.ts';
import type { Context } from '../../server/src/model/context.ts';
import { parseSpeech } from '../../server/src/model/parse/parse.ts';
import type { Span } from '../../server/src/model/text/span.ts';
import { findings } from '../../server/src/rules/lint.ts';
import type { Rule } from '../../server/src/rules/rule.ts';
import { defaultContext } from '../../server/src/userData/defaultContext.ts';

/** The text with ⟦…⟧ around each span. */
export function mark(text: string, spans: Iterable<Span>): string {
  const all = [...spans];
  const places = all.flatMap(({ start, end }) => [
    { at: start, sign: '⟦' },
    { at: end, sign: '⟧' },
  ]);
  // From the end; of two neighbours the second opens before the first closes, and an empty span closes first.
  const order = ({ sign }: { sign: string }) => (sign === '⟦' ? 1 : 0);
  const empty = new Set(all.filter(({ start, end }) => start === end).map(({ start }) => start));
  places.sort((a, b) => b.at - a.at || (empty.has(a.at) ? order(a) - order(b) : order(b) - order(a)));
  return places.reduce((out, { at, sign }) => out.slice(0, at) + sign + out.slice(at), text);
}

export function unmark(marked: string): string {
  return marked.replace(/[⟦⟧]/g, '');
}

/**
 * Checks that a rule reports exactly the marked places, and, where `fixed` is given, what the first fix of
 * the first finding makes.
 */
export function checkRule(rule: Rule, marked: string, fixed?: string, context: Context = defaultContext): void {
  const text = unmark(marked);
  const found = [...findings(rule, parseSpeech(text), context)];
  assert.equal(
    mark(
      text,
      found.map(({ span }) => span),
    ),
    marked,
  );
  if (fixed !== undefined) assert.equal(applyEdits(text, found[0]?.fixes?.[0]?.edits ?? []), fixed);
}
