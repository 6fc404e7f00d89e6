import { type Speech, sectionsAt, type Unit } from '../speech.ts';

/**
 * How pins name a unit: the numbers on the way to it below the first level, `（一）1`; a title in quotation
 * marks where it has none.
 */
export function labelOf(speech: Speech, unit: Unit): string {
  if (!unit.numbering || !unit.section) return quoted(plain(unit.title), longestName);
  const path = sectionsAt(speech, unit.headSpan.start);
  const numbers = path.slice(path[0] === unit.section ? 0 : 1).map(({ heading }) => heading.numbering?.text ?? '');
  return numbers.map(withoutTail).join('');
}

/**
 * The label of a unit, or as much of its title as tells it from the others of its kind, where several have the label.
 */
export function nameOf(speech: Speech, unit: Unit): string {
  const units = unit.kind === 'problem' ? speech.problems : unit.kind === 'cause' ? speech.causes : speech.measures;
  const label = labelOf(speech, unit);
  if (unitsNamed(speech, units, label).length === 1) return label;
  const title = plain(unit.title);
  const shared = units.map((other) => (other === unit ? 0 : sharedLength(plain(other.title), title)));
  return quoted(title, Math.max(longestName, ...shared.map((length) => length + 1)));
}

/**
 * The units that a name means, `（一）1`, or the beginning of a title in quotation marks; a title in full rather than
 * those that only begin like it.
 */
export function unitsNamed(speech: Speech, units: readonly Unit[], name: string): Unit[] {
  const words = plain(/^[“"](.+)[”"]$/.exec(name)?.[1] ?? '');
  if (words === '') return units.filter((unit) => normal(labelOf(speech, unit)) === normal(name));
  const named = units.filter(({ title }) => plain(title).startsWith(words));
  const whole = named.filter(({ title }) => plain(title) === words);
  return whole.length === 1 ? whole : named;
}

/** In characters: as much of a title as usually tells it from the others. */
const longestName = 12;

function quoted(words: string, most: number): string {
  return `“${[...words].slice(0, most).join('')}”`;
}

/** A title without what no name in a comment can hold. */
function plain(title: string): string {
  return title.replace(/[“”"#<>\-\s]/g, '');
}

/** How many characters two titles begin with in common. */
function sharedLength(one: string, other: string): number {
  const [first, second] = [[...one], [...other]];
  const differs = first.findIndex((character, at) => character !== second[at]);
  return differs < 0 ? first.length : differs;
}

/** `1.` → `1`, `三、` → `三`; brackets stay. */
function withoutTail(mark: string): string {
  return mark.replace(/[、.．，,：:\s]{1,8}$/, '');
}

function normal(label: string): string {
  return label
    .replaceAll('(', '（')
    .replaceAll(')', '）')
    .replace(/[、.．，：:\s]+/g, ' ')
    .trim();
}
