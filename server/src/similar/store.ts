import { gramLength, windowLength } from './grams.ts';
import type { Filed } from './segment.ts';

/**
 * Files of another version are not read, because their hashes would not match ours. Raise it when formulae, counting or
 * the author's hash change.
 */
const make = `fayan similar 2 ${gramLength} ${windowLength}`;

interface Head {
  readonly make: string;
  readonly filed: ReadonlyArray<{
    readonly uri: string;
    readonly stamp: string;
    readonly lastYear: boolean;
    readonly author: number;
    readonly counted: number;
    /** Lengths of hashes (and offsets), lines, problems. */
    readonly lengths: readonly [number, number, number];
  }>;
}

/** Speeches as bytes: the length of a JSON head, the head, then all numbers, four bytes each. */
export function encode(speeches: readonly Filed[]): Uint8Array {
  const head: Head = {
    make,
    filed: speeches.map(({ uri, stamp, lastYear, fingerprint: { author, counted, hashes, lines, problems } }) => {
      return { uri, stamp, lastYear, author, counted, lengths: [hashes.length, lines.length, problems.length] };
    }),
  };
  const words = new TextEncoder().encode(JSON.stringify(head));
  const padded = Math.ceil(words.length / 4) * 4;
  const arrays = speeches.flatMap(({ fingerprint: { hashes, offsets, lines, problems } }) => [
    hashes,
    offsets,
    lines,
    problems,
  ]);
  const bytes = new Uint8Array(4 + padded + 4 * arrays.reduce((sum, { length }) => sum + length, 0));
  new DataView(bytes.buffer).setUint32(0, words.length, true);
  bytes.set(words, 4);
  let at = 4 + padded;
  for (const array of arrays) {
    new Uint32Array(bytes.buffer, at, array.length).set(array);
    at += 4 * array.length;
  }
  return bytes;
}

/** The speeches that `encode` wrote; none where the bytes are not its, or are truncated or damaged. */
export function decode(given: Uint8Array): Filed[] {
  const bytes = given.slice();
  if (bytes.length < 4) return [];
  const length = new DataView(bytes.buffer).getUint32(0, true);
  const head = headOf(bytes, length);
  if (!head) return [];
  let at = 4 + Math.ceil(length / 4) * 4;
  const wanted = head.filed.reduce(
    (sum, { lengths: [grams, lines, problems] }) => sum + 2 * grams + lines + problems,
    0,
  );
  if (bytes.length !== at + 4 * wanted) return [];
  return head.filed.map(({ uri, stamp, lastYear, author, counted, lengths: [grams, lines, problems] }) => ({
    uri,
    stamp,
    lastYear,
    fingerprint: {
      hashes: take(grams),
      offsets: take(grams),
      lines: take(lines),
      problems: take(problems),
      author,
      counted,
    },
  }));

  function take(size: number): Uint32Array {
    const array = new Uint32Array(bytes.buffer, at, size);
    at += 4 * size;
    return array;
  }
}

function headOf(bytes: Uint8Array, length: number): Head | undefined {
  if (length > bytes.length - 4) return undefined;
  try {
    const head = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(4, 4 + length)));
    return isHead(head) ? head : undefined;
  } catch {
    return undefined;
  }
}

function isHead(value: unknown): value is Head {
  const head = value as Partial<Head> | null;
  return (
    head?.make === make &&
    Array.isArray(head.filed) &&
    head.filed.every(
      ({ uri, stamp, lastYear, author, counted, lengths }) =>
        typeof uri === 'string' &&
        typeof stamp === 'string' &&
        typeof lastYear === 'boolean' &&
        typeof author === 'number' &&
        typeof counted === 'number' &&
        Array.isArray(lengths) &&
        lengths.length === 3 &&
        lengths.every((size) => Number.isSafeInteger(size) && size >= 0),
    )
  );
}
