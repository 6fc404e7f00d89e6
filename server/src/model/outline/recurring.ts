import type { Entry, Line } from '../speech.ts';
import { labelRole } from './innerLeads.ts';
import { isAspectTitle, plainWords, pureRole, type Role, roleOf } from './role.ts';

/**
 * Headings without numbering that recur in the same order under every aspect, as “差在哪里”, “为什么会这样”, “打算怎么改”: whatever
 * their words, they are the parts of the aspects. Three are 问题, 原因 and 整改; of two the second is 整改, or 原因 where it says
 * so. What goes on with the part before, as 【表现】 after 【问题】, has no role.
 */
export function recurringParts(text: string, entries: readonly Entry[]): ReadonlyMap<Entry, Role | undefined> {
  const lines = entries.filter((entry): entry is Line => entry.kind === 'line' && mayRecur(text, entry));
  const reasons = reasonsIn(text, entries);
  if (reasons.length > 0) return new Map(reasons.map((line) => [line, 'causes']));
  const titles = lines.map((line) => titleOf(text, line));
  const counts = new Map<string, number>();
  for (const title of titles) counts.set(title, (counts.get(title) ?? 0) + 1);
  const often = [...counts].filter(([, count]) => count >= leastAspects).map(([title]) => title);
  const recurring = often.filter((title, at) => {
    const role = labelRole(title);
    return role === undefined || role !== labelRole(often[at - 1] ?? '');
  });
  const roles = rolesOf(recurring, partsApart(text, entries, recurring));
  const found = new Map<Entry, Role | undefined>();
  let last = Number.POSITIVE_INFINITY;
  for (const [index, line] of lines.entries()) {
    const title = titles[index] ?? '';
    const own = recurring.indexOf(title);
    if (own < 0 && roles && often.includes(title)) found.set(line, undefined);
    if (own < 0) continue;
    // An aspect may lack a part, but begins with the first.
    if (own <= last && own !== 0) return new Map();
    last = own;
    const role = roles?.[own];
    if (role) found.set(line, role);
  }
  return found;
}

/** The roles that other headings claim outright: a speech with “三、整改措施” has none below its aspects. */
function partsApart(text: string, entries: readonly Entry[], recurring: readonly string[]): ReadonlySet<Role> {
  const found = new Set<Role>();
  for (const entry of entries) {
    if (entry.kind !== 'line' || !(entry.numbering || entry.depth > 0 || entry.bold)) continue;
    const title = titleOf(text, entry);
    if (recurring.includes(title)) continue;
    const role =
      pureRole(title) ?? (entry.numbering?.style === 'han' && !isAspectTitle(title) ? roleOf(title) : undefined);
    if (role) found.add(role);
  }
  return found;
}

/** The paragraphs “究其原因，……” of a speech that gives the causes below each problem, and has no part for them. */
function reasonsIn(text: string, entries: readonly Entry[]): Line[] {
  const lines = entries.filter((entry): entry is Line => entry.kind === 'line');
  const reasons = lines.filter((line) => isReason(text, line));
  const hasPart = () => lines.some((line) => !isReason(text, line) && pureRole(titleOf(text, line)) === 'causes');
  return reasons.length >= leastAspects && !hasPart() ? reasons : [];
}

/** “究其原因，……” leads in to causes; by itself it may as well be how a problem goes on. */
export function isReason(text: string, { title, titleEnd, numbering }: Line): boolean {
  return titleEnd === '，' && !numbering && text.startsWith('究其', title.start);
}

const leastAspects = 3;

/** At least one of them must say what it is, and none may say anything else, or what stands apart for all aspects. */
function rolesOf(titles: readonly string[], apart: ReadonlySet<Role>): readonly Role[] | undefined {
  const [, second = ''] = titles;
  const causes = roleOf(second) === 'causes' || (plainWords.causes.test(second) && !plainWords.measures.test(second));
  const roles: readonly ('problems' | 'causes' | 'measures')[] =
    titles.length === 3 ? ['problems', 'causes', 'measures'] : ['problems', causes ? 'causes' : 'measures'];
  if (titles.length !== roles.length) return undefined;
  if (titles.some((title) => roleOf(title) === 'case')) return undefined;
  const claimed = titles.map(labelRole);
  if (claimed.some((claim, at) => claim !== undefined && claim !== roles[at])) return undefined;
  if (roles.some((role) => role !== 'problems' && apart.has(role))) return undefined;
  const says = roles.some((role, at) => claimed[at] === role || plainWords[role].test(titles[at] ?? ''));
  return says ? roles : undefined;
}

function mayRecur(text: string, line: Line): boolean {
  if (line.numbering || line.title.end - line.title.start > longestPart) return false;
  const bold = line.bold || text.startsWith('**', line.span.start);
  return (line.depth > 1 || bold || line.titleEnd === '】') && !isAspectTitle(titleOf(text, line));
}

/** Characters. Parts are named shortly; what is longer names a matter. */
const longestPart = 12;

function titleOf(text: string, { title }: Line): string {
  return text.slice(title.start, title.end).replace(/[*\s　：:]/g, '');
}
