// A round through everything there is to see, in an English workbench that shows `test/host/workspace/发言.speech.md`.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import * as workbench from './workbench.mjs';

/** In this order. Each throws, or says what it saw. */
export const tour = {
  'finds the broken numbering': async (page) => `${await workbench.waitForSquiggle(page)} squiggles`,

  'lists it among the problems': async (page) =>
    workbench.among(await workbench.showProblems(page), 'broken-numbering'),

  'shows the outline': async (page) => workbench.among(await workbench.showOutline(page), '存在的问题'),

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
    return workbench.among(await workbench.showSuggestions(page), '班子');
  },

  'shows the preview': async (page) => {
    await workbench.press(page, 'Escape');
    await workbench.runCommand(page, '发言: Preview');
    await workbench.webview(page).getByText('在机关支部组织生活会上的剖析发言').first().waitFor();
  },

  'goes from the preview to the source by a click, and selects it by two': async (page) => {
    const heading = workbench.webview(page).getByText('密切联系群众').first();
    await heading.click();
    await page.locator('.active-line-number', { hasText: '21' }).waitFor();
    await heading.dblclick();
    return workbench.cursorAt(page, /^Ln 21,.*selected/);
  },

  'keeps the preview when the window is reloaded': async (page) => {
    await workbench.focusEditor(page, '发言.speech.md');
    await workbench.press(page, 'Control+s');
    await page.locator('.tab.dirty').waitFor({ state: 'hidden' });
    await workbench.reload(page);
    await workbench.webview(page).getByText('密切联系群众').first().waitFor();
    await workbench.focusEditor(page, '发言.speech.md');
    await workbench.see(page, /\d characters/);
    await workbench.press(page, 'Control+End');
    await workbench.type(page, 'reloaded');
    const typed = workbench.webview(page).getByText('reloaded').first();
    await typed.waitFor();
    await workbench.press(page, 'Control+z');
    await typed.waitFor({ state: 'detached' });
  },

  'goes on showing a speech whose editor was closed, and opens it again by a click': async (page) => {
    const tab = page.locator('.tab[data-resource-name="发言.speech.md"]');
    await workbench.focusEditor(page, '发言.speech.md');
    // A group without any editor would go, and the preview take its place.
    await workbench.runCommand(page, 'File: New Untitled Text File');
    await workbench.focusEditor(page, '发言.speech.md');
    await workbench.runCommand(page, 'View: Close Editor');
    await tab.waitFor({ state: 'detached' });
    const preview = workbench.webview(page);
    await preview.locator('[data-do=flow]').click();
    await preview.locator('.flow p').first().waitFor();
    await preview.getByText('密切联系群众').first().click();
    await tab.waitFor();
    await preview.locator('[data-do=pages]').click();
    await preview.locator('.sheet .ln').first().waitFor();
    await workbench.focusEditor(page, 'Untitled-1');
    await workbench.runCommand(page, 'View: Close Editor');
    await workbench.focusEditor(page, '发言.speech.md');
  },

  'offers to put in order what is pasted': async (page) => {
    await workbench.copy(page, '　　从文件里来的一段。\u000b　　又是一段，前面空两格。');
    await workbench.press(page, 'Control+End');
    await workbench.press(page, 'Control+v');
    await page.locator('.post-edit-widget').click();
    const offers = await workbench.pasteOffers(page);
    await page.getByText('Tidy up into paragraphs').click();
    await workbench.see(page, /^\s*又是一段，前面空两格。/);
    return workbench.among(offers, 'Tidy');
  },

  'shows the report': async (page) => {
    await closePanel(page);
    await workbench.runCommand(page, '发言: Report (体检报告)');
    await workbench.webview(page).getByText('Length of the parts').first().waitFor();
  },

  'stays in the status bar while the report has the focus': async (page) => {
    await workbench.press(page, 'Control+2');
    await page.waitForFunction(() => globalThis.document.activeElement?.matches('iframe.webview'));
    // Long enough for it to go.
    await page.waitForTimeout(1000);
    return workbench.standing(page);
  },

  'goes from the report to the text by Tab and Enter': async (page) => {
    await workbench.press(page, 'Tab');
    await workbench.press(page, 'Enter');
    await page.waitForFunction(() => globalThis.document.activeElement?.closest('.monaco-editor'));
    return workbench.cursor(page);
  },

  'keeps the report of a speech that is renamed': async (page) => {
    await rename(page, '发言.speech.md', '定稿.speech.md');
    const report = page.locator('.tab', { hasText: 'Report: 定稿.speech.md' });
    await report.waitFor();
    await workbench.webview(page).getByText('Length of the parts').first().waitFor();
    await rename(page, '定稿.speech.md', '发言.speech.md');
    await report.waitFor({ state: 'detached' });
    await workbench.webview(page).getByText('Length of the parts').first().waitFor();
  },

  'goes from a page to the editor of two in which the writer was': async (page) => {
    await workbench.focusEditor(page, '发言.speech.md');
    await workbench.runCommand(page, 'View: Split Editor Down');
    const lower = page.locator('.editor-instance .monaco-editor').nth(1);
    await lower.waitFor();
    await workbench.webview(page).locator('.parts a').first().click();
    await lower.locator('.inputarea:focus, .native-edit-context:focus').waitFor();
    await workbench.runCommand(page, 'View: Close Editor');
    await lower.waitFor({ state: 'detached' });
  },

  'draws the picture': async (page) => {
    await closePanel(page);
    await workbench.runCommand(page, '发言: Picture of 问题 and 整改');
    await workbench.webview(page).locator('svg text').first().waitFor();
  },

  'saves the picture': async (page) => {
    await page.locator('.tab.active', { hasText: '发言.speech.md' }).last().click();
    await workbench.askCommand(page, '发言: Save Picture as SVG…');
    const path = await workbench.acceptFile(page, 'svg');
    const svg = readFileSync(path, 'utf8');
    if (!svg.startsWith('<svg') || !svg.includes('抓实理论学习')) throw new Error(`no picture: ${svg.slice(0, 200)}`);
    return basename(path);
  },

  'exports to Word': async (page) => {
    await closePanel(page);
    await workbench.askCommand(page, '发言: Export to Word');
    return basename(await workbench.acceptFile(page));
  },

  'exports to PDF, as a page for a browser, and as text': async (page) => {
    const kinds = { PDF: ['pdf', /^%PDF-/], HTML: ['html', /^<!doctype html>/i], 'Plain Text': ['txt', /^在机关支部/] };
    const seen = [];
    for (const [kind, [ending, beginning]] of Object.entries(kinds)) {
      await workbench.askCommand(page, `发言: Export to ${kind}`);
      const path = await workbench.acceptFile(page, ending);
      const content = readFileSync(path, 'utf8');
      if (!beginning.test(content)) throw new Error(`${path} begins with ${content.slice(0, 100)}`);
      if (ending !== 'pdf' && !content.includes('密切联系群众')) throw new Error(`${path} lacks a heading`);
      seen.push(`${basename(path)}, ${content.length} characters`);
    }
    return seen.join('; ');
  },

  'exports the ledger to Word': async (page) => {
    await workbench.askCommand(page, '发言: Export 整改台账…');
    await page.locator('.quick-input-list .monaco-list-row', { hasText: 'Word' }).click();
    return basename(await workbench.acceptFile(page));
  },

  'imports the Word file again': async (page) => {
    await workbench.askCommand(page, '发言: Import from Word…');
    await page.locator('.quick-input-list .monaco-list-row', { hasText: '剖析发言.docx' }).click();
    // Where the dialog only fills in what was clicked.
    await workbench.press(page, 'Enter');
    await page.locator('.tab.active', { hasText: '在机关支部组织生活会上的剖析发言.speech.md' }).waitFor();
    await workbench.see(page, '密切联系群众');
  },

  'keeps the folder of an export in mind': async (page) => {
    await workbench.askCommand(page, '发言: Export to Plain Text');
    const first = await workbench.proposed(page, 'txt');
    const folder = join(dirname(first), '交稿');
    mkdirSync(folder);
    await page.locator('.quick-input-widget input').first().fill(join(folder, '定稿.txt'));
    // While the dialog is on its way to the folder, it takes no Enter.
    const dialog = page.locator('.quick-input-widget');
    for (let tries = 20; tries > 0 && (await dialog.isVisible()); tries -= 1) {
      await workbench.press(page, 'Enter');
      await dialog.waitFor({ state: 'hidden', timeout: 1500 }).catch(() => {});
    }
    const told = await workbench.waitForMessage(page, '定稿.txt');
    if (!/To fix in the speech: [1-9]/.test(told)) throw new Error(`${told} tells of nothing to be fixed`);
    await workbench.askCommand(page, '发言: Export to HTML');
    const next = await workbench.proposed(page, 'html');
    await workbench.press(page, 'Escape');
    if (dirname(next) !== folder) throw new Error(`${next} is not in ${folder}`);
    return `${told} | ${next.slice(dirname(dirname(next)).length + 1)}`;
  },

  'offers to insert what is missing by a click in the outline': async (page) => {
    await workbench.askCommand(page, '发言: Export to HTML');
    const path = await workbench.proposed(page, 'html');
    await workbench.press(page, 'Escape');
    writeFileSync(join(dirname(dirname(path)), '起头.speech.md'), '# 个人剖析发言\n');
    await page.locator('.explorer-folders-view .monaco-list-row', { hasText: '起头.speech.md' }).dblclick();
    await page.locator('.activitybar .badge[aria-label*="发言"]').click();
    await page.locator('.pane-body .monaco-list-row', { hasText: '产生问题的原因分析' }).click();
    const offered = workbench.among(await workbench.listed(page), '产生问题的原因分析');
    await workbench.pick(page, '产生问题的原因分析');
    await workbench.see(page, '一、产生问题的原因分析');
    return offered;
  },
};

/** Renames a file as one does in the explorer. */
async function rename(page, from, to) {
  await page.locator('.explorer-folders-view .monaco-list-row', { hasText: from }).first().click();
  await workbench.press(page, 'F2');
  const input = page.locator('.explorer-item-edited input, .explorer-item.explorer-item-edited input').first();
  await input.fill(to);
  await workbench.press(page, 'Enter');
  await page.locator('.explorer-folders-view .monaco-list-row', { hasText: to }).first().waitFor();
}

/** What is beside the speech, back to the editor with the speech. */
async function closePanel(page) {
  await page.locator('.tab', { hasText: '发言.speech.md' }).first().click();
  await workbench.runCommand(page, 'View: Close Editors in Other Groups');
}
