import assert from 'node:assert/strict';

/**
 * Seconds of the processor that no answer may take: what is meant to answer in one, with room for a machine several
 * times slower. What runs on, regular expressions above all, takes a hundred times as long on the texts that these
 * tests are made of.
 */
const bound = 5;

/** Fails with the name when the work runs on. What seems too much is done again, so that chance does not count. */
export function assertBounded(name: string, work: () => void): void {
  let least = Number.POSITIVE_INFINITY;
  for (let attempt = 0; attempt < 3 && least > bound; attempt += 1) least = Math.min(least, spent(work));
  assert.ok(least <= bound, `${name} costs ${least.toFixed(1)} s of the processor`);
}

/** The processor's time of this process, so that other load on the machine hardly shows. */
function spent(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000_000;
}
