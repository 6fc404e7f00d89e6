// @ts-check
// npm run same-bytes [-- --here]: packs two fresh clones in two time zones; fails where the two packages differ by a
// byte. With `--here` two copies of what stands here now, with the packages that are installed already.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { main, Obstacle, temporaryFolder } from './processes.mjs';
import { cloneSources, copySources } from './sources.mjs';

await main(async () => {
  const home = temporaryFolder();
  const get = process.argv.includes('--here') ? copySources : cloneSources;
  mkdirSync(join(home, 'deep down'));
  const one = packed(get, join(home, 'one'), 'Asia/Shanghai');
  const other = packed(get, join(home, 'deep down/other'), 'America/New_York');
  if (one !== other) throw new Obstacle(`The two packages differ: ${one} and ${other}.`);
  console.log(`Twice the same package: sha256 ${one}`);
});

/**
 * The SHA-256 of the package that the sources in a folder of their own make.
 * @param {(folder: string) => void} get
 * @param {string} folder
 * @param {string} TZ
 */
function packed(get, folder, TZ) {
  get(folder);
  execFileSync(process.execPath, ['scripts/package.mjs'], { cwd: folder, env: { ...process.env, TZ }, stdio: 'pipe' });
  const [file] = readdirSync(folder).filter((name) => name.endsWith('.vsix'));
  if (!file) throw new Obstacle(`No package was made in ${folder}.`);
  return createHash('sha256')
    .update(readFileSync(join(folder, file)))
    .digest('hex');
}
