// npm run notices [-- --check]: writes THIRD_PARTY_NOTICES, the packages whose code is in our bundles with their licences.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));
const file = join(root, 'THIRD_PARTY_NOTICES');
const node = { platform: 'node', format: 'cjs', mainFields: ['module', 'main'], external: ['vscode'] };
const browser = { platform: 'browser', format: 'cjs', conditions: ['worker'], external: ['vscode'] };
const builds = [
  { ...node, entryPoints: ['client/src/node.ts', 'server/src/node.ts', 'server/src/cli/main.ts'] },
  { ...browser, entryPoints: ['client/src/browser.ts', 'server/src/browser.ts'] },
];

const shipped = [];
for (const options of builds) {
  const { metafile } = await build({
    ...options,
    absWorkingDir: root,
    bundle: true,
    write: false,
    metafile: true,
    outdir: 'out',
    logLevel: 'error',
  });
  for (const { inputs } of Object.values(metafile.outputs))
    for (const [path, { bytesInOutput }] of Object.entries(inputs)) if (bytesInOutput > 0) shipped.push(path);
}
const packages = new Set(shipped.flatMap((path) => /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1] ?? []));
const text = `fayan contains code of the following packages.\n\n${[...packages].sort().map(notice).join('\n')}`;

if (!process.argv.includes('--check')) writeFileSync(file, text);
else if (!existsSync(file) || readFileSync(file, 'utf8') !== text) {
  console.error('THIRD_PARTY_NOTICES is stale: run npm run notices.');
  process.exitCode = 1;
}

function notice(folder) {
  const { name, version, license } = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8'));
  const own = readdirSync(join(root, folder)).find((entry) => /^licen[cs]e(?:\.(?:md|txt))?$/i.test(entry));
  const words = own
    ? readFileSync(join(root, folder, own), 'utf8')
        .replaceAll('\r\n', '\n')
        .trim()
    : 'No licence file in the package.';
  return `${'='.repeat(80)}\n${name} ${version} (${license})\n${'-'.repeat(80)}\n${words}\n`;
}
