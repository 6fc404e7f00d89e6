/** A snippet as the editor first shows it, before anything is typed. */
export interface Expansion {
  readonly text: string;
  /** The tab stops in the order of the text, without repetitions; 0 is where the cursor ends. */
  readonly stops: readonly number[];
  /** Every list of alternatives, in the order of the text. */
  readonly choices: ReadonlyArray<readonly string[]>;
}

/**
 * Expands the snippet syntax of VS Code: `$1`, `${1}`, `${1:default}`, `${1|a,b|}`, `$NAME`, `${NAME:default}`,
 * nested at will. Stricter than the editor, which takes what it cannot read for plain text: here that throws.
 * Transforms are not known.
 */
export function expand(body: string | readonly string[], variables: Readonly<Record<string, string>> = {}): Expansion {
  const source = typeof body === 'string' ? body : body.join('\n');
  const nodes = parse(source);
  const defaults = new Map<number, readonly Node[]>();
  const stops: number[] = [];
  const choices: string[][] = [];
  for (const node of walk(nodes)) {
    if (node.kind !== 'stop') continue;
    if (!stops.includes(node.index)) stops.push(node.index);
    if (node.choices) choices.push(node.choices);
    if (node.children.length > 0 && !defaults.has(node.index)) defaults.set(node.index, node.children);
  }
  return { text: textOf(nodes), stops, choices };

  function textOf(some: readonly Node[]): string {
    return some.map(textOfNode).join('');
  }

  function textOfNode(node: Node): string {
    switch (node.kind) {
      case 'text':
        return node.text;
      case 'stop':
        return textOf(defaults.get(node.index) ?? []);
      case 'variable':
        return variables[node.name] ?? textOf(node.children);
    }
  }
}

type Node =
  | { kind: 'text'; text: string }
  | { kind: 'stop'; index: number; children: Node[]; choices?: string[] }
  | { kind: 'variable'; name: string; children: Node[] };

function* walk(nodes: readonly Node[]): Iterable<Node> {
  for (const node of nodes) {
    yield node;
    if (node.kind !== 'text') yield* walk(node.children);
  }
}

function parse(source: string): Node[] {
  let at = 0;
  return sequence(false);

  /** Up to the end, or up to the brace that closes the placeholder around. */
  function sequence(inside: boolean): Node[] {
    const nodes: Node[] = [];
    while (at < source.length && !(inside && source[at] === '}')) nodes.push(node());
    if (inside) take(/\}/y);
    return nodes;
  }

  function node(): Node {
    if (source[at] === '$') return dollar();
    const text = tryTake(/\\[$}\\]|[^$\\}]+|[}\\]/y) ?? fail('text');
    return { kind: 'text', text: /^\\[$}\\]$/.test(text) ? text.slice(1) : text };
  }

  function dollar(): Node {
    take(/\$/y);
    const simple = tryTake(/\d+|[A-Z_a-z]\w*/y);
    if (simple !== undefined) return named(simple, []);
    take(/\{/y);
    const name = take(/\d+|[A-Z_a-z]\w*/y);
    if (tryTake(/\}/y)) return named(name, []);
    if (tryTake(/:/y)) return named(name, sequence(true));
    take(/\|/y);
    const choices = take(/(?:\\[,|\\]|[^|])+/y)
      .split(/(?<!\\),/)
      .map((choice) => choice.replace(/\\([,|\\])/g, '$1'));
    take(/\|\}/y);
    return { kind: 'stop', index: Number(name), children: [{ kind: 'text', text: choices[0] ?? '' }], choices };
  }

  function named(name: string, children: Node[]): Node {
    return /^\d/.test(name) ? { kind: 'stop', index: Number(name), children } : { kind: 'variable', name, children };
  }

  function tryTake(pattern: RegExp): string | undefined {
    pattern.lastIndex = at;
    const found = pattern.exec(source)?.[0];
    at += found?.length ?? 0;
    return found;
  }

  function take(pattern: RegExp): string {
    return tryTake(pattern) ?? fail(pattern.source);
  }

  function fail(expected: string): never {
    throw new Error(`Expected ${expected} at ${JSON.stringify(source.slice(at, at + 20))}`);
  }
}
