// VS Code's own server, which serves the workbench to a browser and runs extensions in a real Node extension host.
import { randomBytes } from 'node:crypto';
import { mkdirSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { installHost } from './host-install.mjs';
import { Obstacle, startGroup, temporaryFolder, within } from './processes.mjs';

/** Quiet, without network and without surprises: autosave would change the files of a test. */
const defaultSettings = {
  'chat.commandCenter.enabled': false,
  'chat.disableAIFeatures': true,
  'extensions.autoCheckUpdates': false,
  'extensions.ignoreRecommendations': true,
  'files.autoSave': 'off',
  'git.enabled': false,
  'security.workspace.trust.enabled': false,
  'telemetry.telemetryLevel': 'off',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
};

/** No folder is trusted, and nobody is asked. */
const restrictedMode = {
  'security.workspace.trust.enabled': true,
  'security.workspace.trust.startupPrompt': 'never',
  'security.workspace.trust.banner': 'always',
};

/**
 * Starts a server with data of its own, which are gone when it ends. `port` 0 takes any free one; `extensions` is a
 * folder of installed extensions; `settings` add to the user's; `restricted` opens folders in Restricted Mode; `watch`
 * is a file for what strace sees of the server and all that it starts.
 */
export async function startServer({ port = 0, extensions, settings = {}, restricted = false, watch } = {}) {
  const { server, node } = await installHost();
  const data = temporaryFolder();
  const user = join(data, 'user');
  mkdirSync(join(user, 'User'), { recursive: true });
  writeFileSync(
    join(user, 'User/settings.json'),
    JSON.stringify({ ...defaultSettings, ...(restricted ? restrictedMode : {}), ...settings }),
  );
  // Without the token any web page in the same browser could talk to the server.
  const token = randomBytes(16).toString('hex');
  writeFileSync(join(data, 'token'), token, { mode: 0o600 });

  const authority = `127.0.0.1:${await freePort(port)}`;
  const args = [
    join(server, 'out/server-main.js'),
    ...['--host', '127.0.0.1', '--port', authority.split(':')[1]],
    ...['--connection-token-file', join(data, 'token')],
    ...['--server-data-dir', join(data, 'server'), '--user-data-dir', user],
    ...['--extensions-dir', extensions ?? join(data, 'extensions')],
    ...['--telemetry-level', 'off', '--accept-server-license-terms'],
    ...(restricted ? [] : ['--disable-workspace-trust']),
    // Without it the workbench ignores which extension is under development, and its tests.
    '--enable-smoke-test-driver',
  ];
  const log = join(data, 'server.log');
  const output = openSync(log, 'w');
  const [command, ...before] = watch ? ['strace', ...watched, '-o', watch, node] : [node];
  const { exited, end } = startGroup(command, [...before, ...args], {
    env: environment(data),
    stdio: ['ignore', output, output],
  });

  let ended = false;
  void exited.then(() => {
    ended = true;
  });
  const answers = () =>
    fetch(`http://${authority}/version`).then(
      ({ ok }) => ok,
      () => false,
    );
  if (!(await within(30_000, async () => ended || (await answers()))) || ended)
    throw new Error(`VS Code's server did not start:\n${readFileSync(log, 'utf8')}`);
  return { authority, token, data, exited, end };
}

/** Every process and thread, what it opens for writing, makes, moves and removes, and its sockets; paths in full. */
const watched = [
  ...['-f', '-qq', '-s', '4096', '-xx', '--seccomp-bpf', '-e'],
  'trace=execve,clone,clone3,fork,vfork,socket,connect,open,openat,creat,mkdir,mkdirat,rename,renameat,renameat2,unlink,unlinkat',
];

/** The address of a workbench: the folder and file it opens, the extension under development, and the suite it runs. */
export function workbenchUrl({ authority, token }, { folder, file, development, tests }) {
  const remote = (path) => `vscode-remote://${authority}${resolve(path).split('/').map(encodeURIComponent).join('/')}`;
  const payload = [['skipWelcome', 'true']];
  if (file) payload.push(['openFile', remote(file)]);
  if (development) payload.push(['extensionDevelopmentPath', remote(development)]);
  if (tests) payload.push(['extensionTestsPath', remote(tests)]);
  const query = new URLSearchParams({ tkn: token, folder: resolve(folder), payload: JSON.stringify(payload) });
  return `http://${authority}/?${query}`;
}

/** Installs a packed extension into a folder of extensions. */
export async function installExtension(vsix, extensions) {
  const { server, node } = await installHost();
  const data = temporaryFolder();
  const { child, exited } = startGroup(
    node,
    [
      join(server, 'out/server-main.js'),
      ...['--install-extension', resolve(vsix), '--extensions-dir', extensions],
      ...['--server-data-dir', data, '--accept-server-license-terms'],
    ],
    { env: environment(data), stdio: ['ignore', 'pipe', 'pipe'] },
  );
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (text) => {
      output += text;
    });
  if ((await exited) !== 0) throw new Error(`${vsix} could not be installed:\n${output}`);
}

/** The environment without what an outer VS Code or Node left there, and with folders that may be littered. */
function environment(home) {
  const kept = Object.entries(process.env).filter(([name]) => !/^(VSCODE_|ELECTRON_|NODE_OPTIONS$)/.test(name));
  return { ...Object.fromEntries(kept), HOME: home, XDG_RUNTIME_DIR: home };
}

/** The port itself if it is free, any free one for 0. */
export function freePort(port) {
  if (!(port >= 0 && port < 65536)) throw new Obstacle('FAYAN_PORT must be a number below 65536.');
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', ({ code }) =>
      reject(
        new Obstacle(
          code === 'EADDRINUSE'
            ? `Port ${port} is in use: end what uses it, or set FAYAN_PORT to another.`
            : `Port ${port} cannot be used (${code}): set FAYAN_PORT to another.`,
        ),
      ),
    );
    probe.listen(port, '127.0.0.1', () => {
      const { port: free } = probe.address();
      probe.close(() => resolve(free));
    });
  });
}
