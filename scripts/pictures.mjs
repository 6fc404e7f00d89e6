// npm run pictures: takes the pictures of the README and of the walkthrough anew, all in one Chinese workbench with the
// sample speech, and makes icon.png out of icon.svg. To add one, add it to the list.
import { copyFileSync, mkdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { launchBrowser } from './host-browser.mjs';
import { installHost } from './host-install.mjs';
import { main, temporaryFolder } from './processes.mjs';
import { buildExtension, installDependencies, root } from './setup.mjs';
import * as workbench from './workbench.mjs';

const sample = join(root, 'test/speeches/sample/党史学习教育剖析发言.speech.md');
const images = join(root, 'docs/images');

/**
 * The steps before each picture, in this order. Where a step resolves to a part of the page, the
 * picture shows only that.
 */
const pictures = {
  workbench: async (page) => {
    await workbench.waitForSquiggle(page);
    await workbench.click(page, '大纲');
    await page.locator('.statusbar-item [aria-label*="警告"]').first().click();
    await page.locator('.markers-panel .monaco-list-row').first().waitFor();
    await preview(page);
    await backToSpeech(page, 9, 4);
  },

  links: async (page) => {
    await closeAllElse(page);
    await page.locator('.activitybar .badge[aria-label*="发言"]').click();
    await page.locator('.pane-body .monaco-list-row', { hasText: '未见整改' }).first().waitFor();
    await workbench.goToLine(page, 13, 5);
    await workbench.press(page, 'Control+k');
    await workbench.press(page, 'Control+i');
    await page.locator('.monaco-hover:not(.hidden) .hover-row').first().waitFor();
  },

  'quick-fix': async (page) => {
    await workbench.press(page, 'Escape');
    await workbench.goToLine(page, 43, 2);
    await workbench.showQuickFixes(page);
  },

  'walkthrough/fix': (page) =>
    around(page, page.locator('.action-widget').first(), { left: 60, above: 100, width: 460, height: 250 }),

  map: async (page) => {
    await workbench.press(page, 'Escape');
    await workbench.runCommand(page, '发言: 问题整改对照图');
    await workbench.webview(page).locator('svg text').first().waitFor();
    await backToSpeech(page, 17, 3);
  },

  'walkthrough/map': (page) => page.locator('iframe.webview').first(),

  report: async (page) => {
    await closeAllElse(page);
    await workbench.runCommand(page, '发言: 体检报告');
    await workbench.webview(page).getByText('各部分篇幅').first().waitFor();
    await backToSpeech(page, 1);
  },

  'walkthrough/report': (page) => page.locator('iframe.webview').first(),

  reading: async (page) => {
    await closeAllElse(page);
    await preview(page);
    await workbench.webview(page).getByText('朗读').first().click();
    await backToSpeech(page, 5);
  },

  'walkthrough/new': async (page) => {
    await closeAllElse(page);
    await workbench.askCommand(page, '发言: 新建发言稿…');
    await page.locator('.quick-input-list .monaco-list-row', { hasText: '批评意见' }).waitFor();
    return page.locator('.quick-input-widget');
  },

  complete: async (page) => {
    await workbench.press(page, 'Escape');
    await workbench.goToLine(page, 48);
    await workbench.type(page, '\nzg');
    await workbench.showSuggestions(page);
  },

  'walkthrough/complete': (page) =>
    around(page, page.locator('.suggest-widget').first(), { left: 60, above: 60, width: 560, height: 320 }),
};

await main(async () => {
  await installDependencies();
  await buildExtension();
  mkdirSync(join(images, 'walkthrough'), { recursive: true });
  await makeIcon();
  const folder = join(temporaryFolder(), '发言');
  mkdirSync(folder);
  const file = join(folder, basename(sample));
  copyFileSync(sample, file);
  const page = await workbench.openWorkbench({
    file,
    development: root,
    chinese: true,
    settings: {
      'workbench.colorTheme': 'Default Light Modern',
      'editor.minimap.enabled': false,
    },
  });
  for (const [name, prepare] of Object.entries(pictures)) {
    const alone = await prepare(page);
    // What has just opened is still being drawn, or fading in.
    await page.waitForTimeout(1000);
    await (alone ?? page).screenshot({ path: join(images, `${name}.png`) });
    console.log(name);
  }
});

async function preview(page) {
  await workbench.runCommand(page, '发言: 预览');
  await workbench.webview(page).getByText('自身存在的突出问题').first().waitFor();
  // The fonts of official documents are missing on the machine that takes the pictures, which is
  // no matter of the reader's.
  const notice = workbench.webview(page).getByText('这台电脑没有').locator('..').getByRole('button');
  if (await notice.isVisible()) await notice.click();
}

/**
 * What an element stands in, small enough to be read where the walkthrough shows it; `left` and `above`
 * are what goes before it.
 */
async function around(page, element, { left, above, width, height }) {
  const { x, y } = await element.boundingBox();
  const clip = { x: x - left, y: y - above, width, height };
  return { screenshot: (options) => page.screenshot({ ...options, clip }) };
}

/** The keyboard to the speech, where it belongs to what was opened beside it. */
async function backToSpeech(page, ...place) {
  await workbench.press(page, 'Control+1');
  // A panel that has just opened may still be taking the keyboard.
  await page.waitForFunction(() => globalThis.document.activeElement?.closest('.monaco-editor'));
  await workbench.goToLine(page, ...place);
}

/** Nothing but the speech, without a panel below. */
async function closeAllElse(page) {
  await workbench.press(page, 'Control+1');
  await workbench.runCommand(page, 'View: Close Editors in Other Groups');
  if (await page.locator('.part.panel').isVisible()) await workbench.press(page, 'Control+j');
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
