// npm run size [-- --update]: how large what we ship is, gzipped; fails where it has grown by a tenth since it was last agreed to.
// The agreed sizes stand in scripts/bundle-sizes.json; `--update` writes them, which shows in the review.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));
const file = join(root, 'scripts/bundle-sizes.json');
const agreed = JSON.parse(readFileSync(file, 'utf8'));
const node = { platform: 'node', format: 'cjs', mainFields: ['module', 'main'], external: ['vscode'] };
const browser = { platform: 'browser', format: 'iife', conditions: ['worker'] };
const entries = {
  'node/client': { ...node, entryPoints: ['client/src/node.ts'] },
  'node/server': { ...node, entryPoints: ['server/src/node.ts'] },
  'browser/client': { ...browser, format: 'cjs', external: ['vscode'], entryPoints: ['client/src/browser.ts'] },
  'browser/server': { ...browser, entryPoints: ['server/src/browser.ts'] },
};

const sizes = {};
for (const [name, options] of Object.entries(entries)) {
  const { outputFiles, metafile } = await build({
    ...options,
    absWorkingDir: root,
    bundle: true,
    minify: true,
    write: false,
    metafile: true,
    target: 'es2023',
    charset: 'utf8',
    logLevel: 'error',
    outfile: 'bundle.js',
  });
  sizes[name] = gzipSync(outputFiles[0].contents, { level: 9 }).length;
  const parts = Object.entries(Object.values(metafile.outputs)[0].inputs)
    .map(([path, { bytesInOutput }]) => [path.replace(/^.*node_modules\/((?:@[^/]+\/)?[^/]+).*$/, '$1'), bytesInOutput])
    .reduce((sums, [path, bytes]) => sums.set(path, (sums.get(path) ?? 0) + bytes), new Map());
  const largest = [...parts].sort(([, a], [, b]) => b - a).slice(0, 6);
  console.log(`${name}: ${kilobytes(sizes[name])} gzipped, agreed ${kilobytes(agreed[name] ?? 0)}`);
  console.log(largest.map(([path, bytes]) => `    ${kilobytes(bytes)} ${path}`).join('\n'));
}
console.log(
  `client + server on the desktop: ${kilobytes(sizes['node/client'] + sizes['node/server'])} of ${kilobytes(goal())}`,
);

if (process.argv.includes('--update')) writeFileSync(file, `${JSON.stringify(sizes, null, 2)}\n`);
else {
  const grown = Object.keys(sizes).filter((name) => sizes[name] > (agreed[name] ?? 0) * 1.1);
  if (grown.length > 0) {
    console.error(`Grown by more than a tenth: ${grown.join(', ')}. If that is meant, run npm run size -- --update.`);
    process.exitCode = 1;
  }
}

function goal() {
  return 190_000;
}

function kilobytes(bytes) {
  return `${(bytes / 1000).toFixed(1)} kB`;
}
