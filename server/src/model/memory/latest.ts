/** Remembers one outcome, as long as everything that it was made `of` is the same. */
export function lastOutcome<Value>(): (of: readonly unknown[], derive: () => Value) => Value {
  let known: { readonly of: readonly unknown[]; readonly value: Value } | undefined;
  return (of, derive) => {
    if (!known || !isSame(known.of, of)) known = { of, value: derive() };
    return known.value;
  };
}

/** `now`, or `before` where both hold the same, so that what was made of it holds. */
export function kept<Item>(before: readonly Item[] | undefined, now: readonly Item[]): readonly Item[] {
  return before && isSame(before, now) ? before : now;
}

/** Whether two lists hold the very same things. */
export function isSame(a: readonly unknown[], b: readonly unknown[]): boolean {
  if (a.length !== b.length) return false;
  for (let at = 0; at < a.length; at += 1) if (a[at] !== b[at]) return false;
  return true;
}
