// A workbench in a browser, worked as a person would: by keys and clicks, waiting for what can be seen.
import { basename, dirname, resolve } from 'node:path';
import { launchBrowser } from './host-browser.mjs';
import { chineseTexts, installHost } from './host-install.mjs';
import { startServer, workbenchUrl } from './host-server.mjs';
import { within } from './processes.mjs';

/**
 * Opens a file, or only a folder, in a workbench of its own. `development` is the folder of an extension under
 * development, `extensions` a folder of installed ones; `chinese` shows VS Code in Chinese; `watch` is a file for what
 * strace sees; `beside` makes it a second window of that workbench's.
 */
export async function openWorkbench({
  file,
  folder = dirname(resolve(file)),
  development,
  extensions,
  settings,
  restricted,
  watch,
  beside,
  chinese = false,
  width = 1280,
  height = 800,
  scale = 1,
}) {
  const { playwright } = await installHost();
  const { browser, server } = hosts.get(beside) ?? {
    browser: await launchBrowser(playwright),
    server: await startServer({ extensions, settings, restricted, watch }),
  };
  const page = await browser.newPage({ viewport: { width, height }, deviceScaleFactor: scale, ...asElsewhere });
  hosts.set(page, { browser, server });
  page.setDefaultTimeout(30_000);
  if (chinese) {
    const body = await chineseTexts();
    await page.route('**/nls.messages.js', (route) => route.fulfill({ contentType: 'text/javascript', body }));
  }
  await page.goto(workbenchUrl(server, { folder, file, development }));
  if (file) {
    await page.locator('.tabs-container .tab', { hasText: basename(file) }).waitFor({ timeout: 60_000 });
    await editor(page).waitFor();
  } else await page.locator('.activitybar a[aria-label*="发言"]').waitFor({ timeout: 60_000 });
  // Commands that the workbench sets up last (New File) fail before; an editor that is restored late takes the focus.
  await page.waitForFunction(
    () => performance.getEntriesByName('code/LifecyclePhase/Eventually').length > 0,
    undefined,
    {
      timeout: 60_000,
    },
  );
  return page;
}

const hosts = new WeakMap();

/**
 * On a Mac the workbench takes other keys, unless it thinks that it is elsewhere; it goes by the name of the browser.
 */
const asElsewhere = process.platform === 'darwin' && {
  userAgent: 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36',
};

/** Closes a workbench, its other windows and its server. */
export async function close(page) {
  const { browser, server } = hosts.get(page);
  await browser.close();
  await server.end();
}

/** Where the editor of a workbench keeps what is its own, extensions' storage among it. */
export function dataOf(page) {
  return hosts.get(page).server.data;
}

/** Runs a command by its title in the command palette. */
export async function runCommand(page, title) {
  await askCommand(page, title);
  await page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
}

/** Runs a command that asks on in the same place: with a list or a file dialog. */
export async function askCommand(page, title) {
  const timeout = 10_000;
  const input = page.locator('.quick-input-widget input').first();
  const row = page.locator('.quick-input-list .monaco-list-row', { hasText: title }).first();
  for (let tries = 3; ; tries -= 1) {
    try {
      await page.keyboard.press('F1');
      await input.waitFor({ timeout });
      await input.fill(`>${title}`, { timeout });
      return await row.click({ timeout });
    } catch (error) {
      // An editor that takes the focus late closes the palette.
      if (tries === 1) throw error;
    }
  }
}

/** Puts the cursor at the start of a line, counted from 1, or at a column of it. */
export async function goToLine(page, line, column = 1) {
  await page.keyboard.press('Control+g');
  const input = page.locator('.quick-input-widget input').first();
  await input.waitFor();
  await input.fill(`:${line}:${column}`);
  await page.keyboard.press('Enter');
  await page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
}

/** What our item in the status bar says, once it is there. */
export async function standing(page) {
  const item = page.locator('[id$="fayan.profile"]');
  await item.waitFor();
  return item.innerText();
}

/** What the list that is asking offers. */
export async function listed(page) {
  return linesOf(page.locator('.quick-input-list .monaco-list-row'));
}

