import { labelOf, nameOf } from '../reading/unitLabel.ts';
import { type Speech, type Unit, unitsOf } from '../speech.ts';
import { fingerprintOf, type PinReference, pinsOf } from '../trace/pins.ts';
import { type Edit, followedBy, movedOffset } from './edits.ts';

/**
 * The edits, and with them whatever keeps every `对应` comment naming the unit it names now. A reference that names none
 * or several is left as it is; one to a unit that is none any more gets its title, lest its number name another. `move`
 * tells where an offset goes, for edits that carry text from one place to another.
 */
export function withPins(
  speech: Speech,
  edits: readonly Edit[],
  move: (offset: number) => number = (offset) => movedOffset(edits, offset),
): Edit[] {
  const wanted = pinsOf(speech).pins.flatMap(({ references }) =>
    references.flatMap((reference) => {
      const unit = namedBy(reference);
      return unit ? [{ reference, unit }] : [];
    }),
  );
  if (wanted.length === 0) return [...edits];
  return followedBy(speech, edits, (after) => {
    const units = new Map(unitsOf(after).map((unit) => [`${unit.kind} ${unit.titleSpan.start}`, unit]));
    return wanted.flatMap(({ reference: { span, text }, unit }) => {
      const moved = units.get(`${unit.kind} ${move(unit.titleSpan.start)}`);
      if (moved && labelOf(after, moved) === labelOf(speech, unit)) return [];
      const newText = moved ? nameOf(after, moved) : `“${unit.title}”`;
      if (!moved && (newText === text || /[“”]/.test(unit.title))) return [];
      const start = move(span.start);
      return [{ span: { start, end: start + text.length }, newText }];
    });
  });
}

/** Where two units have the same number, the fingerprint tells which was meant. */
function namedBy({ units, fingerprint }: PinReference): Unit | undefined {
  if (units.length < 2) return units[0];
  const same = units.filter((unit) => fingerprintOf(unit) === fingerprint);
  return same.length === 1 ? same[0] : undefined;
}
