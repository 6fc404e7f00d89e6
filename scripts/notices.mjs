// @ts-check
// npm run notices [-- --check]: writes THIRD_PARTY_NOTICES, the packages whose code is in our
// bundles with their licences.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundles } from './bundles.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const file = join(root, 'THIRD_PARTY_NOTICES');
const shipped = (await bundles()).flatMap(({ metafile }) =>
  Object.values(metafile.outputs).flatMap(({ inputs }) =>
    Object.entries(inputs).flatMap(([path, { bytesInOutput }]) => (bytesInOutput > 0 ? [path] : [])),
  ),
);
// A module that was moved between bundles has the name of its bundle before its path: `main:./node_modules/…`.
const packages = new Set(
  shipped.flatMap((path) => /([^:]*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1]?.replace(/^\.\//, '') ?? []),
);
// `npm audit --omit=dev` looks at what package.json lists as a dependency, so all that is shipped must hang on one.
const { packages: locked } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
const unaudited = [...packages].filter((folder) => locked[folder]?.dev !== undefined);
if (unaudited.length > 0) {
  console.error(`Shipped, but among the devDependencies: ${unaudited.join(', ')}`);
  process.exitCode = 1;
}
const text = `fayan contains code of the following packages.\n\n${[...packages].sort().map(notice).join('\n')}`;

if (!process.argv.includes('--check')) writeFileSync(file, text);
else if (!existsSync(file) || readFileSync(file, 'utf8') !== text) {
  console.error('THIRD_PARTY_NOTICES is stale: run npm run notices.');
  process.exitCode = 1;
}

/** @param {string} folder */
function notice(folder) {
  const { name, version, license, author, repository } = JSON.parse(
    readFileSync(join(root, folder, 'package.json'), 'utf8'),
  );
  const own = readdirSync(join(root, folder)).find((entry) => /^licen[cs]e(?:\.(?:md|txt))?$/i.test(entry));
  const words = own
    ? readFileSync(join(root, folder, own), 'utf8')
        .replaceAll('\r\n', '\n')
        .trim()
    : `By ${author?.name ?? author}; the package holds no licence file, its sources are at ${repository.url}.`;
  return `${'='.repeat(80)}\n${name} ${version} (${license})\n${'-'.repeat(80)}\n${words}\n`;
}