/** Where the status bar says that the cursor is. */
export async function cursor(page) {
  return page.locator('[id="status.editor.selection"]').innerText();
}

/** Waits until it says so; resolves to what it says. */
export async function cursorAt(page, where) {
  const item = page.locator('[id="status.editor.selection"]', { hasText: where });
  await item.waitFor();
  return item.innerText();
}

/**
 * Reloads the window, as VS Code does it. A file that the address names would be all that is
 * open afterwards, so it goes.
 */
export async function reload(page) {
  const address = new URL(page.url());
  const payload = JSON.parse(address.searchParams.get('payload') ?? '[]').filter(([name]) => name !== 'openFile');
  address.searchParams.set('payload', JSON.stringify(payload));
  await page.evaluate((href) => {
    globalThis.history.replaceState(undefined, '', href);
    globalThis.isOld = true;
  }, address.href);
  await askCommand(page, 'Developer: Reload Window');
  await page.waitForFunction(() => !globalThis.isOld);
}

/** Clicks the tab of a file until the focus is in its text: what has been closed or opened before may still take it. */
export async function focusEditor(page, name) {
  const isFocused = () => page.evaluate(() => Boolean(globalThis.document.activeElement?.closest('.monaco-editor')));
  const isSettled = async () => (await isFocused()) && !(await within(300, async () => !(await isFocused())));
  const done = await within(30_000, async () => {
    await page.locator('.tab', { hasText: name }).first().click();
    return isSettled();
  });
  if (!done) throw new Error(`the text of ${name} does not take the focus`);
}

/** Puts text into the clipboard, as another program would. */
export async function copy(page, text) {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.evaluate((words) => globalThis.navigator.clipboard.writeText(words), text);
}

/** Waits until the status bar counts so many errors and warnings. */
export async function waitForCounts(page, errors, warnings) {
  const counts = new RegExp(`^\\D*${errors}\\D+${warnings}\\D*$`);
  await page.locator('[id="status.problems"]', { hasText: counts }).waitFor();
}

/** Picks an item from the list on screen by typing a part of it. */
export async function pick(page, text) {
  const input = page.locator('.quick-input-widget input').first();
  await input.waitFor();
  const row = page.locator('.quick-input-list .monaco-list-row', { hasText: text }).first();
  await row.waitFor();
  await input.fill(text);
  await page.locator('.quick-input-list .monaco-list-row.focused', { hasText: text }).waitFor();
  await page.keyboard.press('Enter');
}

/**
 * Fills in the tab stops of a snippet from where the cursor is: a text is typed over the blank, a number takes that
 * alternative of a list, counted from 0; Tab follows each.
 */
export async function fillStops(page, stops) {
  for (const stop of stops) {
    if (typeof stop === 'number') {
      await page.locator('.suggest-widget.visible .monaco-list-row.focused').waitFor();
      for (let down = 0; down < stop; down += 1) await page.keyboard.press('ArrowDown');
    } else await commit(page, stop);
    await page.keyboard.press('Tab');
  }
}

/** Puts in words as an input method does, all at once. */
export async function commit(page, words) {
  await page.keyboard.insertText(words);
}

/** Types letters into an input method without taking any of its candidates yet. */
export async function compose(page, letters) {
  const session = await page.context().newCDPSession(page);
  for (let end = 1; end <= letters.length; end += 1)
    await session.send('Input.imeSetComposition', {
      text: letters.slice(0, end),
      selectionStart: end,
      selectionEnd: end,
    });
}

/** Types at the cursor as if by hand. */
export async function type(page, text) {
  await page.keyboard.type(text);
}

/** Presses keys, as in `Control+End`. */
export async function press(page, keys) {
  await page.keyboard.press(keys);
}

/** Clicks the first thing that shows this text. */
export async function click(page, text) {
  await page.getByText(text).first().click();
}

/** Waits until this text can be seen. */
export async function see(page, text) {
  await page.getByText(text).first().waitFor();
}

/** Waits for a squiggle in the editor; resolves to how many are in sight. */
export async function waitForSquiggle(page) {
  await squiggles(page).first().waitFor();
  return squiggles(page).count();
}

