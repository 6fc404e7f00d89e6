// The steps of a test command: each is announced, its output shown, and its outcome counted.
import { createInterface } from 'node:readline';
import { readCounts } from './counts.mjs';
import { main, startGroup } from './processes.mjs';
import { root } from './setup.mjs';

/**
 * Runs a test command: `work` gets the kinds of steps, each of which resolves to whether it succeeded.
 * The last line is `N passed, N failed` whatever happens, and the exit status says the same; where something failed at
 * first and passed when tried again, the line above counts it.
 */
export function testCommand(work) {
  return main(async () => {
    const total = { passed: 0, failed: 0, flaky: 0 };
    try {
      await work({ check, tests });
    } catch (error) {
      total.failed++;
      console.log(error.message);
    }
    if (total.flaky > 0) console.log(`\n${total.flaky} flaky: failed at first, passed when played once more`);
    console.log(`\n${total.passed} passed, ${total.failed} failed`);
    return total.failed === 0 ? 0 : 1;

    /** A step that succeeds or counts as one failure. */
    async function check(title, ...command) {
      const status = await run(title, command);
      if (status !== 0) total.failed++;
      return status === 0;
    }

    /** A step that tells how many tests passed and failed, as counts.mjs reads it. */
    async function tests(title, ...command) {
      const counts = readCounts();
      const status = await run(title, command, counts.line);
      const { passed, failed, flaky = 0, reason } = counts.result(status);
      if (reason) console.log(`${title} failed: ${reason}`);
      total.passed += passed;
      total.failed += failed;
      total.flaky += flaky;
      return failed === 0;
    }
  });
}

/** Runs a script of Node's, showing its output except the lines that `wanted` refuses. */
async function run(title, [script, ...args], wanted = () => true) {
  console.log(`\n== ${title}`);
  const start = Date.now();
  const { child, exited, end } = startGroup(process.execPath, [script, ...args], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: process.stdout.isTTY ? { ...process.env, FORCE_COLOR: '1' } : { ...process.env, NO_COLOR: '1' },
  });
  // Both streams go where the sum goes, so that it comes last wherever they are sent.
  const closed = [child.stdout, child.stderr].map((stream) => {
    const lines = createInterface({ input: stream });
    lines.on('line', (line) => {
      if (wanted(line)) console.log(line);
    });
    return new Promise((resolve) => lines.once('close', resolve));
  });
  const status = await exited;
  await end();
  await Promise.all(closed);
  const seconds = ((Date.now() - start) / 1000).toFixed(1);
  console.log(`== ${title}: ${status === 0 ? 'done' : `failed (${status})`}, ${seconds} s`);
  return status;
}
