// npm run smoke [-- FILE.vsix] [-- ROUND…]: installs the packed extension as a user would, then works with it by keys
// and clicks. Each step leaves a picture in .cache/smoke; to add one, add it to the list of its round.
import { cpSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { installExtension } from './host-server.mjs';
import { main, Obstacle, startGroup, temporaryFolder } from './processes.mjs';
import { playScenes } from './scenes.mjs';
import { installDependencies, root } from './setup.mjs';
import { keys } from './smoke-keys.mjs';
import { member } from './smoke-member.mjs';
import { newcomer } from './smoke-newcomer.mjs';
import { tour } from './smoke-tour.mjs';
import * as workbench from './workbench.mjs';

const pictures = join(root, '.cache/smoke');

/** Each in a workbench of its own; what a step has done, the next builds on. */
const rounds = {
  tour: { steps: tour, file: '发言.speech.md' },
  newcomer: { steps: newcomer, chinese: true },
  member: { steps: member, chinese: true, settings: { 'workbench.colorTheme': 'Default Light Modern' } },
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
  const wanted = asked.length > 0 ? asked : Object.keys(rounds);
  const counts = await playScenes(Object.fromEntries(wanted.map((name) => [name, () => open(name)])), pictures);
  console.log(`@@tests ${JSON.stringify(counts)}`);
  return counts.failed === 0 ? 0 : 1;

  async function open(name) {
    const { steps, file, ...options } = rounds[name];
    const folder = join(temporaryFolder(), '发言');
    if (file) cpSync(join(root, 'test/host/workspace'), folder, { recursive: true });
    else mkdirSync(folder);
    const page = await workbench.openWorkbench({ folder, file: file && join(folder, file), extensions, ...options });
    return { page, steps };
  }
});

/** Packs the extension and resolves to the file. */
async function pack() {
  const { exited } = startGroup(process.execPath, ['scripts/package.mjs'], { cwd: root, stdio: 'inherit' });
  if ((await exited) !== 0) throw new Obstacle('The extension cannot be packed: see above.');
  const { name, version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  return join(root, `${name}-${version}.vsix`);
}
