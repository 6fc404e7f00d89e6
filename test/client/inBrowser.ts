import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { previewPage } from '../../client/src/previewPage.ts';
import { findBrowser } from '../../server/src/cli/pdf.ts';

/** The browser of this machine; in continuous integration there must be one. */
export function browserAtHand(): string | undefined {
  const browser = findBrowser();
  assert.ok(browser || !process.env.CI, 'Chromium, Chrome or Edge is needed here');
  if (!browser)
    console.log('    No Chromium, Chrome or Edge is installed: the tests of the preview in a browser are skipped.');
  return browser;
}

/**
 * Opens the page of the preview as VS Code does, with its policy and its bundled script, in a browser without a window.
 * `work` runs in the page, before the script of the preview; what the promise that it returns resolves to is given back.
 */
export function inPreview<Input, Output>(
  browser: string,
  input: Input,
  work: (input: Input) => Promise<Output>,
): Output {
  const folder = mkdtempSync(join(tmpdir(), 'fayan-preview-'));
  try {
    const address = (name: string) => pathToFileURL(resolve('dist/webview', name)).href;
    const sources = { csp: 'file:', script: address('preview.js'), style: address('preview.css') };
    const html = previewPage(sources, 'file:///a.speech.md');
    const nonce = /script-src 'nonce-([0-9a-f]+)'/.exec(html)?.[1] ?? '';
    const data = JSON.stringify(input).replaceAll('<', '\\u003c');
    // esbuild marks functions by a helper that does not exist in the page.
    const own = `const __name=(one)=>one;(${work})(${data}).then((value)=>JSON.stringify(value),(error)=>JSON.stringify({error:String(error&&error.stack)})).then((text)=>{const out=document.createElement('template');out.id='outcome';out.setAttribute('data-value',text);document.documentElement.append(out)})`;
    const page = join(folder, 'page.html');
    writeFileSync(
      page,
      html.replace('<script nonce', () => `<script nonce="${nonce}">${own}</script>\n<script nonce`),
    );
    const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
    const { stdout } = spawnSync(
      browser,
      [
        '--headless',
        '--disable-gpu',
        '--disable-dev-shm-usage',
        '--no-first-run',
        '--disable-background-networking',
        '--window-size=1000,800',
        `--user-data-dir=${join(folder, 'profile')}`,
        '--virtual-time-budget=30000',
        '--dump-dom',
        ...asRoot,
        pathToFileURL(page).href,
      ],
      { encoding: 'utf8', maxBuffer: 50_000_000, timeout: 120_000 },
    );
    const value = /<template id="outcome" data-value="([^"]*)"/.exec(stdout)?.[1];
    assert.ok(value !== undefined, `the page came to an end\n${stdout.slice(0, 2_000)}`);
    const outcome = JSON.parse(
      value
        .replaceAll('&quot;', '"')
        .replaceAll('&lt;', '<')
        .replaceAll('&gt;', '>')
        .replaceAll('&nbsp;', '\u00a0')
        .replaceAll('&amp;', '&'),
    );
    assert.equal(outcome?.error, undefined);
    return outcome;
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  }
}