/** Opens the Problems view and resolves to its lines, the files among them. */
export async function showProblems(page) {
  await runCommand(page, 'Problems: Focus on Problems View');
  return linesOf(page.locator('.markers-panel .monaco-list-row'));
}

/** Opens the Outline view and resolves to its lines. */
export async function showOutline(page) {
  await runCommand(page, 'Explorer: Focus on Outline View');
  return linesOf(page.locator('.outline-tree .monaco-list-row'));
}

/** Holds the mouse over a text in the editor, or over the first squiggle; resolves to what the hover says. */
export async function hover(page, text) {
  const place = text ? editor(page).locator('.view-line span', { hasText: text }).last() : squiggles(page).first();
  await place.hover({ force: true });
  const box = page.locator('.monaco-hover:not(.hidden) .hover-row').first();
  await box.waitFor();
  return box.textContent();
}

/** Opens the menu of quick fixes at the cursor and resolves to their titles. */
export async function showQuickFixes(page) {
  await page.keyboard.press('Control+.');
  return linesOf(page.locator('.action-widget .monaco-list-row.action'));
}

/** Opens the suggestions at the cursor and resolves to their labels. */
export async function showSuggestions(page) {
  await page.keyboard.press('Control+Space');
  return linesOf(page.locator('.suggest-widget.visible .monaco-list-row'));
}

/** The ways to paste that the editor offers behind what was pasted. */
export async function pasteOffers(page) {
  return linesOf(page.locator('.action-widget .monaco-list-row.action'));
}

/** What the list of notifications holds; a workbench under test shows none of them by itself. */
export async function messages(page) {
  await runCommand(page, 'Notifications: Show Notifications');
  const all = await page.locator('.notifications-center .notification-list-item').allInnerTexts();
  return all.map((text) => text.replaceAll(/\s+/g, ' ').trim());
}

/**
 * Waits for a message that holds this text, presses the button of that name in it if one is given, and
 * resolves to what it says.
 */
export async function waitForMessage(page, text, button) {
  await runCommand(page, 'Notifications: Show Notifications');
  const message = page.locator('.notifications-center .notification-list-item', { hasText: text }).first();
  await message.waitFor();
  const words = (await message.innerText()).replaceAll(/\s+/g, ' ').trim();
  if (button) await message.getByText(button).first().click();
  return words;
}

/** The file that the dialog proposes, once it does. */
export async function proposed(page, ending) {
  const path = await page.waitForFunction((wanted) => {
    const path = globalThis.document.querySelector('.quick-input-widget input')?.value ?? '';
    return path.endsWith(wanted) && path;
  }, `.${ending}`);
  return path.jsonValue();
}

/** Takes it; resolves to its path. One that is there already makes the dialog ask. */
export async function takeProposed(page, ending = 'docx') {
  const path = await proposed(page, ending);
  await press(page, 'Enter');
  return path;
}

/** The same, and waits until the explorer shows the file. */
export async function acceptFile(page, ending) {
  const path = await takeProposed(page, ending);
  await page.locator('.explorer-folders-view .monaco-list-row', { hasText: basename(path) }).waitFor();
  return path;
}

/** The document in the first webview that is open. */
export function webview(page) {
  return page.frameLocator('iframe.webview').first().frameLocator('iframe#active-frame');
}

/** The text of the editor that is in sight, line by line. */
export async function visibleText(page) {
  const lines = await editor(page).locator('.view-line').allInnerTexts();
  return lines.join('\n').replaceAll('\u00a0', ' ');
}

export async function screenshot(page, path) {
  await page.screenshot({ path });
}

function editor(page) {
  return page.locator('.editor-instance .monaco-editor').first();
}

function squiggles(page) {
  return editor(page).locator('.squiggly-error, .squiggly-warning, .squiggly-info, .squiggly-hint');
}

/** One of the lines holds the text; says the lines. */
export function among(lines, text) {
  const all = lines.join(' | ');
  if (!lines.some((line) => line.includes(text))) throw new Error(`no “${text}” in ${all}`);
  return all;
}

async function linesOf(rows) {
  await rows.first().waitFor();
  return (await rows.allInnerTexts()).map((text) => text.replaceAll(/\s+/g, ' ').trim());
}
