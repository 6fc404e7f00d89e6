// Makes the project ready to run. Needs nothing but Node, for it is the first thing to run in a clean clone.
import { createHash } from 'node:crypto';
import { existsSync, lstatSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { announce, Obstacle, startGroup } from './processes.mjs';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** Makes `node_modules` what the lock file says; does nothing where it is that already. */
export async function installDependencies() {
  const [major] = process.versions.node.split('.');
  if (Number(major) < 20) throw new Obstacle(`Node 20 or newer is needed; this is ${process.versions.node}.`);
  const stamp = join(root, 'node_modules/.fayan-lock');
  const lock = readFileSync(join(root, 'package-lock.json'), 'utf8');
  const hash = createHash('sha256').update(lock).digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) return;
  if (!isInstalled(lock)) await install();
  writeFileSync(stamp, hash);
}

/** Whether npm itself left every package of the lock file there, as after `npm install` by hand. */
function isInstalled(lock) {
  const record = join(root, 'node_modules/.package-lock.json');
  if (!existsSync(record)) return false;
  const { packages } = JSON.parse(readFileSync(record, 'utf8'));
  return Object.entries(JSON.parse(lock).packages).every(
    ([path, { version, optional }]) => path === '' || optional || packages[path]?.version === version,
  );
}

/** `npm ci` begins by removing node_modules, so what was broken off leaves no record behind. */
async function install() {
  // In a copy that borrows the packages of the original, npm would remove them there.
  if (lstatSync(join(root, 'node_modules'), { throwIfNoEntry: false })?.isSymbolicLink())
    throw new Obstacle('The packages that are installed are not those of package-lock.json: run npm ci.');
  await announce('Installing the dependencies', async () => {
    try {
      await npm(root, ['ci', '--include=dev']);
    } catch (error) {
      // A registry that lacks some packages for other systems makes a lock file without them. It pins all the rest,
      // but `npm ci` wants it whole.
      if (!error.message.includes('in sync')) throw error;
      console.log('  package-lock.json is not complete; npm install takes it as it is');
      await npm(root, ['install', '--no-save', '--include=dev']);
    }
  });
}

/** Builds what `dist` holds. */
export async function buildExtension() {
  const { exited } = startGroup(process.execPath, ['esbuild.mjs'], { cwd: root, stdio: 'inherit' });
  if ((await exited) !== 0) throw new Obstacle('The extension cannot be built: see above.');
}

/** Runs npm in a folder; what goes wrong becomes one sentence. */
export async function npm(folder, args) {
  for (let attempt = 1; attempt <= 3; attempt++) {
    const { status, errors, stuck } = await runNpm(folder, args);
    if (status === 0) return;
    if (!stuck) throw new Obstacle(explain(args[0], status, errors));
    console.log(`  npm has been silent for two minutes${attempt < 3 ? '; once more' : ''}`);
  }
  throw new Obstacle(`npm ${args[0]} got stuck three times: the network is too slow or unsteady.`);
}

/**
 * One attempt. A download that stalls never ends by itself, so npm tells of every request and is
 * stopped when it falls silent.
 */
async function runNpm(folder, args) {
  const quiet = ['--no-audit', '--no-fund', '--no-update-notifier', '--loglevel=http'];
  // A registry out of reach is told in seconds; npm's own patience is minutes.
  const patience = ['--fetch-retries=2', '--fetch-retry-mintimeout=1000', '--fetch-retry-maxtimeout=2000'];
  const [command, first] = npmCommand();
  const { child, exited, end } = startGroup(command, [...first, ...args, ...quiet, ...patience], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'pipe'],
    shell: process.platform === 'win32' && first.length === 0,
  });
  let output = '';
  let stuck = false;
  const timer = setTimeout(() => {
    stuck = true;
    void end();
  }, 120_000);
  child.stderr?.on('data', (data) => {
    output += data;
    timer.refresh();
  });
  const status = await exited;
  clearTimeout(timer);
  await end();
  return { status, stuck, errors: output.match(/^npm error .+/gm)?.join('\n') ?? '' };
}

/** The npm that runs this script if there is one, else the npm on the PATH. */
function npmCommand() {
  const running = process.env.npm_execpath ?? '';
  return basename(running) === 'npm-cli.js' ? [process.execPath, [running]] : ['npm', []];
}

function explain(what, status, errors) {
  if (status === 'ENOENT') return 'npm is not on the PATH: install it together with Node.';
  if (/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ENETUNREACH|ETIMEDOUT|ERR_SOCKET_TIMEOUT|ENOTCACHED/.test(errors))
    return `npm ${what} cannot reach the package registry: connect to the network and try again.`;
  const [reason] = errors.match(/(?<=^npm error )(?!code |errno |syscall ).+/m) ?? [`status ${status}`];
  return `npm ${what} failed: ${reason}`;
}
