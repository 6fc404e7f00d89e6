import { memoised } from '../memory/memoised.ts';
import { namesAnswers, type Role } from '../outline/role.ts';
import { outlineOf } from '../parse/retouch.ts';
import { allSections, type Section, type Speech } from '../speech.ts';

/**
 * Whether the speech has this part: as a section, as units inside the aspects, or in a section
 * shared with another part.
 */
export function hasPart(speech: Speech, role: Role): boolean {
  const { sections, problems, causes, measures } = speech;
  if (rolesIn(sections).has(role)) return true;
  if (role === 'problems') return problems.length > 0;
  if ((role === 'causes' || role === 'measures') && sections.some(({ heading }) => namesAnswers(heading.title)))
    return true;
  if (role === 'measures') return measures.length > 0;
  return (
    role === 'causes' && (causes.length > 0 || sections.some(({ heading }) => problemsAndCauses.test(heading.title)))
  );
}

/** “存在的问题及原因”: one heading for both parts. */
const problemsAndCauses =
  /(?:问题|不足|差距|短板|毛病)[及和与、]其?(?:产生)?的?.{0,4}(?:原因|根源|症结|缘由|根子|病根)/;

const rolesIn = memoised(
  (sections: readonly Section[]): ReadonlySet<Role | undefined> =>
    new Set(allSections({ sections }).map(({ role }) => role)),
);

/** Where a part belongs among the top sections, by the order of the parts. */
export function placeFor(sections: readonly Section[], role: Role, order: readonly Role[]): number {
  const later = new Set(order.slice(order.indexOf(role) + 1));
  later.add('closing');
  const earlier = new Set(order.slice(0, order.indexOf(role)));
  const last = sections.findLastIndex((section) => section.role !== undefined && earlier.has(section.role));
  if (last >= 0) return last + 1;
  const first = sections.findIndex((section) => section.role !== undefined && later.has(section.role));
  return first >= 0 ? first : role === 'previous' ? 0 : sections.length;
}

/** The sections with this role at any level, without those inside another of the same role. */
export function sectionsWith(speech: Speech, role: Section['role']): Section[] {
  return outermost(speech.sections).get(role) ?? [];
}

const outermost = memoised((all: readonly Section[]): ReadonlyMap<Section['role'], Section[]> => {
  const found = new Map<Section['role'], Section[]>();
  const visit = (sections: readonly Section[], within: ReadonlyArray<Section['role']>) => {
    for (const section of sections) {
      const { role } = section;
      if (!within.includes(role)) {
        const own = found.get(role) ?? [];
        own.push(section);
        found.set(role, own);
      }
      visit(section.sections, [...within, role]);
    }
  };
  visit(all, []);
  return found;
});

/** Whether anything in the speech is a 问题 or a measure; a text without either is not of this genre. */
export function hasUnits(speech: Speech): boolean {
  const { problems, measures } = outlineOf(speech).outline;
  return problems.length > 0 || measures.length > 0;
}
