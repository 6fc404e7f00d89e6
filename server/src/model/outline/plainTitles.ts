import { isSeries, rankOf } from '../parse/numbering.ts';
import type { Entry, Line } from '../speech.ts';
import { type Draft, isSeriesStyle } from './draft.ts';
import { isAlone, isPlain, longestTitle, titleWords } from './headingLine.ts';
import { isAspectTitle, isClosingTitle, plainWords, pureRole, roleOf } from './role.ts';

/**
 * Headings of items that have lost their numbers, as text pasted from WPS has: a few words without any mark, alone in
 * their paragraph, each with text below it, at least two below one another. The heading of a part has lost its number
 * as well: what follows it is a heading itself.
 */
export function plainTitlesIn(text: string, entries: readonly Entry[]): ReadonlySet<Entry> {
  const found = new Set<Entry>();
  let group: Line[] = [];
  // How many paragraphs stand above the first heading, or nothing where no heading may follow.
  let above: number | undefined = 0;
  for (const [index, entry] of entries.entries()) {
    if (entry.kind !== 'line') continue;
    const looksLike = isTitle(text, entry);
    const isHead = looksLike && holdsText(text, entries[index + 1]);
    if (isHead && !namesPart(text, entry)) {
      if (above !== undefined && above <= mostAbove) group.push(entry);
    } else if (looksLike || isOuter(text, entry)) close();
    else if (group.length === 0 && above !== undefined) above += 1;
  }
  close();
  return found;

  function close(): void {
    if (group.length > 1) for (const line of group) found.add(line);
    group = [];
    above = 0;
  }
}

/** Of the paragraphs above the first heading: one may lead in to them. */
const mostAbove = 1;

/** Whether such a heading stands directly below a part for problems, causes or measures, or beside others there. */
export function standsInPlainPart(open: readonly Draft[]): boolean {
  const around = open.findLast(({ style }) => style !== 'aspect' && !isSeriesStyle(style));
  if (!around || around !== open[0]) return false;
  const { title, part } = around.heading;
  if (isAspectTitle(title)) return false;
  const role = part ?? roleOf(title);
  if (role !== undefined) return role === 'problems' || role === 'causes' || role === 'measures';
  return [plainWords.problems, plainWords.causes, plainWords.measures].some((words) => words.test(title));
}

function isTitle(text: string, line: Line): boolean {
  const { title, titleEnd, bullet, opensParagraph, series } = line;
  if (!isPlain(line) || bullet || !opensParagraph || titleEnd !== '' || !isAlone(line) || series.length > 0)
    return false;
  const words = titleWords(text, title);
  return words.length >= shortestName && words.length <= longestName && /^[\p{Script=Han}“《]/u.test(words);
}

/** In characters. */
const [shortestName, longestName] = [4, 30];

/** Whether an entry is a paragraph of at least one sentence, or the first of the items below a heading. */
function holdsText(text: string, entry: Entry | undefined): boolean {
  if (entry?.kind !== 'line' || entry.depth > 0 || entry.bold) return false;
  if (entry.numbering) return entry.numbering.ordinal === 1 && isInner(entry);
  const length = titleWords(text, entry.title).length;
  return entry.opensParagraph && (/[。；：？！…]/.test(entry.titleEnd) || length > longestTitle);
}

/** Whether a line opens something that may hold such headings. */
function isOuter(text: string, line: Line): boolean {
  if (line.depth > 0 || (line.bold && isAlone(line))) return true;
  return (line.numbering !== undefined && !isInner(line)) || namesPart(text, line);
}

function isInner({ numbering }: Line): boolean {
  return numbering !== undefined && (isSeries(numbering.style) || rankOf(numbering.style) >= rankOf('arabic'));
}

function namesPart(text: string, line: Line): boolean {
  const words = titleWords(text, line.title);
  return isAlone(line) && (pureRole(words) !== undefined || isClosingTitle(words));
}
