/** Finds all of many words in one pass over a text (Aho and Corasick, 1975): time grows with the text and the hits alone. */
export interface Automaton<Value> {
  /** Visits every place where a word stands, in the order of their ends; overlapping ones too. */
  find(text: string, visit: (value: Value, start: number, end: number) => void): void;
}

/** Nodes are numbers, the root is 0, and all tables are flat: thousands of nodes with a table each would take longer to make than to use. */
export function automatonOf<Value>(words: Iterable<readonly [word: string, value: Value]>): Automaton<Value> {
  const list = [...words];
  const most = list.reduce((sum, [word]) => sum + word.length, 1);
  const parents = new Int32Array(most);
  const codes = new Uint16Array(most);
  /** Open hash table of the nodes by parent and character. */
  const slots = new Int32Array(2 ** Math.ceil(Math.log2(most * 2)));
  /** The words that end at a node hang together from the first to the last, counted from 1. */
  const first = new Int32Array(most);
  const following = new Int32Array(list.length + 1);
  // Most characters begin no word, and a table tells so fastest.
  const begins = new Uint8Array(0x10000);
  const byDepth: number[][] = [];
  let size = 1;
  for (const [index, [word]] of list.entries()) {
    let node = 0;
    for (let at = 0; at < word.length; at += 1) {
      const code = word.charCodeAt(at);
      const slot = slotOf(node, code);
      if (slots[slot] === 0) {
        slots[slot] = size;
        parents[size] = node;
        codes[size] = code;
        if (at === 0) begins[code] = 1;
        const level = byDepth[at] ?? [];
        byDepth[at] = level;
        level.push(size);
        size += 1;
      }
      node = slots[slot] ?? 0;
    }
    if (node !== 0) append(node, index + 1);
  }
  /** The longest proper suffix that begins a word, and the nearest on this way where a word ends; 0 for none. */
  const fail = new Int32Array(size);
  const report = new Int32Array(size);
  for (const node of byDepth.flat()) {
    const parent = parents[node] ?? 0;
    const suffix = parent === 0 ? 0 : step(fail[parent] ?? 0, codes[node] ?? 0);
    fail[node] = suffix;
    report[node] = first[suffix] ? suffix : (report[suffix] ?? 0);
  }
  return { find };

  function find(text: string, visit: (value: Value, start: number, end: number) => void): void {
    let node = 0;
    for (let at = 0; at < text.length; at += 1) {
      const code = text.charCodeAt(at);
      if (node === 0 && begins[code] === 0) continue;
      node = step(node, code);
      for (let hit = node; hit !== 0; hit = report[hit] ?? 0) {
        for (let word = first[hit] ?? 0; word !== 0; word = following[word] ?? 0) {
          const [letters, value] = list[word - 1] as readonly [string, Value];
          visit(value, at + 1 - letters.length, at + 1);
        }
      }
    }
  }

  function step(from: number, code: number): number {
    for (let node = from; ; node = fail[node] ?? 0) {
      const found = slots[slotOf(node, code)] ?? 0;
      if (found !== 0 || node === 0) return found;
    }
  }

  /** Where the child of a node stands or would stand. */
  function slotOf(node: number, code: number): number {
    const mask = slots.length - 1;
    let slot = Math.imul(node * 31 + code, 0x9e3779b1) & mask;
    for (let child = slots[slot] ?? 0; child !== 0; child = slots[slot] ?? 0) {
      if (parents[child] === node && codes[child] === code) return slot;
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  function append(node: number, word: number): void {
    let last = first[node] ?? 0;
    if (last === 0) first[node] = word;
    else {
      while (following[last] !== 0) last = following[last] ?? 0;
      following[last] = word;
    }
  }
}
