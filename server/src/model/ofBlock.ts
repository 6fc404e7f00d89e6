import type { Block } from './speech.ts';

/**
 * `memoised`, for what is derived from a block. Some fifteen functions ask every block of a speech: they share one table, for with
 * a `WeakMap` of its own for each of them a fifth of a whole reading went there, and into collecting them.
 */
export function ofBlock<Value>(derive: (block: Block) => Value): (block: Block) => Value {
  const place = functions;
  functions += 1;
  return (block) => {
    const known = all.get(block) ?? noneYet(block);
    const found = known[place];
    if (found !== undefined) return found === nothing ? (undefined as Value) : (found as Value);
    const value = derive(block);
    known[place] = value === undefined ? nothing : value;
    return value;
  };
}

/** What has been derived from each block, one place for each function. */
const all = new WeakMap<Block, unknown[]>();
let functions = 0;

function noneYet(block: Block): unknown[] {
  const known: unknown[] = [];
  all.set(block, known);
  return known;
}

const nothing = Symbol('nothing');
