/** Finds many words in one pass over a text. Making one is quick, because every start makes several. */
export interface WordFinder<Value> {
  /**
   * Visits every occurrence, overlapping ones too, in the order of their ends, of several with the
   * same end the longest first.
   */
  find(text: string, visit: (value: Value, start: number, end: number) => void): void;
}

type Entry<Value> = readonly [word: string, value: Value];

/** Words with a common beginning; where there are many, divided by the next character. */
interface Branch<Value> {
  words: ReadonlyArray<Entry<Value>>;
  next?: ReadonlyMap<number, Branch<Value>>;
}

/** `words` may hold the same word with several values; each is visited. Empty words are never found. */
export function wordFinder<Value>(words: Iterable<Entry<Value>>): WordFinder<Value> {
  const all = [...words];
  // Most heads never occur in a text: the words of a head are only linked, from the last to the first and counted from
  // 1, and become a branch when the head is met.
  const last = new Int32Array(heads);
  const previous = new Int32Array(all.length);
  const alone = new Map<number, Array<Entry<Value>>>();
  const isAlone = new Uint8Array(0x10000);
  for (let at = 0; at < all.length; at += 1) {
    const entry = all[at] as Entry<Value>;
    const word = entry[0];
    const first = word.charCodeAt(0);
    if (word.length === 1) {
      isAlone[first] = 1;
      alone.set(first, [...(alone.get(first) ?? []), entry]);
    } else if (word.length > 1) {
      const head = headOf(first, word.charCodeAt(1));
      previous[at] = last[head] ?? 0;
      last[head] = at + 1;
    }
  }
  const branches = new Map<number, Branch<Value>>();
  return { find };

  function find(text: string, visit: (value: Value, start: number, end: number) => void): void {
    const hits: Array<{ readonly value: Value; readonly start: number; readonly end: number }> = [];
    let second = text === '' ? 0 : text.charCodeAt(0);
    for (let start = 0; start < text.length; start += 1) {
      const first = second;
      // charCodeAt behind the end gives NaN, which would make all of this slow.
      second = start + 1 < text.length ? text.charCodeAt(start + 1) : 0;
      // At most places no word begins, and a table tells this fastest.
      if (isAlone[first] === 1) for (const entry of alone.get(first) ?? []) add(entry, start);
      const head = headOf(first, second);
      if (last[head] !== 0) collect(branches.get(head) ?? branchOf(head), start);
    }
    for (const { value, start, end } of hits) visit(value, start, end);

    function collect(from: Branch<Value>, start: number): void {
      let depth = 2;
      for (let branch: Branch<Value> | undefined = from; branch; ) {
        if (!branch.next && branch.words.length > mostAlike) split(branch, depth);
        for (const entry of branch.words) if (text.startsWith(entry[0], start)) add(entry, start);
        branch = branch.next?.get(text.charCodeAt(start + depth));
        depth += 1;
      }
    }

    /** By its end, and behind those that begin earlier: from one place to the next there is little to move. */
    function add(entry: Entry<Value>, start: number): void {
      const end = start + entry[0].length;
      let at = hits.length;
      while (at > 0 && (hits[at - 1]?.end ?? 0) > end) at -= 1;
      const hit = { value: entry[1], start, end };
      if (at === hits.length) hits.push(hit);
      else hits.splice(at, 0, hit);
    }
  }

  function branchOf(head: number): Branch<Value> {
    const words: Array<Entry<Value>> = [];
    for (let at = last[head] ?? 0; at > 0; at = previous[at - 1] ?? 0) words.push(all[at - 1] as Entry<Value>);
    const branch = { words: words.reverse() };
    branches.set(head, branch);
    return branch;
  }
}

/** A branch with more words is split, so that no table of words makes the search slow. */
const mostAlike = 8;

/** Divides the words of a branch by their next character; those of just `length` characters stay in it. */
function split<Value>(branch: Branch<Value>, length: number): void {
  const next = new Map<number, { words: Array<Entry<Value>> }>();
  for (const entry of branch.words) {
    if (entry[0].length === length) continue;
    const code = entry[0].charCodeAt(length);
    const known = next.get(code);
    if (known) known.words.push(entry);
    else next.set(code, { words: [entry] });
  }
  branch.words = branch.words.filter(([word]) => word.length === length);
  branch.next = next;
}

/** A number for the first two characters of a word; some pairs share one. */
function headOf(first: number, second: number): number {
  return (Math.imul(first, 31) + second) & (heads - 1);
}

const heads = 0x8000;
