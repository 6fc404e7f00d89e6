import { ownText } from './ownText.ts';

/**
 * `derive`, worked out once per text; for functions that are dear and asked again about the same words after each keystroke.
 * Unlike `memoised` it finds a passage again that has moved. Bounded: when `most` characters have come in, those go that have not
 * been asked for since the last time, so that what is in use stays. Of what is `passing`, as a passage that is being typed, only the last is kept.
 */
export function remembered<Value>(derive: (text: string, passing: boolean) => Value, most = 150_000): Reader<Value> {
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

export type Reader<Value> = (text: string, passing?: boolean) => Value;

/** What an entry costs besides its text, in characters. */
const overhead = 32;
