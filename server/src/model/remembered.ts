import { ownText } from './ownText.ts';

/**
 * `derive`, worked out once per text; for functions that are dear and asked again about the same words after each keystroke.
 * Unlike `memoised` it finds a passage again that has moved. Bounded: beyond `most` characters all is forgotten.
 */
export function remembered<Value>(derive: (text: string) => Value, most = 150_000): (text: string) => Value {
  const known = new Map<string, Value>();
  let size = 0;
  return (text) => {
    const found = known.get(text);
    if (found !== undefined) return found;
    const own = ownText(text);
    const value = derive(own);
    size += text.length + overhead;
    if (size > most) {
      known.clear();
      size = text.length + overhead;
    }
    known.set(own, value);
    return value;
  };
}

/** What an entry costs besides its text, in characters. */
const overhead = 32;
