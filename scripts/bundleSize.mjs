// npm run size [-- --update]: how large what we ship is, gzipped; fails where it has grown by a tenth since it was last
// agreed to. The agreed sizes stand in scripts/bundle-sizes.json; `--update` writes them, which shows in the review.
import { readFileSync, writeFileSync } from 'node:fs';
import { floorSizes, goal, sizes } from './sizes.mjs';

const file = new URL('bundle-sizes.json', import.meta.url);
const agreed = JSON.parse(readFileSync(file, 'utf8'));
const measured = await sizes();
for (const [name, { bytes, parts }] of Object.entries(measured)) {
  const largest = parts.slice(0, 6).map(([part, size]) => `${part} ${kilobytes(size)}`);
  console.log(`${name}: ${kilobytes(bytes)} kB gzipped, agreed ${kilobytes(agreed[name] ?? 0)}`);
  console.log(`    ${largest.join(', ')}`);
}
const [client, server] = [measured['node/client'].bytes, measured['node/server'].bytes + measured['node/start'].bytes];
const floor = await floorSizes();
console.log(
  `Loaded at the start on the desktop: ${kilobytes(client)} + ${kilobytes(server)} kB; ` +
    `wanted ${kilobytes(goal)}; floor ${kilobytes(floor.client)} + ${kilobytes(floor.server)}`,
);

if (process.argv.includes('--update')) {
  const now = Object.fromEntries(Object.entries(measured).map(([name, { bytes }]) => [name, bytes]));
  writeFileSync(file, `${JSON.stringify(now, null, 2)}\n`);
} else {
  const grown = Object.keys(measured).filter((name) => measured[name].bytes > (agreed[name] ?? 0) * 1.1);
  if (grown.length > 0) {
    console.error(`Grown by more than a tenth: ${grown.join(', ')}. If that is meant, run npm run size -- --update.`);
    process.exitCode = 1;
  }
}

function kilobytes(bytes) {
  return (bytes / 1000).toFixed(1);
}
