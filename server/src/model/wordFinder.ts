/** Finds all of many words in one pass over a text; made in less time than it takes to read a speech, for every start makes them. */
export interface WordFinder<Value> {
  /** Visits every place where a word stands, in the order of their ends, the longer first; overlapping ones too. */
  find(text: string, visit: (value: Value, start: number, end: number) => void): void;
}

type Entry<Value> = readonly [word: string, value: Value];

/** The words that go on alike; where these are many, by the character that comes next. */
interface Branch<Value> {
  words: Array<Entry<Value>>;
  next?: Map<number, Branch<Value>>;
}

export function wordFinder<Value>(words: Iterable<Entry<Value>>): WordFinder<Value> {
  const branches = new Map<number, Branch<Value>>();
  const alone = new Map<number, Branch<Value>>();
  // By far the most places begin no word, and tables tell so fastest: 1 for words of one character, and by `headKey` for the first two of others.
  const isAlone = new Uint8Array(0x10000);
  const mayBegin = new Uint8Array(0x10000);
  for (const entry of words) {
    const [word] = entry;
    if (word.length === 1) {
      isAlone[word.charCodeAt(0)] = 1;
      add(alone, word.charCodeAt(0), entry);
    } else if (word.length > 1) {
      const [first, second] = [word.charCodeAt(0), word.charCodeAt(1)];
      mayBegin[headKey(first, second)] = 1;
      add(branches, first * 0x10000 + second, entry);
    }
  }
  return { find };

  function find(text: string, visit: (value: Value, start: number, end: number) => void): void {
    const hits: Array<{ readonly value: Value; readonly start: number; readonly end: number }> = [];
    let second = text === '' ? 0 : text.charCodeAt(0);
    for (let start = 0; start < text.length; start += 1) {
      const first = second;
      // NaN would make all of this slow.
      second = start + 1 < text.length ? text.charCodeAt(start + 1) : 0;
      if (isAlone[first] === 1) collect(alone.get(first), start, 1);
      if (mayBegin[headKey(first, second)] === 1) collect(branches.get(first * 0x10000 + second), start, 2);
    }
    hits.sort((a, b) => a.end - b.end || a.start - b.start);
    for (const { value, start, end } of hits) visit(value, start, end);

    function collect(from: Branch<Value> | undefined, start: number, length: number): void {
      let depth = length;
      for (let branch = from; branch; branch = branch.next?.get(text.charCodeAt(start + depth - 1))) {
        if (!branch.next && branch.words.length > mostAlike) split(branch, depth);
        for (const [word, value] of branch.words)
          if (text.startsWith(word, start)) hits.push({ value, start, end: start + word.length });
        depth += 1;
      }
    }
  }
}

/** More words than these are not compared at one place, so that no table of words can take long. */
const mostAlike = 8;

/** Leaves the words of `length` characters. */
function split<Value>(branch: Branch<Value>, length: number): void {
  const all = branch.words;
  branch.words = all.filter(([word]) => word.length === length);
  branch.next = new Map();
  for (const entry of all) if (entry[0].length > length) add(branch.next, entry[0].charCodeAt(length), entry);
}

function add<Value>(branches: Map<number, Branch<Value>>, key: number, entry: Entry<Value>): void {
  const branch = branches.get(key);
  if (branch) branch.words.push(entry);
  else branches.set(key, { words: [entry] });
}

function headKey(first: number, second: number): number {
  return (Math.imul(first, 31) + second) & 0xffff;
}
