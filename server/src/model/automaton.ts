/** Finds all of many words in one pass over a text (Aho and Corasick, 1975): time grows with the text and the hits alone. */
export interface Automaton<Value> {
  /** Every place where a word stands, in the order of their ends; overlapping ones too. */
  find(text: string): Iterable<{ readonly start: number; readonly end: number; readonly value: Value }>;
}

interface Node<Value> {
  readonly next: Map<number, Node<Value>>;
  /** The longest proper suffix that begins a word. */
  fail: Node<Value> | undefined;
  /** The nearest node on the way of `fail` where a word ends. */
  report: Node<Value> | undefined;
  readonly words: Array<{ readonly length: number; readonly value: Value }>;
}

export function automatonOf<Value>(words: Iterable<readonly [word: string, value: Value]>): Automaton<Value> {
  const root = newNode<Value>();
  for (const [word, value] of words) {
    let node = root;
    for (let at = 0; at < word.length; at += 1) {
      const code = word.charCodeAt(at);
      const next = node.next.get(code) ?? newNode<Value>();
      node.next.set(code, next);
      node = next;
    }
    if (node !== root) node.words.push({ length: word.length, value });
  }
  link(root);
  return { find: (text) => walk(root, text) };
}

function newNode<Value>(): Node<Value> {
  return { next: new Map(), fail: undefined, report: undefined, words: [] };
}

function link<Value>(root: Node<Value>): void {
  const queue = [...root.next.values()];
  for (const node of queue) node.fail = root;
  for (let node = queue.shift(); node; node = queue.shift()) {
    for (const [code, child] of node.next) {
      child.fail = step(root, node.fail ?? root, code);
      child.report = child.fail.words.length > 0 ? child.fail : child.fail.report;
      queue.push(child);
    }
  }
}

function step<Value>(root: Node<Value>, from: Node<Value>, code: number): Node<Value> {
  let node: Node<Value> | undefined = from;
  while (node) {
    const next = node.next.get(code);
    if (next) return next;
    node = node.fail;
  }
  return root;
}

function* walk<Value>(root: Node<Value>, text: string) {
  let node = root;
  for (let at = 0; at < text.length; at += 1) {
    node = step(root, node, text.charCodeAt(at));
    for (let hit: Node<Value> | undefined = node; hit; hit = hit.report) {
      for (const { length, value } of hit.words) yield { start: at + 1 - length, end: at + 1, value };
    }
  }
}
