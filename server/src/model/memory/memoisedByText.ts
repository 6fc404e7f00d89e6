import { ownText } from '../text/ownText.ts';

/**
 * `derive`, worked out once per text: for costly functions that are asked about the same words again after each
 * keystroke. Unlike `memoised` it finds the value of a passage that has moved. Bounded: each time `most` characters
 * have come in, the values not asked for since the last time are dropped. Of texts that are `passing`, such as a
 * passage being typed, only the last is kept.
 */
export function memoisedByText<Value>(
  derive: (text: string, passing: boolean) => Value,
  most = 150_000,
): ByText<Value> {
  let young = new Map<string, Value>();
  let old = new Map<string, Value>();
  let size = 0;
  let last: { readonly text: string; readonly value: Value } | undefined;
  return (text, passing = false) => {
    const found = young.get(text) ?? (passing ? old.get(text) : undefined);
    if (found !== undefined) return found;
    if (passing) {
      if (last?.text !== text) last = { text, value: derive(text, true) };
      return last.value;
    }
    const own = ownText(text);
    const value = old.get(text) ?? derive(own, false);
    size += text.length + overhead;
    if (size > most) {
      old = young;
      young = new Map();
      size = text.length + overhead;
    }
    young.set(own, value);
    return value;
  };
}

/** Gives the value for a text; `passing` as for `memoisedByText`. */
export type ByText<Value> = (text: string, passing?: boolean) => Value;

/** What an entry costs in addition to its text, in characters. */
const overhead = 32;
