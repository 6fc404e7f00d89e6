// node test/bench/preview.mjs [KEYS]: types into a speech of 6,000 characters in a real workbench, by keys, and
// measures from the key going down to the preview having changed, with the part of it that the preview itself takes.
// Prints a line for each view and place, and one for the floor: an extension that does nothing but send each change to
// a webview that shows nothing, in a workbench of its own.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { main, temporaryFolder } from '../../scripts/processes.mjs';
import { buildExtension, installDependencies, root } from '../../scripts/setup.mjs';
import * as workbench from '../../scripts/workbench.mjs';

const speeches = join(dirname(fileURLToPath(import.meta.url)), '../speeches');
const keys = Number(process.argv[2] ?? 60);
const characters = 6_000;
/** Where the keys go, by line: with each key in a heading the outline is made anew. */
const lines = { heading: 9, paragraph: 13 };

/** The least that an extension can do. */
const floor = {
  manifest: {
    name: 'floor',
    publisher: 'floor',
    version: '0.0.0',
    engines: { vscode: '^1.101.0' },
    main: './main.js',
    activationEvents: ['onStartupFinished'],
    contributes: { commands: [{ command: 'floor.open', title: 'Open', category: 'Floor' }] },
  },
  main: `const { commands, window, workspace } = require('vscode');
exports.activate = ({ subscriptions }) => subscriptions.push(commands.registerCommand('floor.open', () => {
  const { webview } = window.createWebviewPanel('floor', 'Floor', 2, { enableScripts: true });
  webview.html = '<p>0</p><script>onmessage = ({ data }) => { document.querySelector("p").textContent = data.version; }</script>';
  workspace.onDidChangeTextDocument(({ document }) => webview.postMessage({ type: 'content', version: document.version }));
}));
`,
};

await main(async () => {
  await installDependencies();
  await buildExtension();
  const folder = join(temporaryFolder(), '发言');
  mkdirSync(folder);
  const file = join(folder, '长稿.speech.md');
  writeFileSync(file, longSpeech());
  await measureFloor(file);
  const page = await workbench.openWorkbench({ file, development: root });
  // Only then the extension is there.
  await workbench.see(page, 'characters');
  await workbench.runCommand(page, '发言: Preview');
  const preview = workbench.webview(page);
  await preview.locator('.ln').first().waitFor();
  const frame = await watch(page);
  for (const view of ['pages', 'flow']) {
    await preview.locator(`[data-do=${view}]`).click();
    await preview
      .locator(view === 'pages' ? '.ln' : '.flow p')
      .first()
      .waitFor();
    for (const place of Object.keys(lines)) await typeAndReport(`${view}, ${place}`, page, frame, lines[place]);
  }
});

async function typeAndReport(name, page, frame, line) {
  await page.locator('.editor-instance .view-lines').first().click();
  await workbench.goToLine(page, line, 40);
  // The first keys are slower in everything, and not what is asked.
  await typeKeys(page, 10);
  await clear(page, frame);
  await typeKeys(page, keys);
  report(name, await read(page, frame));
}

async function measureFloor(file) {
  const development = join(temporaryFolder(), 'floor');
  mkdirSync(development);
  writeFileSync(join(development, 'package.json'), JSON.stringify(floor.manifest));
  writeFileSync(join(development, 'main.js'), floor.main);
  const page = await workbench.openWorkbench({ file, development });
  await workbench.runCommand(page, 'Floor: Open');
  await workbench.webview(page).getByText('0').waitFor();
  await typeAndReport('floor', page, await watch(page), lines.paragraph);
  await workbench.close(page);
}

/** The fixture speech of about this many characters, made longer by its own paragraphs. */
function longSpeech() {
  const text = readFileSync(join(speeches, '26-water-bureau-team-2023-long.md'), 'utf8');
  const more = text.split(/\n{2,}/).slice(4);
  let whole = text;
  for (let at = 0; whole.length < characters; at = (at + 1) % more.length) whole += `\n\n${more[at]}`;
  return whole;
}

async function typeKeys(page, count) {
  for (let at = 0; at < count; at++) {
    await page.keyboard.press('a');
    await page.waitForTimeout(180);
  }
}

/** One clock for both documents: `performance.timeOrigin` is that of the machine. */
async function watch(page) {
  const frame = await (await workbench.webview(page).locator('body').elementHandle()).ownerFrame();
  await page.evaluate(() => {
    globalThis.keysDown = [];
    addEventListener('keydown', () => keysDown.push(performance.timeOrigin + performance.now()), true);
  });
  await frame.evaluate(() => {
    globalThis.patches = [];
    // Registered after that of the preview, so that it runs when the preview is done.
    addEventListener('message', ({ data, timeStamp }) => {
      if (data.type !== 'content') return;
      const now = performance.now();
      patches.push({ at: performance.timeOrigin + now, took: now - timeStamp });
    });
  });
  return frame;
}

async function clear(page, frame) {
  await page.evaluate(() => {
    keysDown.length = 0;
  });
  await frame.evaluate(() => {
    patches.length = 0;
  });
}

async function read(page, frame) {
  return { downs: await page.evaluate(() => keysDown), patches: await frame.evaluate(() => patches) };
}

function report(view, { downs, patches }) {
  const whole = downs.flatMap((down) => {
    const patch = patches.find(({ at }) => at > down);
    return patch ? [patch.at - down] : [];
  });
  const own = patches.map(({ took }) => took);
  console.log(`${view}: ${whole.length} keys; key to preview ${spread(whole)}; of it in the preview ${spread(own)}`);
}

function spread(times) {
  const sorted = [...times].sort((one, other) => one - other);
  const at = (part) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))]?.toFixed(1);
  return `median ${at(0.5)} ms, p90 ${at(0.9)} ms, least ${at(0)} ms`;
}
