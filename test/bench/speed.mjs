// npm run bench [-- SEED.md]: measures the bundled server and its peers in one run on one machine, prints the tables
// and writes docs/performance.md. Ratios within one run mean something; milliseconds of two runs do not.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { sizes as bundleSizes, floorSizes, goal as mostBytes } from '../../scripts/sizes.mjs';
import { readSeed, times, variants } from './inputs.mjs';

// With more certificates to read, Node 20 takes 30 ms longer to start, whatever it runs.
delete process.env.NODE_EXTRA_CA_CERTS;

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, '../..');
const peers = join(here, 'node_modules');
/** What stands below it in docs/performance.md is written here; what stands above is not. */
const marker = '<!-- measured -->';
const seedFile = process.argv[2] ?? join(root, 'test/speeches/26-water-bureau-team-2023-long.md');
const folder = mkdtempSync(join(tmpdir(), 'fayan-bench-'));
const sizes = { S1: 1, S10: 10, S100: 100, S1000: 1000 };
/** A long document is told of its outline first, and the client is to ask again for the rest. */
const toldTwice = ['S100'];
/** How often a server is started, and how many edits it gets. */
const rounds = { S1: [5, 200], S10: [3, 60], S100: [3, 14], S1000: [1, 3] };

if (!existsSync(peers)) run('npm', ['ci', '--no-audit', '--no-fund'], here);
// It needs what was just installed.
const { start } = await import('./client.mjs');
run(process.execPath, ['esbuild.mjs', '--minify'], root);
await build({
  entryPoints: [join(here, 'floor.mjs')],
  bundle: true,
  minify: true,
  platform: 'node',
  format: 'cjs',
  mainFields: ['module', 'main'],
  outfile: join(folder, 'floor.cjs'),
});

/** The language client and nothing else. */
await build({
  stdin: { contents: "export { LanguageClient } from 'vscode-languageclient/node';", resolveDir: here },
  bundle: true,
  minify: true,
  platform: 'node',
  format: 'cjs',
  external: ['vscode'],
  outfile: join(folder, 'languageclient.cjs'),
});

const node = process.execPath;
const serverArgs = ['--max-semi-space-size=4', join(root, 'dist/node/start.js'), '--stdio'];
const compiled = join(folder, 'compiled');
const firstStart = 'fayan, first start';
const servers = {
  floor: { command: node, args: [join(folder, 'floor.cjs'), '--stdio'] },
  // As the client starts it: every day, with the compiled code of an earlier start, and for the first time.
  fayan: { command: node, args: [...serverArgs, `--compiled=${compiled}`] },
  [firstStart]: { command: node, args: serverArgs, onlyStart: true },
  remark: { command: node, args: [join(here, 'remarkServer.mjs'), '--stdio'], pushes: true },
  rumdl: { command: join(peers, '@rumdl/cli-linux-x64/rumdl'), args: ['server'], pushes: true },
};

const seed = readSeed(seedFile);
const texts = Object.fromEntries(Object.entries(sizes).map(([size, count]) => [size, times(seed, count)]));
const results = {};
for (const [size, text] of Object.entries(texts)) await measure(size, text);
const batch = measureBatch();
const clientLoad = measureClientLoad();
const bundles = await bundleSizes();
const floorBytes = await floorSizes();
report();
rmSync(folder, { recursive: true });
run(node, ['--import=tsx', join(here, 'similar.ts')], root);

