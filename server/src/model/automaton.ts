/** Finds all of many words in one pass over a text (Aho and Corasick, 1975): time grows with the text and the hits alone. */
export interface Automaton<Value> {
  /** Every place where a word stands, in the order of their ends; overlapping ones too. */
  find(text: string): Iterable<{ readonly start: number; readonly end: number; readonly value: Value }>;
}

/** Nodes are numbers, the root is 0: thousands of nodes with a table each would take longer to make than to use. */
interface Trie<Value> {
  /** By node and character. */
  readonly next: Map<number, number>;
  /** The longest proper suffix that begins a word. */
  readonly fail: Int32Array;
  /** The nearest node on the way of `fail` where a word ends; 0 for none. */
  readonly report: Int32Array;
  readonly words: Map<number, Array<{ readonly length: number; readonly value: Value }>>;
}

export function automatonOf<Value>(words: Iterable<readonly [word: string, value: Value]>): Automaton<Value> {
  const next: Trie<Value>['next'] = new Map();
  const ending: Trie<Value>['words'] = new Map();
  const parents = [0];
  const codes = [0];
  const byDepth: number[][] = [];
  for (const [word, value] of words) {
    let node = 0;
    for (let at = 0; at < word.length; at += 1) {
      const code = word.charCodeAt(at);
      const key = keyOf(node, code);
      let child = next.get(key);
      if (child === undefined) {
        child = parents.length;
        next.set(key, child);
        parents.push(node);
        codes.push(code);
        const level = byDepth[at] ?? [];
        byDepth[at] = level;
        level.push(child);
      }
      node = child;
    }
    if (node === 0) continue;
    const ends = ending.get(node);
    if (ends) ends.push({ length: word.length, value });
    else ending.set(node, [{ length: word.length, value }]);
  }
  const size = parents.length;
  const trie: Trie<Value> = { next, fail: new Int32Array(size), report: new Int32Array(size), words: ending };
  for (const node of byDepth.flat()) {
    const parent = parents[node] ?? 0;
    const fail = parent === 0 ? 0 : step(trie, trie.fail[parent] ?? 0, codes[node] ?? 0);
    trie.fail[node] = fail;
    trie.report[node] = ending.has(fail) ? fail : (trie.report[fail] ?? 0);
  }
  // Most characters begin no word, and a table tells so faster than a map.
  const begins = new Uint8Array(0x10000);
  for (const node of byDepth[0] ?? []) begins[codes[node] ?? 0] = 1;
  return { find: (text) => walk(trie, begins, text) };
}

function keyOf(node: number, code: number): number {
  return node * 0x10000 + code;
}

function step<Value>({ next, fail }: Trie<Value>, from: number, code: number): number {
  for (let node = from; ; node = fail[node] ?? 0) {
    const found = next.get(keyOf(node, code));
    if (found !== undefined) return found;
    if (node === 0) return 0;
  }
}

function* walk<Value>(trie: Trie<Value>, begins: Uint8Array, text: string) {
  let node = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (node === 0 && begins[code] === 0) continue;
    node = step(trie, node, code);
    for (let hit = node; hit !== 0; hit = trie.report[hit] ?? 0) {
      for (const { length, value } of trie.words.get(hit) ?? []) yield { start: at + 1 - length, end: at + 1, value };
    }
  }
}
