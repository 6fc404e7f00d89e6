import type { Entry, Line } from '../speech.ts';
import { isAlone, titleWords } from './headingLine.ts';
import { isAspectTitle, isFrameTitle, plainWords, pureRole, type Role, roleOf, sideRole } from './role.ts';

/**
 * Where parts are named by lines without numbers or `#`, as **存在的主要问题** and **下一步努力方向**, the one such line between them
 * that stands for a part which is still missing, as **原因何在** or **根子在哪**. By itself it could as well be the name of an
 * aspect.
 */
export function wordedParts(text: string, entries: readonly Entry[]): ReadonlyMap<Entry, Role> {
  const lines = entries.filter((entry): entry is Line => entry.kind === 'line' && isPlainHeading(text, entry));
  const titles = lines.map((line) => titleWords(text, line.title));
  const named = titles.map((title) => sideRole(title) ?? pureRole(title));
  const roles = named.filter((role) => role !== undefined);
  if (roles.length < 2 || new Set(roles).size < roles.length) return none;
  const missing = parts.filter((role) => role !== 'previous' && !named.includes(role));
  const [role] = missing;
  if (!role || missing.length > 1) return none;
  const after = Math.max(-1, ...before(role).map((earlier) => named.lastIndexOf(earlier)));
  // “个人有关事项” may stand anywhere.
  const isLater = (other: Role | undefined) =>
    parts.some((part) => part === other) && !before(role).some((part) => part === other);
  const next = named.findIndex((other, at) => at > after && isLater(other));
  const end = next < 0 ? lines.length : next;
  const bold = lines.find((_, at) => named[at] === 'problems' || named[at] === 'measures')?.bold;
  const between = [...lines.keys()]
    .slice(after + 1, end)
    .filter((at) => named[at] === undefined && lines[at]?.bold === bold);
  const outright = between.filter((at) => roleOf(titles[at] ?? '') === role);
  // What stands alone between 问题 and 整改 tells the causes, whatever its words.
  const inPlain = between.filter((at) => (role === 'causes' && next >= 0) || plainWords[role].test(titles[at] ?? ''));
  const [at] = outright.length === 1 ? outright : between.length === 1 ? inPlain : [];
  const line = at === undefined ? undefined : lines[at];
  return line ? new Map([[line, role]]) : none;
}

const parts = ['previous', 'problems', 'causes', 'measures'] as const;

function before(role: (typeof parts)[number]): readonly Role[] {
  return parts.slice(0, parts.indexOf(role));
}

const none: ReadonlyMap<Entry, Role> = new Map();

/** A few words without number or `#`, alone in their line. */
function isPlainHeading(text: string, line: Line): boolean {
  const { title, titleEnd, numbering, depth, bold, bullet, opensParagraph } = line;
  if (numbering || depth > 0 || bullet || titleEnd !== '' || !isAlone(line)) return false;
  if (title.end - title.start > longestPart || !(bold || opensParagraph)) return false;
  const words = titleWords(text, title);
  return !/[，。；：、？！]/.test(words) && !isAspectTitle(words) && !isFrameTitle(words);
}

/** Characters. Parts are named shortly. */
const longestPart = 18;
