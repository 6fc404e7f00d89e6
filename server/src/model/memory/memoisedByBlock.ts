import type { Block } from '../speech.ts';

/**
 * `memoised`, for what is derived from a block. Some fifteen functions are asked about every block of a speech. They
 * share one table: with a `WeakMap` for each, a fifth of a full reading went into these maps and their collection.
 */
export function memoisedByBlock<Value>(derive: (block: Block) => Value): (block: Block) => Value {
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

/** The values derived from each block, at one index for each function. */
const all = new WeakMap<Block, unknown[]>();
let functions = 0;

function noneYet(block: Block): unknown[] {
  const known: unknown[] = [];
  all.set(block, known);
  return known;
}

const nothing = Symbol('nothing');
