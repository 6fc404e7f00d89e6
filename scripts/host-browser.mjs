// The browser that shows the embedded host: finding, installing and driving it.
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { announce, atEnd, Obstacle, startGroup } from './processes.mjs';

const commands = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];
const macPrograms = ['Google Chrome', 'Chromium', 'Microsoft Edge'].map(
  (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
);

/** Switches that keep the browser quiet and off the network. */
export const browserFlags = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-gpu',
  '--disable-quic',
  '--disable-sync',
  '--no-default-browser-check',
  '--no-first-run',
  // As root the browser runs without a sandbox only; the second switch spares the warning about that.
  ...(isRoot() ? ['--no-sandbox', '--test-type'] : []),
];

/** The path of a program on the PATH, if it is there. */
export function which(program) {
  return (process.env.PATH ?? '')
    .split(delimiter)
    .map((folder) => join(folder, program))
    .find(isExecutable);
}

/** Whether a window can be shown on this machine. */
export function hasDisplay() {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

export function isRoot() {
  return process.getuid?.() === 0;
}

/**
 * The path of a browser. Where there is none, or no Chinese font, it is installed if that can be done without asking.
 */
export async function installBrowser() {
  const missing = [...(findBrowser() ? [] : ['chromium']), ...(hasChineseFont() ? [] : ['fonts-noto-cjk'])];
  if (missing.length > 0 && process.platform === 'linux' && isRoot() && which('apt-get')) {
    await announce(`Installing ${missing.join(' and ')} by apt-get (once)`, () => aptInstall(missing));
  }
  const browser = findBrowser();
  if (!browser)
    throw new Obstacle(
      'No browser found: install Chromium (on Debian as root: apt-get install chromium fonts-noto-cjk), or name one in FAYAN_BROWSER.',
    );
  return browser;
}

/** A browser without a window, driven by Playwright; it ends with this process at the latest. */
export async function launchBrowser(playwright) {
  const browser = await playwright.chromium.launch({
    executablePath: await installBrowser(),
    args: browserFlags,
    handleSIGHUP: false,
    handleSIGINT: false,
    handleSIGTERM: false,
  });
  atEnd(() => browser.close());
  return browser;
}

function findBrowser() {
  const given = process.env.FAYAN_BROWSER;
  if (given && !isExecutable(given)) throw new Obstacle(`FAYAN_BROWSER names no program: ${given}`);
  return given || commands.map(which).find(Boolean) || macPrograms.find((path) => existsSync(path));
}

function hasChineseFont() {
  if (process.platform !== 'linux') return true;
  const { stdout } = spawnSync('fc-list', [':lang=zh', 'family'], { encoding: 'utf8' });
  return Boolean(stdout?.trim());
}

/** Never fails: look afterwards whether it worked. */
export async function aptInstall(packages) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  for (const args of [['update'], ['install', '--yes', '--no-install-recommends', ...packages]]) {
    const { child, exited } = startGroup('apt-get', ['-qq', '-o', 'DPkg::Lock::Timeout=120', ...args], {
      env,
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let errors = '';
    child.stderr.on('data', (data) => {
      errors += data;
    });
    if ((await exited) !== 0) console.log(`  apt-get ${args[0]} failed: ${errors.trim().split('\n').at(-1)}`);
  }
}

function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
