// @ts-check
// npm run package: fayan-<version>.vsix, with what runs and nothing else; the same commit gives the same bytes.
import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { main, Obstacle } from './processes.mjs';
import { installDependencies, root } from './setup.mjs';

/** What may be inside, below `extension/`. */
const allowed = [
  /^package(\.nls(\.zh-cn)?)?\.json$/,
  /^(readme|changelog)\.md$/i,
  /^license(\.txt)?$/i,
  /^THIRD_PARTY_NOTICES$/,
  /^dist\/(node|browser)\/[\w.]+\.(js|cjs)$/,
  /^dist\/node\/package\.json$/,
  /^dist\/webview\/[\w.]+\.(js|css)$/,
  /^(snippets|syntaxes|schemas|l10n)\/[\w.-]+\.json$/,
  /^images\/[\w/.-]+\.(svg|png)$/,
  /^docs\/rules\.md$/,
  /^docs\/images\/(icon|walkthrough\/\w+)\.png$/,
];

const none = new Uint8Array();

/** Zip knows no earlier year, and every build is of this one. */
const someDay = new Date(1980, 0, 1);

await main(async () => {
  await installDependencies();
  // Only now: a fresh clone has no packages before.
  const { strFromU8, unzipSync, zipSync } = await import('fflate');
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const file = join(root, `fayan-${version}.vsix`);
  /** @type {(...args: string[]) => Buffer} */
  const run = (...args) => execFileSync(process.execPath, args, { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });
  rmSync(join(root, 'dist'), { recursive: true, force: true });
  run('esbuild.mjs', '--minify');
  run('node_modules/@vscode/vsce/vsce', 'package', '--no-dependencies', '--out', file);
  const packed = unzipSync(readFileSync(file));
  const names = Object.keys(packed).sort();
  const inside = names.filter((name) => name.startsWith('extension/')).map((name) => name.slice('extension/'.length));
  const stray = inside.filter((name) => !allowed.some((pattern) => pattern.test(name)));
  if (stray.length > 0) throw new Obstacle(`The package must not hold ${stray.join(', ')}.`);
  const bundles = ['client', 'server', 'onDemand', 'similarDesk', 'ledgerDocx', 'english', 'entities', 'files'];
  const needed = [
    'package.json',
    'dist/node/start.js',
    ...bundles.map((name) => `dist/node/${name}.js`),
    ...bundles.map((name) => `dist/browser/${name}.js`),
  ];
  const missing = needed.filter((name) => !inside.includes(name));
  if (missing.length > 0) throw new Obstacle(`The package lacks ${missing.join(', ')}.`);
  if (!strFromU8(packed['extension.vsixmanifest'] ?? none).includes('fayan'))
    throw new Obstacle('The package has no manifest.');
  /** @type {import('fflate').Zippable} */
  const files = {};
  for (const name of names) files[name] = [packed[name] ?? none, { mtime: someDay, os: 3, attrs: 0o100644 << 16 }];
  writeFileSync(file, zipSync(files, { level: 9 }));
  for (const name of inside) console.log(`  ${name}`);
  console.log(`fayan-${version}.vsix: ${inside.length} files`);
});
