import { isSeries, type Numbering, type NumberingStyle, rankOf } from '../parse/numbering.ts';
import { countsOnes } from '../parse/series.ts';
import type { Entry, Line } from '../speech.ts';

/**
 * 首先 at the start of a paragraph is a mark where a later paragraph begins with 其次, and 一个是 where one begins with 再一个是;
 * alone, such words are prose. Changes `entries`.
 */
export function withoutLoneWords(entries: Entry[]): void {
  withoutLone(entries, (numbering) => numbering.style === 'shou' && !countsOnes(numbering));
  withoutLone(entries, countsOnes);
}

function withoutLone(entries: Entry[], isOwn: (numbering: Numbering) => boolean): void {
  let running: number[] = [];
  for (const [index, entry] of entries.entries()) {
    if (entry.kind !== 'line' || !entry.numbering) continue;
    const { style, ordinal } = entry.numbering;
    if (!isOwn(entry.numbering)) {
      if (!isSeries(style) && rankOf(style) < 2) drop();
    } else if (ordinal === 1) {
      drop();
      running = [index];
    } else if (running.length > 0) running.push(index);
    else demote(index);
  }
  drop();

  function drop(): void {
    if (running.length === 1 && running[0] !== undefined) demote(running[0]);
    running = [];
  }

  function demote(index: number): void {
    const line = entries[index];
    if (line?.kind !== 'line' || line.series.some(isOwn)) return;
    entries[index] = unnumbered(line);
  }
}

/** 一要 at the start of a paragraph is a mark where a neighbouring one begins with 二要. Changes `entries`. */
export function withoutLoneDemands(entries: Entry[]): void {
  const lines = [...entries.entries()].filter(([, entry]) => entry.kind === 'line' && entry.numbering?.after === '要');
  const ordinals = lines.map(([, entry]) => (entry.kind === 'line' ? lastOf(entry) : 0));
  for (const [at, [index, entry]] of lines.entries()) {
    if (entry.kind !== 'line' || entry.series.some(({ after }) => after === '要')) continue;
    const own = entry.numbering?.ordinal ?? 0;
    const goesOn = lines[at + 1]?.[1];
    const next = goesOn?.kind === 'line' ? goesOn.numbering?.ordinal : undefined;
    if (ordinals[at - 1] !== own - 1 && next !== own + 1) entries[index] = unnumbered(entry);
  }
}

/** The last number that the line counts to. */
function lastOf({ numbering, series }: Line): number {
  return series.findLast(({ after }) => after === '要')?.ordinal ?? numbering?.ordinal ?? 0;
}

/** “附件：1.甲”, a blank line, “2.乙”: the second is not an item of anything above. Changes `entries`. */
export function withoutListedPapers(text: string, entries: Entry[]): void {
  let style: NumberingStyle | undefined;
  for (const [index, entry] of entries.entries()) {
    if (entry.kind !== 'line') continue;
    const { numbering } = entry;
    if (!numbering) {
      const lists =
        text.startsWith('附', entry.span.start) && firstPaper.test(text.slice(entry.span.start, entry.span.end));
      style = lists ? 'arabic' : undefined;
    } else if (numbering.style === style) entries[index] = unnumbered(entry);
    else style = undefined;
  }
}

const firstPaper = /^附[ 　]*件[：:][ 　]*1[.．]/;

/** The line as text. */
export function unnumbered(line: Line): Line {
  if (!line.numbering) return line;
  return { ...line, numbering: undefined, title: { start: line.numbering.span.start, end: line.title.end } };
}

/**
 * 第一， inside a line without 第二， is a mark if the next numbered line begins with 第二，, or if it occurs twice in its line,
 * the second time by mistake. Changes `entries`.
 */
export function withoutLoneMarks(entries: Entry[]): void {
  let after: Line | undefined;
  for (let index = entries.length - 1; index >= 0; index -= 1) {
    const entry = entries[index];
    if (entry?.kind !== 'line') continue;
    const next = after?.numbering;
    const { series, numbering } = entry;
    if (numbering) after = entry;
    if (series.length === 0) continue;
    const isProse = ({ style, ordinal }: Numbering) =>
      ordinal === 1 &&
      style !== 'shi' &&
      style !== numbering?.style &&
      !(next?.style === style && next.ordinal === 2) &&
      !series.some((other) => other.ordinal > 1 && (other.style === style || other.ordinal === 2)) &&
      (style === 'shou' || series.filter((other) => other.style === style).length === 1);
    if (series.some(isProse)) entries[index] = { ...entry, series: series.filter((mark) => !isProse(mark)) };
  }
}
