import type { BlockCheck } from './rule.ts';

/**
 * Tells which of the rules may find something in a text, by the characters that they need; one pass over
 * the text for all of them.
 */
export function byNeeds<Rule extends BlockCheck>(rules: readonly Rule[]): (text: string) => readonly Rule[] {
  // Beyond 32 rules some share a bit: one of them is then asked for nothing now and then.
  const bits = rules.map(({ needs }, at) => (needs === undefined ? -1 : 1 << (at % 32)));
  const signs = new Int32Array(0x10000);
  for (const [at, { needs = '' }] of rules.entries()) {
    for (const char of needs) signs[char.charCodeAt(0)] = (signs[char.charCodeAt(0)] ?? 0) | (bits[at] ?? 0);
  }
  return (text) => {
    let held = 0;
    for (let at = 0; at < text.length; at += 1) held |= signs[text.charCodeAt(at)] ?? 0;
    return rules.filter((_, at) => bits[at] === -1 || ((bits[at] ?? 0) & held) !== 0);
  };
}
