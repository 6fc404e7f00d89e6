// @ts-check
// Builds what the extension ships into dist/. `--minify` as it is packed, `--watch` again whenever a source changes.
import { mkdirSync, watch, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { bundles } from './scripts/bundles.mjs';

await write();
if (process.argv.includes('--watch')) {
  /** @type {NodeJS.Timeout | undefined} */
  let timer;
  for (const folder of ['client', 'server', 'l10n']) {
    watch(folder, { recursive: true }, () => {
      clearTimeout(timer);
      timer = setTimeout(() => write().catch(({ message }) => console.error(message)), 100);
    });
  }
  console.log('watching');
}

async function write() {
  const built = await bundles({ minify: process.argv.includes('--minify') });
  for (const { path, contents } of built.flatMap(({ files }) => files)) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, contents);
  }
  // Else Node reads the manifest of the extension to learn what kind of files these are: 50 KB at every start.
  writeFileSync('dist/node/package.json', '{ "type": "commonjs" }\n');
}
