// Starting programs, and ending everything that was started: what the command line scripts stand on.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A foreseeable obstacle. Its message is one sentence for the developer, who gets no stack trace. */
export class Obstacle extends Error {}

const endings = new Set();
const groups = new Set();
const folders = new Set();

/**
 * Runs a script: `work` resolves to the exit status, nothing meaning 0. However it ends (also by Ctrl+C), everything
 * registered with `atEnd` and started with `startGroup` has ended before the process does.
 */
export async function main(work) {
  let interrupted = false;
  const interrupt = async (status) => {
    if (interrupted) process.exit(status); // Asked twice: at once, see `exit` below.
    interrupted = true;
    await endAll();
    process.exit(status);
  };
  for (const [signal, status] of Object.entries({ SIGINT: 130, SIGTERM: 143, SIGHUP: 129 }))
    process.on(signal, () => interrupt(status));
  // npm passes a signal on to a shell, which may keep it to itself and die; then this process is nobody's.
  const parent = process.ppid;
  if (process.env.npm_lifecycle_event)
    setInterval(() => {
      if (process.ppid !== parent && !interrupted) void interrupt(143);
    }, 500).unref();
  process.on('exit', () => {
    for (const group of groups) signalGroup(group, 'SIGKILL');
    for (const folder of folders) rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  });
  let status = 1;
  try {
    status = (await work()) ?? 0;
  } catch (error) {
    // What breaks because everything is being ended is not worth a word.
    if (!interrupted) console.error(error instanceof Obstacle ? error.message : error);
  }
  if (interrupted) return;
  await endAll();
  process.exit(status);
}

/** Registers what must be done before the process ends; the result does it earlier, and only once. */
export function atEnd(ending) {
  let done;
  const once = () => {
    done ??= Promise.resolve()
      .then(ending)
      .catch(() => {})
      .finally(() => endings.delete(once));
    return done;
  };
  endings.add(once);
  return once;
}

/**
 * Starts a program as the leader of its own process group, so that whatever it starts can be ended with it.
 * `exited` resolves to its exit status or the name of the signal that ended it; `end` ends the whole group.
 */
export function startGroup(command, args, options = {}) {
  const child = spawn(command, args, { detached: process.platform !== 'win32', ...options });
  const exited = new Promise((resolve) => {
    child.once('error', (error) => resolve(error.code));
    child.once('exit', (code, signal) => resolve(code ?? signal));
  });
  if (child.pid === undefined) return { child, exited, end: async () => {} };
  groups.add(child.pid);
  const end = atEnd(async () => {
    signalGroup(child.pid, 'SIGTERM');
    if (!(await within(8000, () => !isAlive(child.pid)))) signalGroup(child.pid, 'SIGKILL');
    groups.delete(child.pid);
  });
  return { child, exited, end };
}

/** A folder of its own, gone when this process ends. */
export function temporaryFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'fayan-'));
  folders.add(folder);
  return folder;
}

/** Asks `condition` again and again; whether it came true within so many milliseconds. */
export async function within(milliseconds, condition) {
  const deadline = Date.now() + milliseconds;
  while (!(await condition())) {
    if (Date.now() > deadline) return false;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return true;
}

/** Says what is being done, now and then that it is still being done, and how long it took. */
export async function announce(what, work) {
  const start = Date.now();
  const seconds = () => `${((Date.now() - start) / 1000).toFixed(0)} s`;
  console.log(`${what} …`);
  const timer = setInterval(() => console.log(`  … ${seconds()}`), 10_000);
  try {
    const result = await work();
    console.log(`  done, ${seconds()}`);
    return result;
  } finally {
    clearInterval(timer);
  }
}

async function endAll() {
  await Promise.all([...endings].reverse().map((end) => end()));
}

function isAlive(group) {
  return signalGroup(group, 0);
}

function signalGroup(group, signal) {
  try {
    return process.kill(process.platform === 'win32' ? group : -group, signal);
  } catch {
    return false;
  }
}
