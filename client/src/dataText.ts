import { longestDataFile } from '../../server/src/protocol.ts';

/**
 * What the server is sent of a data file of so many bytes: its text, but no more of it than the server needs to see
 * that it is too long. Of a file that cannot be short enough nothing is read; blanks stand for it.
 */
export async function dataText(bytes: number, read: () => PromiseLike<Uint8Array>): Promise<string> {
  const longest = longestDataFile + 1;
  if (bytes > longest * mostBytes) return ' '.repeat(longest);
  return new TextDecoder().decode(await read()).slice(0, longest);
}

/** The bytes of a UTF-16 unit in UTF-8; the order mark and whatever is not UTF-8 have no more. */
const mostBytes = 3;
