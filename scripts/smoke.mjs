// npm run smoke [-- FILE.vsix] [-- ROUND…]: installs the packed extension as a user would, then works with it by keys and clicks.
// Each step leaves a picture in .cache/smoke; to add one, add it to the list of its round.
import { cpSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { installExtension } from './host-server.mjs';
import { main, Obstacle, startGroup, temporaryFolder } from './processes.mjs';
import { installDependencies, root } from './setup.mjs';
import { keys } from './smoke-keys.mjs';
import { newcomer } from './smoke-newcomer.mjs';
import { tour } from './smoke-tour.mjs';
import * as workbench from './workbench.mjs';

const pictures = join(root, '.cache/smoke');

/** Each in a workbench of its own; what a step has done, the next builds on. */
const rounds = {
  tour: { steps: tour, file: '发言.speech.md' },
  newcomer: { steps: newcomer, chinese: true },
  keys: {
    steps: keys,
    file: '发言.speech.md',
    chinese: true,
    settings: { 'fayan.typing.numbering': true },
    width: 1600,
  },
};

await main(async () => {
  const words = process.argv.slice(2);
  const asked = words.filter((word) => word in rounds);
  await installDependencies();
  const vsix = words.find((word) => word.endsWith('.vsix')) ?? (await pack());
  const extensions = join(temporaryFolder(), 'extensions');
  await installExtension(vsix, extensions);
  rmSync(pictures, { recursive: true, force: true });
  mkdirSync(pictures, { recursive: true });
  for (const name of asked.length > 0 ? asked : Object.keys(rounds)) await walk(name, extensions);
});

async function walk(round, extensions) {
  const { steps, file, ...options } = rounds[round];
  console.log(`\n== ${round}`);
  const folder = join(temporaryFolder(), '发言');
  if (file) cpSync(join(root, 'test/host/workspace'), folder, { recursive: true });
  else mkdirSync(folder);
  const page = await workbench.openWorkbench({ folder, file: file && join(folder, file), extensions, ...options });
  for (const [index, [name, step]] of Object.entries(steps).entries()) {
    let failure;
    const seen = await step(page).catch((error) => {
      failure = error;
    });
    const picture = `${round}-${String(index + 1).padStart(2, '0')}.png`;
    await workbench.screenshot(page, join(pictures, picture));
    // What follows would build on it.
    if (failure) throw new Obstacle(`FAIL ${name}: ${failure.message} (see .cache/smoke/${picture})`);
    console.log(`ok   ${name}${seen ? `: ${seen}` : ''}`);
  }
  await page.context().browser()?.close();
}

/** Packs the extension and resolves to the file. */
async function pack() {
  const { exited } = startGroup(process.execPath, ['scripts/package.mjs'], { cwd: root, stdio: 'inherit' });
  if ((await exited) !== 0) throw new Obstacle('The extension cannot be packed: see above.');
  const { name, version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  return join(root, `${name}-${version}.vsix`);
}
