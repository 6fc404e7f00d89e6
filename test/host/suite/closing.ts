/**
 * Runs the tests and prints the mark with the counts that `scripts/counts.mjs` looks for.
 * The mark is the proof that the run came to its end: when the extension host is killed, VS Code still reports success.
 */
export function closed(mocha: Pick<Mocha, 'run'>): Promise<void> {
  return new Promise((resolve, reject) => {
    const runner = mocha.run((failures) => {
      console.log(`@@tests ${JSON.stringify({ passed: runner.stats?.passes ?? 0, failed: failures })}`);
      if (failures > 0) reject(new Error(`${failures} failed`));
      else resolve();
    });
  });
}
