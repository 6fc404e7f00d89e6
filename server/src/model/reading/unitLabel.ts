import { type Speech, sectionsAt, type Unit } from '../speech.ts';

/**
 * How pins name a unit: the numbers on the way to it below the first level, `（一）1`; a title in quotation
 * marks where it has none.
 */
export function labelOf(speech: Speech, unit: Unit): string {
  if (!unit.numbering || !unit.section) return `“${unit.title.slice(0, 12)}”`;
  const path = sectionsAt(speech, unit.headSpan.start);
  const numbers = path.slice(path[0] === unit.section ? 0 : 1).map(({ heading }) => heading.numbering?.text ?? '');
  return numbers.map(withoutTail).join('');
}

/** `1.` → `1`, `三、` → `三`; brackets stay. */
function withoutTail(mark: string): string {
  return mark.replace(/[、.．，,：:]{1,8}$/, '');
}