async function measure(size, text) {
  const uri = `file://${folder}/${size}.speech.md`;
  const { at, position } = middle(text);
  // What ours answers, for the floor to answer without thinking.
  const ours = await start(servers.fayan, folder);
  await ours.open(uri, text);
  if (toldTwice.includes(size)) await ours.complete(uri);
  const answers = join(folder, `${size}.json`);
  writeFileSync(answers, JSON.stringify(await ours.everything(uri, 1)));
  while (!existsSync(join(compiled, 'server.bin'))) await new Promise((resolve) => setTimeout(resolve, 100));
  await ours.stop();

  const [repeats, edits] = rounds[size];
  for (let round = 0; round < repeats; round += 1) {
    for (const [name, server] of Object.entries(servers)) {
      if (name === 'remark' && size === 'S100' && round > 0) continue;
      // Beyond what the peers are for; and ours checks no more than the numbering of so much.
      if (size === 'S1000' && server.pushes) continue;
      const client = await start(server, folder, { answers });
      put(name, size, 'cold', await client.open(uri, text));
      if (name.startsWith('fayan') && toldTwice.includes(size)) put(name, size, 'complete', await client.complete(uri));
      put(name, size, 'opened', client.memory());
      if (server.onlyStart) {
        await client.stop();
        continue;
      }
      // Some publish twice when a file is opened.
      if (server.pushes) await new Promise((resolve) => setTimeout(resolve, 500));
      let version = 1;
      let typed = '';
      // One character after another, and after twenty of them the same again with others in their place.
      const type = async (all) => {
        version += 1;
        const added = String.fromCharCode(0x4e00 + version);
        const isFull = typed.length === 20;
        const end = { ...position, character: position.character + typed.length };
        const change = { range: { start: isFull ? position : end, end }, text: added };
        typed = isFull ? added : typed + added;
        return client.edit(uri, version, change, text.slice(0, at) + typed + text.slice(at), all);
      };
      const count = name === 'remark' ? Math.ceil(edits / 4) : edits;
      for (let edit = 0; edit < count / 3; edit += 1) await type(false);
      for (let edit = 0; edit < count; edit += 1) {
        put(name, size, 'edit', await type(false));
        if (server.pushes) await new Promise((resolve) => setTimeout(resolve, 3));
        if (!server.pushes) put(name, size, 'all', await type(true));
      }
      put(name, size, 'typed', client.memory());
      await client.stop();
    }
  }
}

/** In the paragraph nearest the middle, behind a comma. */
function middle(text) {
  const at = text.indexOf('，', text.length / 2) + 1;
  const before = text.slice(0, at).split('\n');
  return { at, position: { line: before.length - 1, character: before.at(-1).length } };
}

/** Seconds for a thousand speeches, each as a process; the median of three. */
function measureBatch() {
  const all = join(folder, 'batch');
  mkdirSync(all);
  variants(seed, all, 1000);
  const commands = {
    fayan: [node, [join(root, 'dist/node/cli.cjs'), 'check', '--format', 'json', all]],
    rumdl: [servers.rumdl.command, ['check', '--no-cache', all]],
    'markdownlint-cli2': [node, [join(peers, 'markdownlint-cli2/markdownlint-cli2-bin.mjs'), `${all}/*.md`]],
  };
  return Object.fromEntries(
    Object.entries(commands).map(([name, [command, args]]) => {
      const seconds = [0, 1, 2].map(() => {
        const from = performance.now();
        spawnSync(command, args, { cwd: folder, stdio: 'ignore' });
        return (performance.now() - from) / 1000;
      });
      return [name, quantile(seconds, 0.5)];
    }),
  );
}

/** Milliseconds to load our client and the language client alone, as processes by turns; the medians. */
function measureClientLoad() {
  const files = { fayan: join(root, 'dist/node/client.js'), languageclient: join(folder, 'languageclient.cjs') };
  const times = { fayan: [], languageclient: [] };
  for (let round = 0; round < 15; round += 1) {
    for (const [name, file] of Object.entries(files)) {
      const { stdout } = spawnSync(node, [join(here, 'loadClient.cjs'), file], { encoding: 'utf8' });
      times[name].push(Number(stdout));
    }
  }
  return { fayan: quantile(times.fayan, 0.5), languageclient: quantile(times.languageclient, 0.5) };
}

function put(name, size, what, value) {
  results[name] ??= {};
  results[name][size] ??= {};
  results[name][size][what] ??= [];
  results[name][size][what].push(value);
}

function median(name, size, what) {
  return quantile(results[name]?.[size]?.[what] ?? [], 0.5);
}

function quantile(values, share) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) * share)] ?? Number.NaN;
}

