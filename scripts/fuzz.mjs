// npm run fuzz [-- TIMES]: the property tests with a seed of today's and TIMES (50) as many runs. A failure
// prints its seed and path.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const times = Number(process.argv[2] ?? 50);
const seed = Number(process.env.FAYAN_SEED ?? Date.now() % 2 ** 31);
console.log(`seed ${seed}, ${times} times the runs of CI`);
const { status } = spawnSync(
  process.execPath,
  ['node_modules/mocha/bin/mocha.js', 'test/server/model/parse/blocks.test.ts', 'test/server/random/*.test.ts'],
  {
    cwd: fileURLToPath(new URL('..', import.meta.url)),
    stdio: 'inherit',
    env: { ...process.env, FAYAN_FUZZ: String(times), FAYAN_SEED: String(seed) },
  },
);
process.exitCode = status ?? 1;
