import { openingOf } from '../../server/src/model/parse/opening.ts';

/**
 * Where the heading of a numbered line ends: before the punctuation that closes it, or with the line; undefined for a
 * line without a number. At each move of the cursor the client has to know without asking whether Tab is its own, so it
 * reads this one thing by itself, with the server's own words for it; what the key then changes is the server's to say.
 */
export function headingEnd(line: string): number | undefined {
  const opening = openingOf(line, { start: 0, end: line.length });
  if (!opening) return undefined;
  const { end } = opening.numbering.span;
  const title = line.slice(end).search(/[。；：？！]/);
  return title < 0 ? line.length : end + title;
}