function report() {
  // The floor has all there is at once.
  const ofPeer = (size, what, peer) => median(peer, size, what === 'complete' ? 'cold' : what);
  const ratio = (size, what, peer, name = 'fayan') => median(name, size, what) / ofPeer(size, what, peer);
  const goals = [
    ['edit → diagnostics, symbols, folds, lenses ÷ floor', 'all', 'floor', { S1: 1.5, S10: 1.3, S100: 1.1 }],
    ['edit → diagnostics ÷ remark', 'edit', 'remark', { S1: 1 / 10, S10: 1 / 25, S100: 1 / 300 }],
    ['edit → diagnostics ÷ rumdl', 'edit', 'rumdl', { S1: 1 / 4, S10: 1 / 6, S100: 1 / 25 }],
    ['start → first diagnostics ÷ floor', 'cold', 'floor', { S1: 1.4, S100: 2 }],
    ['the same, first start after installation', 'cold', 'floor', { S1: 1.4, S100: 2 }, firstStart],
    ['start → all findings ÷ floor', 'complete', 'floor', { S100: 2 }],
    ['memory after typing ÷ floor', 'typed', 'floor', { S1: 1.2, S100: 1 }],
  ];
  const lines = [
    '| goal | size | measured | wanted | |',
    '|---|---|--:|--:|---|',
    ...goals.flatMap(([title, what, peer, wanted, name]) =>
      Object.entries(wanted).map(([size, goal]) => {
        const value = ratio(size, what, peer, name);
        return `| ${title} | ${size} | ${shown(value)} | ≤ ${shown(goal)} | ${value <= goal ? 'met' : 'missed'} |`;
      }),
    ),
    row('1,000 speeches ÷ rumdl', 'batch', batch.fayan / batch.rumdl, 3),
    row('1,000 speeches ÷ markdownlint-cli2', 'batch', batch.fayan / batch['markdownlint-cli2'], 1 / 3),
    row(
      'growth exponent of an edit',
      'S1–S100',
      Math.log10(median('fayan', 'S100', 'edit') / median('fayan', 'S1', 'edit')) / 2,
      0.3,
    ),
    row(
      'growth exponent of an edit',
      'S100–S1000',
      Math.log10(median('fayan', 'S1000', 'edit') / median('fayan', 'S100', 'edit')),
      Number.NaN,
    ),
    row('loading the client ÷ languageclient alone', 'client', clientLoad.fayan / clientLoad.languageclient, 1.2),
    row('client + server at the start, kB gzipped', 'desktop', bytesAtStart() / 1000, mostBytes / 1000),
    '',
    '| milliseconds, median / 95 % | size | edit → diagnostics | edit → all four | start → first (all) | memory opened, typed (MB) |',
    '|---|---|--:|--:|--:|--:|',
    ...Object.keys(servers).flatMap((name) =>
      Object.keys(results[name]).map((size) => {
        const both = (what) => {
          const values = results[name]?.[size]?.[what] ?? [];
          return values.length > 0 ? `${shown(quantile(values, 0.5))} / ${shown(quantile(values, 0.95))}` : '–';
        };
        const complete = median(name, size, 'complete');
        const all = Number.isNaN(complete) ? '' : ` (${shown(complete)})`;
        const memory = `${shown(median(name, size, 'opened'))}, ${shown(median(name, size, 'typed'))}`;
        return `| ${name} | ${size} | ${both('edit')} | ${both('all')} | ${shown(median(name, size, 'cold'))}${all} | ${memory} |`;
      }),
    ),
    '',
    `A thousand speeches, in seconds: ${Object.entries(batch)
      .map(([name, seconds]) => `${name} ${shown(seconds)}`)
      .join(
        ' · ',
      )}. Loading the client, in milliseconds: fayan ${shown(clientLoad.fayan)} · languageclient alone ${shown(clientLoad.languageclient)}.`,
    '',
    '| bundle | kB gzipped | made of, kB minified |',
    '|---|--:|---|',
    ...Object.entries(bundles).map(([name, { bytes, parts }]) => {
      const largest = parts.slice(0, 8).map(([part, size]) => `${part} ${shown(size / 1000)}`);
      return `| ${name} | ${shown(bytes / 1000)} | ${largest.join(', ')} |`;
    }),
    '',
    `Nobody could go below ${shown(floorBytes.client / 1000)} kB for the language client and ${shown(floorBytes.server / 1000)} kB for a language server with remark, as they are.`,
  ];
  console.log(lines.join('\n'));
  const about = `Node ${process.version}, ${new Date().toISOString().slice(0, 10)}, seed of ${seed.length} characters.`;
  const file = join(root, 'docs/performance.md');
  const [before] = readFileSync(file, 'utf8').split(marker);
  writeFileSync(file, `${before}${marker}\n\n${about}\n\n${lines.join('\n')}\n`);
}

function bytesAtStart() {
  return bundles['node/client'].bytes + bundles['node/start'].bytes + bundles['node/server'].bytes;
}

/** Without a goal there is nothing to meet. */
function row(title, size, value, goal) {
  if (Number.isNaN(goal)) return `| ${title} | ${size} | ${shown(value)} | – | |`;
  return `| ${title} | ${size} | ${shown(value)} | ≤ ${shown(goal)} | ${value <= goal ? 'met' : 'missed'} |`;
}

function shown(value) {
  return Number.isFinite(value) ? String(Number(value.toPrecision(3))) : '–';
}

function run(command, args, cwd) {
  const { status } = spawnSync(command, args, { cwd, stdio: 'inherit' });
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} failed`);
}
