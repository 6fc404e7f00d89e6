// npm run smoke [-- FILE.vsix]: installs the packed extension as a user would, then works with it by keys and clicks.
// Each step leaves a picture in .cache/smoke; to add one, add it to the list.
import { cpSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { installExtension } from './host-server.mjs';
import { main, Obstacle, startGroup, temporaryFolder } from './processes.mjs';
import { installDependencies, root } from './setup.mjs';
import * as workbench from './workbench.mjs';

const pictures = join(root, '.cache/smoke');

/** In this order, in one workbench that shows `test/host/workspace/发言.speech.md`. Each throws, or says what it saw. */
const steps = {
  'finds the broken numbering': async (page) => `${await workbench.waitForSquiggle(page)} squiggles`,

  'lists it among the problems': async (page) => expect(await workbench.showProblems(page), '序号'),

  'shows the outline': async (page) => expect(await workbench.showOutline(page), '存在的问题'),

  'mends the numbering': async (page) => {
    await workbench.goToLine(page, 21, 2);
    const titles = await workbench.showQuickFixes(page);
    await page.keyboard.press('Enter');
    await workbench.see(page, '（二）密切联系群众');
    return titles.join(' | ');
  },

  'completes while typing': async (page) => {
    await workbench.press(page, 'Control+End');
    await workbench.type(page, '\n\n');
    return expect(await workbench.showSuggestions(page), '班子');
  },

  'shows the preview': async (page) => {
    await workbench.press(page, 'Escape');
    await workbench.runCommand(page, '发言: Preview');
    await workbench.webview(page).getByText('在机关支部组织生活会上的剖析发言').first().waitFor();
  },
};

await main(async () => {
  await installDependencies();
  const vsix = process.argv[2] ?? (await pack());
  const data = temporaryFolder();
  cpSync(join(root, 'test/host/workspace'), join(data, '发言'), { recursive: true });
  await installExtension(vsix, join(data, 'extensions'));
  const page = await workbench.openWorkbench({
    file: join(data, '发言/发言.speech.md'),
    extensions: join(data, 'extensions'),
  });
  rmSync(pictures, { recursive: true, force: true });
  mkdirSync(pictures, { recursive: true });
  for (const [index, [name, step]] of Object.entries(steps).entries()) {
    let failure;
    const seen = await step(page).catch((error) => {
      failure = error;
    });
    await workbench.screenshot(page, join(pictures, `${index + 1}.png`));
    // What follows would build on it.
    if (failure) throw new Obstacle(`FAIL ${name}: ${failure.message} (see .cache/smoke/${index + 1}.png)`);
    console.log(`ok   ${name}${seen ? `: ${seen}` : ''}`);
  }
});

/** Packs the extension and resolves to the file. */
async function pack() {
  const { exited } = startGroup(process.execPath, ['scripts/package.mjs'], { cwd: root, stdio: 'inherit' });
  if ((await exited) !== 0) throw new Obstacle('The extension cannot be packed: see above.');
  const { name, version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  return join(root, `${name}-${version}.vsix`);
}

/** One of the lines holds the text; says the lines. */
function expect(lines, text) {
  const all = lines.join(' | ');
  if (!lines.some((line) => line.includes(text))) throw new Error(`no “${text}” in ${all}`);
  return all;
}
