import { headOf } from '../parse/lineHead.ts';
import { isSeries, rankOf } from '../parse/numbering.ts';
import { blankCommentsAmong } from '../reading/comments.ts';
import type { Entry, Line, TitleBlock } from '../speech.ts';
import { isAlone, titleWords } from './headingLine.ts';
import { matterHead } from './matterIn.ts';
import { isAspectTitle, pureRole } from './role.ts';
import { toldItems } from './toldItems.ts';

/**
 * “问题1：…”, “原因：…”, “措施：…” and again “问题2：…”: a list without headings, where each problem has its causes and measures
 * below it. The lines that tell the problems; none where anything else gathers them.
 */
export function labelledItems(text: string, entries: readonly Entry[]): ReadonlySet<Entry> {
  const lines = entries.filter((entry): entry is Line => entry.kind === 'line');
  const items = lines.filter((line) => isLabelled(text, line));
  if (items.length < 2 || lines.some((line) => isHeading(text, line))) return none;
  const isAnswered = (item: Line, at: number) => {
    const end = items[at + 1];
    const own = lines.slice(lines.indexOf(item) + 1, end ? lines.indexOf(end) : undefined);
    return own.some((line) => isAnswer(text, line));
  };
  const before = lines.slice(0, lines.indexOf(items[0] as Line));
  return items.every(isAnswered) && !before.some((line) => isAnswer(text, line)) ? new Set(items) : none;
}

/** “存在问题：读书少，……” names its matter behind the label, as “问题1：读书少，……” does. Changes `entries`. */
export function withoutLabels(text: string, entries: Entry[], { lines }: TitleBlock): void {
  const above = new Set<Entry>(lines);
  const below = entries.filter((entry) => !above.has(entry));
  const items = labelledItems(text, below);
  const words = blankCommentsAmong(text, below);
  const told = toldItems(words, below);
  const isItem = (line: Line) =>
    items.has(line) || told.items.has(line) || (told.leads.has(line) && (line.numbering || line.bullet));
  for (const [index, entry] of entries.entries()) {
    if (entry.kind !== 'line' || !isItem(entry)) continue;
    const [first] = told.leads.get(entry) ?? [];
    const matter = first?.part === 'causes' && told.items.has(entry) && matterHead(text, entry);
    if (matter) {
      entries[index] = { ...entry, ...matter };
      continue;
    }
    const isTold = first?.part === 'problems' && first.title.start === entry.title.start;
    if (!isTold && pureRole(titleWords(text, entry.title)) === undefined) continue;
    entries[index] = { ...entry, ...headOf(words, entry.body, false) };
  }
}

const none: ReadonlySet<Entry> = new Set();

/** Whether a line tells a problem behind a label that names no matter. */
export function isLabelled(text: string, line: Line): boolean {
  if (line.bullet || (line.numbering && line.numbering.style !== 'arabic')) return false;
  const start = line.numbering?.span.end ?? line.span.start;
  const length = label.exec(text.slice(start, Math.min(line.span.end, start + longestLabel)))?.[0].length;
  return length !== undefined && start + length < line.span.end;
}

/** “问题1：”, “问题一、”, “存在问题：”, “**主要问题：**”. */
const label =
  /^[ 　]{0,2}(?:\*\*)?(?:存在|查摆|检视)?的?(?:主要|突出|具体)?问题(?:之?[0-9０-９一二三四五六七八九十]{1,3}[：:、.．]|[：:])(?:\*\*)?/;
const longestLabel = 20;

/** “原因分析：……” or “措施：……”, with the words on its line or below. */
function isAnswer(text: string, { title, titleEnd, bold }: Line): boolean {
  if (!/[：:】]/.test(titleEnd) && !bold) return false;
  const words = titleWords(text, title);
  const role = pureRole(words);
  return role === 'causes' || role === 'measures' || /^(?:具体|主要)?(?:措施|举措|办法)$/.test(words);
}

/**
 * What gathers items: a heading by `#` or bold, by a mark that outranks 1., or “第一、理论学习方面” and “理论学习方面” on a line of
 * its own.
 */
function isHeading(text: string, line: Line): boolean {
  const { depth, numbering, bold } = line;
  if (depth > 0 || (numbering && !isSeries(numbering.style) && rankOf(numbering.style) < rankOf('arabic'))) return true;
  if (!isAlone(line) || isLabelled(text, line) || isAnswer(text, line)) return false;
  return bold || (numbering !== undefined && isSeries(numbering.style)) || isAspectTitle(titleWords(text, line.title));
}
