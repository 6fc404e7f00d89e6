import { isSeries } from '../parse/numbering.ts';
import type { Entry, Line } from '../speech.ts';
import { isAlone, isPlain, startsBold, titleWords } from './headingLine.ts';
import { areViews, type InnerLead, labelsIn, sentencesIn, viewsIn } from './innerLeads.ts';
import { matterIn } from './matterIn.ts';
import { pureRole, type Role } from './role.ts';

/** Items that tell 问题, 原因 and 整改 inside one paragraph each. */
export interface ToldItems {
  /** What opens the parts inside a line. */
  readonly leads: ReadonlyMap<Entry, readonly InnerLead[]>;
  /** The lines without number, `#` or bold words that are items, as several of them follow one another. */
  readonly items: ReadonlySet<Entry>;
}

/**
 * “1.政策学得不深。问题：…… 原因：…… 整改：……”, by labels; or “问题是……。原因是……。下一步，……”, by sentences, where several lines do so and
 * no heading names these parts.
 */
export function toldItems(text: string, entries: readonly Entry[]): ToldItems {
  const lines = entries.filter((entry): entry is Line => entry.kind === 'line');
  const leads = new Map<Entry, readonly InnerLead[]>();
  const told: Line[] = [];
  const beside: Array<readonly [Line, readonly InnerLead[]]> = [];
  const inSentences: Array<readonly [Line, readonly InnerLead[]]> = [];
  for (const line of lines) {
    if (line.body.start >= line.body.end || countsItems(line)) continue;
    const words = text.slice(line.span.start, line.span.end);
    const labels = answerLabel.test(words) ? inOrder(labelsIn(text, line.span)) : [];
    if (labels.length > 1) {
      leads.set(line, labels);
      told.push(line);
      continue;
    }
    if (labels.length > 0) beside.push([line, labels]);
    const own = causeSentence.test(words) ? inOrder(sentencesIn(text, line.span)) : [];
    const isSure = own.length > 2 && opensWith(text, line, own[0]);
    if (tellsAnswers(own) && (isSure || isMarked(text, line))) inSentences.push([line, own]);
  }
  const isApart = () => lines.some((line) => !leads.has(line) && namesAnswers(text, line));
  if (inSentences.length > 0 && inSentences.length + told.length > 1 && !isApart())
    for (const [line, own] of inSentences) {
      leads.set(line, own);
      told.push(line);
    }
  for (const [line, own] of toldInTalk(text, lines)) {
    leads.set(line, own);
    told.push(line);
  }
  // “2.……。整改：……” beside them.
  if (told.length > 1)
    for (const [line, own] of beside) {
      const isBeside = told.some(({ numbering }) => numbering && numbering.style === line.numbering?.style);
      if (!leads.has(line) && own[0]?.part !== 'problems' && isBeside) leads.set(line, own);
    }
  for (const [line, own] of leads) leads.set(line, withViews(text, line, own));
  return { leads, items: itemsAmong(text, lines, leads) };
}

/**
 * A talk without any heading, in which paragraphs tell one matter each: “我的毛病是……，表现在……。究其原因，……。下一步，……”. One of
 * them may lack an answer.
 */
function toldInTalk(text: string, lines: readonly Line[]): ReadonlyArray<readonly [Line, readonly InnerLead[]]> {
  const isProse = (line: Line) => isPlain(line) && !line.bullet && !(isAlone(line) && line.titleEnd === '');
  const last = lines.findLastIndex(isProse);
  if (last < 0 || !lines.slice(0, last).every(isProse)) return [];
  const found = lines.slice(0, last + 1).flatMap((line) => {
    const words = text.slice(line.span.start, line.span.end);
    const own = matterIn(words) && causeSentence.test(words) ? inOrder(sentencesIn(text, line.span)) : [];
    const isTold = own[0]?.part === 'causes' && !opensWith(text, line, own[0]);
    return isTold ? [[line, own] as const] : [];
  });
  return found.filter(([, own]) => tellsAnswers(own)).length >= leastTold ? found : [];
}

const leastTold = 3;

/** “原因：主观上，……；客观上，……”. */
function withViews(text: string, { span }: Entry, leads: readonly InnerLead[]): InnerLead[] {
  return leads.map((lead, at) => {
    if (lead.part !== 'causes') return lead;
    const inner = viewsIn(text, { start: lead.span.end, end: leads[at + 1]?.span.start ?? span.end });
    return areViews(text, inner) ? { ...lead, inner } : lead;
  });
}

/** Whether the line begins with the lead itself, behind its number. */
export function opensWith(text: string, { numbering, span }: Line, lead: InnerLead | undefined): boolean {
  return lead !== undefined && /^[\s　*]*$/.test(text.slice(numbering?.span.end ?? span.start, lead.span.start));
}

/** The first of each part, if they are in the order of the parts; else none. */
function inOrder(leads: readonly InnerLead[]): InnerLead[] {
  const kept = leads.filter(({ part }, at) => part !== leads[at - 1]?.part);
  const ranks = kept.map(({ part }) => order.indexOf(part));
  return ranks.every((rank, at) => rank > (ranks[at - 1] ?? -1)) ? kept : [];
}

const order: ReadonlyArray<Role | undefined> = ['problems', 'causes', 'measures'];

function tellsAnswers(leads: readonly InnerLead[]): boolean {
  return leads.some(({ part }) => part === 'causes') && leads.some(({ part }) => part === 'measures');
}

/** One line that counts 一是…二是… is several items. */
function countsItems({ numbering, series }: Line): boolean {
  return series.some(({ style }) => style === numbering?.style);
}

/** What every line has that tells causes or measures by a label. Most have none, and are not looked at more closely. */
const answerLabel = /[因源子结根析改进正施法算举案策向方疗诺步后办么样想](?:\*\*)?[：:】]/;
/** What every line has that tells causes in a sentence. */
const causeSentence = /(?:原因|根源|根子|症结|病根)(?:主要|就|还)?(?:是|在|出在)|究其/;

/** “**问题：**读书少” begins bold, but with a label. */
function isMarked(text: string, line: Line): boolean {
  if (line.numbering || line.depth > 0 || line.bold || line.bullet) return true;
  return startsBold(text, line) && !opensWith(text, line, labelsIn(text, line.span)[0]);
}

/** Whether a heading names 原因 or 整改 for all items. */
function namesAnswers(text: string, line: Line): boolean {
  const { numbering, depth, bold } = line;
  if (!(isAlone(line) || (numbering && !isSeries(numbering.style)) || depth > 0 || bold)) return false;
  const role = pureRole(titleWords(text, line.title));
  return role === 'causes' || role === 'measures';
}

/** Among the paragraphs between two headings, those that tell the parts, if they are several. */
function itemsAmong(text: string, lines: readonly Line[], leads: ToldItems['leads']): ReadonlySet<Entry> {
  const items = new Set<Entry>();
  if (leads.size < 2) return items;
  let run: Line[] = [];
  for (const line of [...lines, undefined]) {
    if (line && !isMarked(text, line) && !(isAlone(line) && line.titleEnd === '')) {
      const [first] = leads.get(line) ?? labelsIn(text, line.span);
      if (leads.has(line) || (first?.part === 'problems' && opensWith(text, line, first))) run.push(line);
      continue;
    }
    if (run.filter((one) => leads.has(one)).length > 1) for (const one of run) items.add(one);
    run = [];
  }
  return items;
}
