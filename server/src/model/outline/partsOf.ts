import type { Entry, Line, Section } from '../speech.ts';
import { asksWhy, leadsIn, leadsInCauses, leadsInMeasures, leadsInProblems } from './headingKind.ts';
import { isAlone, startsBold } from './headingLine.ts';
import { nest, readTogether, type Together } from './nest.ts';
import { plainWords, type Role, roleOf } from './role.ts';
import { sectionsOf } from './sections.ts';
import { spokenLeads } from './spokenLeads.ts';
import { talkOf } from './talk.ts';
import { aspectsAsSections } from './units.ts';

/** A speech below its title block. */
interface Parts {
  readonly preamble: Entry[];
  readonly sections: Section[];
  readonly closing: Line[];
}

/** The parts, by their headings; what no heading names, by a sentence that leads in to it. */
export function partsOf(text: string, entries: readonly Entry[]): Parts {
  const together = readTogether(text, entries);
  const headed = partsWith(text, entries, new Map(), together);
  const talk = headed.sections.length === 0 ? talkOf(text, entries) : undefined;
  if (talk) return talk;
  const spoken = ledBy(spokenLeads(text, entries));
  if (spoken) return spoken;
  const flat = aspectsAsSections(headed.sections);
  if (headed.sections.some((section) => !flat.has(section) && namesPart(section))) {
    let parts = headed;
    let leads: Leads = new Map();
    for (const [role, leadsOf] of sentences) {
      const more = leadsOf(text, entries, parts);
      if (more.length === 0) continue;
      const all = new Map([...leads, ...more]);
      const led = partsWith(text, entries, all, together);
      if (!isTold(led, role)) continue;
      parts = led;
      leads = all;
    }
    return parts;
  }
  const leads = new Map<Entry, Role | undefined>();
  for (const entry of entries) {
    if (entry.kind !== 'line') continue;
    if (leadsInCauses(text, entry)) leads.set(entry, 'causes');
    else if (leadsIn(text, entry)) leads.set(entry, undefined);
  }
  return ledBy(leads) ?? headed;

  /** The parts that the sentences lead in to, if problems and measures are among them. */
  function ledBy(leads: Leads): Parts | undefined {
    if (leads.size === 0) return undefined;
    const led = partsWith(text, entries, leads, together);
    const tellsProblems = isTold(led, 'problems') || aspectsAsSections(led.sections).size > 0;
    return tellsProblems && isTold(led, 'measures') ? led : undefined;
  }
}

/** Sentences that open a part, and the part where their words do not tell. */
type Leads = ReadonlyMap<Entry, Role | undefined>;

/** What may name a part that no heading names, in the order in which it is looked for. */
const sentences: ReadonlyArray<
  readonly [Role, (text: string, entries: readonly Entry[], parts: Parts) => ReadonlyArray<readonly [Entry, Role]>]
> = [
  ['problems', problemsLeads],
  ['measures', measuresLeads],
  ['causes', causesLeads],
];

/** “归纳起来有以下五个方面的问题：” at the end of the preamble; without it, at least three bold titles run in with their text. */
function problemsLeads(
  text: string,
  entries: readonly Entry[],
  { preamble, sections }: Parts,
): ReadonlyArray<readonly [Entry, Role]> {
  const claims = sections.map(({ heading }) => roleOf(heading.title));
  if (claims.includes('problems') || aspectsAsSections(sections).size > 0) return [];
  if (sections.some(({ sections: inner }) => inner.some(({ role }) => role === 'problems'))) return [];
  const isLater = ({ role }: Section) => role === 'causes' || role === 'measures';
  const end = sections.find(isLater)?.heading.line;
  const above = end ? entries.slice(0, entries.indexOf(end)) : [];
  const lead = above.findLast((entry) => entry.kind === 'line' && leadsInProblems(text, entry));
  // The later parts that only words name would be items of the problems.
  const worded = sections.flatMap(({ role, heading: { line, title } }, at) => {
    if (line.numbering || line.depth > 0 || (role !== 'causes' && role !== 'measures')) return [];
    return claims[at] === role || plainWords[role].test(title) ? [[line, role] as const] : [];
  });
  if (lead) return [[lead, 'problems'], ...worded];
  const titles = preamble.filter((entry) => entry.kind === 'line' && startsBold(text, entry));
  return titles.length < leastTitles ? [] : [...titles.map((title) => [title, 'problems'] as const), ...worded];
}

const leastTitles = 3;

/** “**接下来怎么做**” after parts without numbers: one line written like the heading of the last part. */
function measuresLeads(text: string, entries: readonly Entry[], parts: Parts): ReadonlyArray<readonly [Entry, Role]> {
  if (isTold(parts, 'measures')) return [];
  const last = parts.sections.findLast(({ role }) => role === 'problems' || role === 'causes')?.heading.line;
  if (!last || last.depth > 0) return [];
  const behind = entries.slice(entries.indexOf(last) + 1);
  const [lead, other] = behind.filter(
    (entry) => entry.kind === 'line' && isWrittenLike(entry, last) && leadsInMeasures(text, entry),
  );
  return lead && !other ? [[lead, 'measures']] : [];
}

/**
 * “**为什么会这样**” or “**问题出在哪里？**” between parts without numbers, written like the heading of the problems; else
 * “毛病摆出来了，为什么 会这样……” below the last of the problems.
 */
function causesLeads(text: string, entries: readonly Entry[], parts: Parts): ReadonlyArray<readonly [Entry, Role]> {
  if (isTold(parts, 'causes')) return [];
  const at = parts.sections.findLastIndex(({ role }) => role === 'problems');
  const [problems, measures] = parts.sections.slice(at, at + 2);
  if (!problems || (measures && measures.role !== 'measures')) return [];
  const { line } = problems.heading;
  const between = entries.slice(entries.indexOf(line) + 1, measures && entries.indexOf(measures.heading.line));
  const [named, other] = between.filter(
    (entry) => entry.kind === 'line' && isWrittenLike(entry, line) && asksWhy(text, entry),
  );
  if (named && !other) return [[named, 'causes']];
  const last = problems.sections.at(-1);
  if (!last || !measures) return [];
  const lead = last.body.findLast((entry) => entry.kind === 'line' && leadsInCauses(text, entry));
  return lead ? [[lead, 'causes']] : [];
}

/** Two lines that are all heading, without numbers and in the same dress. */
function isWrittenLike(line: Line, heading: Line): boolean {
  const isHeading = (one: Line) =>
    !one.numbering && !one.bullet && isAlone(one) && /^[？?]?$/.test(one.titleEnd) && (one.bold || one.opensParagraph);
  return line.depth === heading.depth && line.bold === heading.bold && isHeading(line) && isHeading(heading);
}

/** Whether the part is there: by itself or, for what belongs to an aspect, inside one. */
function isTold({ sections }: { readonly sections: readonly Section[] }, wanted: Role): boolean {
  return sections.some((section) => section.role === wanted || isTold(section, wanted));
}

function namesPart({ role, sections }: Section): boolean {
  return role === 'problems' || role === 'causes' || role === 'measures' || sections.some(namesPart);
}

function partsWith(text: string, entries: readonly Entry[], leads: Leads, together: Together): Parts {
  const drafts = nest(text, entries, leads, together);
  return { preamble: drafts.preamble, ...sectionsOf(text, drafts.sections) };
}
