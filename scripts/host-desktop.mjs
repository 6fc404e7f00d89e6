// The desktop VS Code of this machine, or one that test-electron downloads.
import { existsSync, realpathSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { hasDisplay, isRoot, which } from './host-browser.mjs';
import { Obstacle } from './processes.mjs';

/**
 * The program of the installed desktop VS Code, unless it could not open a window here.
 * VSCODE_EXECUTABLE overrules all.
 */
export function findDesktop() {
  const given = process.env.VSCODE_EXECUTABLE;
  if (given && !existsSync(given)) throw new Obstacle(`VSCODE_EXECUTABLE names no program: ${given}`);
  if (given) return given;
  // In a remote window and in WSL `code` only sends requests to the VS Code on the other side.
  if (!hasDisplay() || process.env.VSCODE_IPC_HOOK_CLI || process.env.WSL_DISTRO_NAME) return undefined;
  const command = which(process.platform === 'win32' ? 'code.cmd' : 'code');
  return command && (programOf(command) ?? command);
}

/**
 * A desktop VS Code that is downloaded on first use; undefined where there is no network for
 * that, which shows in seconds.
 */
export async function downloadDesktop() {
  if (!hasDisplay()) return undefined;
  const { downloadAndUnzipVSCode, SilentReporter } = await import('@vscode/test-electron');
  return downloadAndUnzipVSCode({ version: 'stable', timeout: 5000, reporter: new SilentReporter() }).catch(
    () => undefined,
  );
}

/** The arguments with which a VS Code keeps to itself: no settings, extensions or windows of the user's. */
export function separate(data) {
  return [
    `--user-data-dir=${join(data, 'user')}`,
    `--extensions-dir=${join(data, 'extensions')}`,
    ...['--new-window', '--skip-welcome', '--skip-release-notes', '--disable-workspace-trust', '--disable-updates'],
    ...(isRoot() ? ['--no-sandbox'] : []),
  ];
}

/** Where the program lies, seen from the folder of the command `code`. */
const programs = {
  darwin: ['../../../../MacOS/Code', '../../../../MacOS/Electron'],
  linux: ['../code', '/snap/code/current/usr/share/code/code'],
  win32: ['../Code.exe'],
};

/** The command `code` starts the program and returns at once; the program itself can be waited for and ended. */
function programOf(command) {
  const real = realpathSync(command);
  return programs[process.platform]
    ?.map((path) => resolve(dirname(real), path))
    .find((path) => path !== real && existsSync(path));
}
