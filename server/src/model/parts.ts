import { memoised } from './memoised.ts';
import type { Role } from './role.ts';
import { allSections, type Section, type Speech } from './speech.ts';

/** Whether a part is there: as a section, as units nested in the aspects, or in the title of another. */
export function hasPart(speech: Speech, role: Role): boolean {
  const titled = (pattern: RegExp) => speech.sections.some(({ heading }) => pattern.test(heading.title));
  if (rolesIn(speech.sections).has(role)) return true;
  if (role === 'problems') return speech.problems.length > 0;
  if (role === 'causes')
    return speech.causes.length > 0 || titled(/问题(?:及|和|与|、)(?:其)?(?:产生)?的?.{0,4}(?:原因|根源)/);
  return role === 'measures' && speech.measures.length > 0;
}

const rolesIn = memoised(
  (sections: readonly Section[]): ReadonlySet<Role | undefined> =>
    new Set(allSections({ sections }).map(({ role }) => role)),
);

/** The place among the sections of the first level, by the order of the parts. */
export function placeFor(sections: readonly Section[], role: Role, order: readonly Role[]): number {
  const later = new Set(order.slice(order.indexOf(role) + 1));
  later.add('closing');
  const earlier = new Set(order.slice(0, order.indexOf(role)));
  const last = sections.findLastIndex((section) => section.role !== undefined && earlier.has(section.role));
  if (last >= 0) return last + 1;
  const first = sections.findIndex((section) => section.role !== undefined && later.has(section.role));
  return first >= 0 ? first : role === 'previous' ? 0 : sections.length;
}
