// node scripts/pictures.mjs [NAME…]: makes the pictures of the README anew, each in the real workbench with the sample speech.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { launchBrowser } from './host-browser.mjs';
import { installHost } from './host-install.mjs';
import { main, Obstacle, startGroup } from './processes.mjs';
import { installDependencies, root } from './setup.mjs';

const sample = join(root, 'test/speeches/sample/党史学习教育剖析发言.speech.md');
const images = join(root, 'docs/images');
const look = ['size=1440x900', 'theme=Default Light Modern', 'squiggle'];

/** What is done in the workbench before each picture, in the words of look.mjs. */
const pictures = {
  workbench: [...look, 'outline', 'problems', 'line=17:3', 'run=发言: Preview', 'webview=自身存在的突出问题'],
  map: [...look, 'line=17:3', 'run=发言: Picture of 问题 and 整改', 'webview=（一）'],
  'quick-fix': [...look, 'line=43:2', 'fixes'],
};

await main(async () => {
  await installDependencies();
  mkdirSync(images, { recursive: true });
  const names = process.argv.length > 2 ? process.argv.slice(2) : ['icon', ...Object.keys(pictures)];
  for (const name of names) await (name === 'icon' ? makeIcon() : makePicture(name));
});

async function makePicture(name) {
  if (!Object.hasOwn(pictures, name)) throw new Obstacle(`There is no picture “${name}”.`);
  const args = ['scripts/look.mjs', sample, join(images, `${name}.png`), ...pictures[name]];
  const { exited } = startGroup(process.execPath, args, { cwd: root, stdio: 'inherit' });
  if ((await exited) !== 0) throw new Obstacle(`The picture “${name}” cannot be made: see above.`);
}

/** The Marketplace takes no SVG. */
async function makeIcon() {
  const { playwright } = await installHost();
  const browser = await launchBrowser(playwright);
  const page = await browser.newPage({ viewport: { width: 128, height: 128 } });
  await page.goto(pathToFileURL(join(images, 'icon.svg')).href);
  await page.screenshot({ path: join(images, 'icon.png'), omitBackground: true });
  await browser.close();
}
