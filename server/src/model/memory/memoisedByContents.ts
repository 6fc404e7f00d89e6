/**
 * `derive` for small records of plain values. The last few results are remembered by the contents of the
 * record, not by its identity. Use it for what depends on a small part of a speech, and so stays the same while
 * the rest is being typed.
 */
export function memoisedByContents<Key extends object, Value extends object>(
  derive: (key: Key) => Value,
  most = 6,
): (key: Key) => Value {
  const known: Array<readonly [Key, Value]> = [];
  return (key) => {
    const found = known.find(([other]) => isSame(other, key));
    if (found) return found[1];
    const value = derive(key);
    known.unshift([key, value]);
    if (known.length > most) known.pop();
    return value;
  };
}

function isSame<Key extends object>(a: Key, b: Key): boolean {
  return (Object.keys(a) as Array<keyof Key>).every((name) => a[name] === b[name]);
}
