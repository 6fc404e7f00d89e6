import { ownText } from './ownText.ts';

/**
 * `derive`, worked out once per text; for functions that are dear and asked again about the same words after each keystroke.
 * Unlike `memoised` it finds a passage again that has moved. Bounded: when `most` characters have come in, those go that have not
 * been asked for since the last time, so that what is in use stays.
 */
export function remembered<Value>(derive: (text: string) => Value, most = 150_000): (text: string) => Value {
  let young = new Map<string, Value>();
  let old = new Map<string, Value>();
  let size = 0;
  return (text) => {
    const found = young.get(text);
    if (found !== undefined) return found;
    const own = ownText(text);
    const value = old.get(text) ?? derive(own);
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

/** What an entry costs besides its text, in characters. */
const overhead = 32;
