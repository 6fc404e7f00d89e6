import { t } from '@vscode/l10n';
import { memoised } from '../model/memory/memoised.ts';
import { allUnits } from '../model/memory/perUnit.ts';
import { labelOf } from '../model/reading/unitLabel.ts';
import type { Speech, Unit } from '../model/speech.ts';
import { shortened } from '../model/text/shortened.ts';
import { withinQuotes } from '../model/text/withinQuotes.ts';

/**
 * What `unit` calls its counterparts, in one word: `（一）（三）`, `第1、3条`, or the first words of a title that no
 * number tells from the others. In an aspect, its own numbers are enough.
 */
export function marksOf(counterparts: readonly Unit[], unit: Unit, speech: Speech): string {
  const names = inOrder(counterparts).map((other) => numberFor(other, unit, speech) ?? firstWords(other));
  if (names.every((name) => /^[0-9０-９]+$/.test(name))) return t('第{0}条', names.join('、'));
  const marks = names.map((name) => (/^[0-9０-９]+$/.test(name) ? t('第{0}条', name) : name));
  return marks.join(marks.every((mark) => /^[（(][^（(）)]*[）)]$/.test(mark)) ? '' : '、');
}

/** Whether each of the counterparts has a number that tells it from the others. */
export function haveNumbers(counterparts: readonly Unit[], unit: Unit, speech: Speech): boolean {
  return counterparts.every((other) => numberFor(other, unit, speech) !== undefined);
}

/** The shortest number of a unit that is no other's: its own, or with the numbers on the way to it. */
function numberFor(other: Unit, unit: Unit, speech: Speech): string | undefined {
  const own = ownNumber(other);
  if (own === undefined) return undefined;
  const { counts, wholeCounts, restart } = numbersOf(speech)[other.kind];
  const whole = wholeNumber(other, speech) ?? own;
  const isLonger = whole.length > own.length;
  if (isOnlyBeside(other, unit, speech) || (counts.get(own) === 1 && !(restart && isLonger))) return own;
  return isLonger && wholeCounts.get(whole) === 1 ? whole : undefined;
}

/** Whether both are of one aspect, in which no other of the kind has this number. */
function isOnlyBeside(other: Unit, unit: Unit, speech: Speech): boolean {
  const aspect = unit.aspect ?? unit.section;
  if (!aspect || other.aspect !== aspect) return false;
  const alike = (one: Unit) => one.kind === other.kind && one.aspect === aspect && ownNumber(one) === ownNumber(other);
  return allUnits(speech).filter(alike).length === 1;
}

const numbersOf = memoised((speech: Speech) => {
  const told = (units: readonly Unit[]) => {
    const counts = counted(units.map(ownNumber));
    const wholeCounts = counted(units.map((unit) => wholeNumber(unit, speech)));
    // Where the numbers begin anew in every group, `3` alone would be one of a kind by chance.
    const restart = [...counts.values()].some((count) => count > 1);
    return { counts, wholeCounts, restart };
  };
  return { problem: told(speech.problems), cause: told(speech.causes), measure: told(speech.measures) };
});

/** With the numbers on the way to it, `（一）1`; a row of a table has none. */
function wholeNumber(unit: Unit, speech: Speech): string | undefined {
  return unit.section && ownNumber(unit) !== undefined ? labelOf(speech, unit) : undefined;
}

function counted(names: ReadonlyArray<string | undefined>): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const name of names) if (name !== undefined) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}

/** `（一）`, `1`, `二是`; none for a bullet. */
function ownNumber({ numbering }: Unit): string | undefined {
  if (!numbering || numbering.style === 'bullet') return undefined;
  const text = numbering.style === 'arabic' ? String(numbering.ordinal) : numbering.text;
  return text.replace(/[、.．，,：:]{1,8}$/, '').trim() || undefined;
}

function firstWords({ title }: Unit): string {
  return `“${withinQuotes(shortened(title, 8))}”`;
}

function inOrder(units: readonly Unit[]): Unit[] {
  return [...units].sort((a, b) => a.span.start - b.span.start);
}
