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

  'lists it among the problems': async (page) => expect(await workbench.showProblems(page), 'broken-numbering'),

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
    await closePanel(page);
  },

  'shows the report': async (page) => {
    await workbench.runCommand(page, '发言: Report (体检报告)');
    await workbench.webview(page).getByText('Length of the parts').first().waitFor();
    await closePanel(page);
  },

  'draws the picture': async (page) => {
    await workbench.runCommand(page, '发言: Picture of 问题 and 整改');
    await workbench.webview(page).locator('svg text').first().waitFor();
    await closePanel(page);
  },

  'exports to Word': async (page) => {
    await workbench.askCommand(page, '发言: Export to Word');
    return acceptFile(page);
  },

  'exports the ledger to Word': async (page) => {
    await workbench.askCommand(page, '发言: Export 整改台账…');
    await page.locator('.quick-input-list .monaco-list-row', { hasText: 'Word' }).click();
    return acceptFile(page);
  },

  'imports the Word file again': async (page) => {
    await workbench.askCommand(page, '发言: Import from Word…');
    await page.locator('.quick-input-list .monaco-list-row', { hasText: '剖析发言.docx' }).click();
    // Where the dialog only fills in what was clicked.
    await workbench.press(page, 'Enter');
    await page.locator('.tab.active', { hasText: '在机关支部组织生活会上的剖析发言.speech.md' }).waitFor();
    await workbench.see(page, '密切联系群众');
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

/** What is beside the speech, back to the editor with the speech. */
async function closePanel(page) {
  await page.locator('.tab', { hasText: '发言.speech.md' }).first().click();
  await workbench.runCommand(page, 'View: Close Editors in Other Groups');
}

/** Takes the Word file that the dialog proposes, once it does; says its name. */
async function acceptFile(page) {
  const proposed = await page.waitForFunction(
    () => /[^/]+\.docx$/.exec(globalThis.document.querySelector('.quick-input-widget input')?.value ?? '')?.[0],
  );
  const name = await proposed.jsonValue();
  await workbench.press(page, 'Enter');
  await page.locator('.explorer-folders-view .monaco-list-row', { hasText: name }).waitFor();
  return name;
}

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
