import { countingWord, decimalMark } from '../parse/countedOpening.ts';
import { isSeries, type Numbering, rankOf } from '../parse/numbering.ts';
import type { Entry, Line } from '../speech.ts';
import { unnumbered } from './loneMarks.ts';

/**
 * “第一件事，” at the start of a paragraph is a mark where a later paragraph goes on with “第二件事，” before the next 一、
 * or （一）; alone, such words are prose. Behind a mark that stays, “理论武装上，” is the title of its paragraph.
 * Changes `entries`.
 */
export function withoutLoneCounts(text: string, entries: Entry[]): void {
  let running: number[] = [];
  let [word, last]: [string | undefined, number] = [undefined, 0];
  for (const [index, entry] of entries.entries()) {
    if (entry.kind !== 'line' || !entry.numbering) continue;
    const { numbering } = entry;
    const own = countingWord(numbering);
    if (own === undefined) {
      if (!isSeries(numbering.style) && rankOf(numbering.style) < 2) close();
    } else if (running.length > 0 && own === word && numbering.ordinal > 1 && numbering.ordinal - last <= 2) {
      running.push(index);
      last = numbering.ordinal;
    } else if (numbering.ordinal === 1) {
      close();
      running = [index];
      [word, last] = [own, 1];
    } else entries[index] = unnumbered(entry);
  }
  close();

  function close(): void {
    for (const index of running) {
      const line = entries[index] as Line;
      entries[index] = running.length > 1 ? headedByAspect(text, line) : unnumbered(line);
    }
    running = [];
  }
}

/** “第一个方面，理论武装上，我读得少。” */
function headedByAspect(text: string, line: Line): Line {
  const { title, span, bold } = line;
  const length = bold ? undefined : aspectHead.exec(text.slice(title.start, title.end))?.[0].length;
  if (!length) return line;
  const end = title.start + length;
  return { ...line, title: { start: title.start, end }, titleEnd: '，', body: { start: end + 1, end: span.end } };
}

const aspectHead = /^[^，。：“”]{1,8}(?:上|方面)(?=，)/;

/**
 * “1.1 ” and “1.2 ” at the start of headings are no part of their titles; a lone “3.15 ” is a date. Changes `entries`.
 */
export function withoutDecimals(text: string, entries: Entry[]): void {
  const running = new Map<string, Array<{ readonly index: number; readonly mark: Numbering }>>();
  for (const [index, entry] of entries.entries()) {
    if (entry.kind !== 'line' || entry.depth < 2 || entry.numbering) continue;
    const mark = decimalMark(text, entry.span);
    const own = running.get(mark?.before ?? '') ?? [];
    const last = own.at(-1)?.mark.ordinal;
    if (mark?.ordinal === 1) {
      close(own);
      running.set(mark.before, [{ index, mark }]);
    } else if (mark && last !== undefined && mark.ordinal - last <= 2) own.push({ index, mark });
  }
  for (const own of running.values()) close(own);

  function close(own: ReadonlyArray<{ readonly index: number; readonly mark: Numbering }>): void {
    if (own.length < 2) return;
    for (const { index, mark } of own) {
      const line = entries[index] as Line;
      entries[index] = { ...line, title: { start: mark.span.end, end: line.title.end } };
    }
  }
}
