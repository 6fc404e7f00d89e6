import assert from 'node:assert/strict';

/** Eight times the input may cost this many times the work: well over eight, for caches and collection take their share, well under the sixty-four of a quadratic. */
const bound = 36;

/** Work below this is lost in the noise of the machine, in milliseconds of the processor. */
const least = 4;

/**
 * How the work on an input grows when the input grows eightfold; fails when it grows faster than in proportion.
 * It counts the processor's time of this process, so that other load on the machine hardly shows, and what seems too much is
 * measured again: garbage collected by chance is not measured five times.
 */
export function growth(work: (times: 1 | 8) => void): number {
  work(1);
  const once = Math.max(
    least,
    spent(() => work(1)),
  );
  let grown = Number.POSITIVE_INFINITY;
  for (let attempt = 0; attempt < 5 && grown > bound; attempt += 1)
    grown = Math.min(grown, spent(() => work(8)) / once);
  return grown;
}

/** Fails with the name when the work grows faster than the input. */
export function assertInProportion(name: string, work: (times: 1 | 8) => void): void {
  const grown = growth(work);
  assert.ok(grown <= bound, `${name}: eight times the input costs ${Math.round(grown)} times the work`);
}

function spent(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
