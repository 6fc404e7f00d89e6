import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type PageSources, previewPage } from '../../client/src/previewPage.ts';
import { parseSpeech } from '../../server/src/model/parse/parse.ts';
import { metricsOf } from '../../server/src/page/metrics.ts';
import { defaultStyle } from '../../server/src/page/style.ts';
import { findBrowser } from '../../server/src/pdf.ts';
import type { PreviewAnswer, PreviewParams, PreviewResult } from '../../server/src/protocol.ts';
import { pageCss } from '../../server/src/render/pageCss.ts';
import { preview } from '../../server/src/render/preview.ts';

/** The browser of this machine; in continuous integration there must be one. */
export function browserAtHand(): string | undefined {
  const browser = findBrowser();
  assert.ok(browser || !process.env.CI, 'Chromium, Chrome or Edge is needed here');
  if (!browser)
    console.log('    No Chromium, Chrome or Edge is installed: the tests of the preview in a browser are skipped.');
  return browser;
}

/** What the server answers to the preview. */
export function resultOf(text: string, view: PreviewParams['view']): PreviewResult {
  const { charPitch } = metricsOf(defaultStyle);
  const style = {
    name: '公文',
    wanted: '公文',
    css: pageCss(defaultStyle),
    linePitch: 28.95,
    charPitch,
    footer: '— 1 —',
    faces: [],
  } as const;
  return { answer: 1, version: 1, style, rate: 200, findings: [], ...preview(parseSpeech(text), defaultStyle, view) };
}

/** Where the bundled script and style sheet of a panel are, and what its policy lets through. */
export function sourcesOf(panel: 'preview' | 'picture'): PageSources {
  const address = (name: string) => pathToFileURL(resolve('dist/webview', name)).href;
  return { csp: 'file:', script: address(`${panel}.js`), style: address(`${panel}.css`), language: 'zh-CN' };
}

// biome-ignore lint/suspicious/noExplicitAny: the types of a page clash with those of a worker.
type Dom = any;

/** What a test does in the page, besides what is its own. */
export interface Page {
  /** The global object of the page. */
  readonly page: Dom;
  readonly document: Dom;
  /**
   * Waits for the script of the page; what it tells VS Code goes nowhere unless `page.acquireVsCodeApi` has been set.
   */
  loaded(): Promise<void>;
  /**
   * Tells the page what to show, and waits until it does: a tenth of a second by the virtual
   * clock, which costs nothing.
   */
  show(result: PreviewAnswer): Promise<void>;
  /** Presses the button that does this. */
  click(what: string): void;
}

/** Opens the page of the preview as VS Code does; for the rest see `inPage`. */
export function inPreview<Input, Output>(
  browser: string,
  input: Input,
  work: (input: Input, page: Page) => Promise<Output>,
): Output {
  return inPage(browser, previewPage(sourcesOf('preview'), 'file:///a.speech.md', ''), input, work);
}

/**
 * Opens a page, with its policy and its bundled script, in a browser without a window. `work` runs in the page, before
 * that script; what the promise that it returns resolves to is given back.
 */
export function inPage<Input, Output>(
  browser: string,
  html: string,
  input: Input,
  work: (input: Input, page: Page) => Promise<Output>,
): Output {
  const folder = mkdtempSync(join(tmpdir(), 'fayan-preview-'));
  try {
    const nonce = /script-src 'nonce-([0-9a-f]+)'/.exec(html)?.[1];
    const data = JSON.stringify(input).replaceAll('<', '\\u003c');
    // esbuild marks functions by a helper that does not exist in the page.
    const own = `const __name=(one)=>one;(${work})(${data},(${thePage})()).then((value)=>JSON.stringify(value),(error)=>JSON.stringify({error:String(error&&error.stack)})).then((text)=>{const out=document.createElement('template');out.id='outcome';out.setAttribute('data-value',text);document.documentElement.append(out)})`;
    const page = join(folder, 'page.html');
    writeFileSync(
      page,
      nonce === undefined
        ? html.replace('</body>', () => `<script>${own}</script></body>`)
        : html.replace('<script nonce', () => `<script nonce="${nonce}">${own}</script>\n<script nonce`),
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

/** Runs in the page. */
function thePage(): Page {
  const page = globalThis as Dom;
  const { document } = page;
  return {
    page,
    document,
    async loaded() {
      page.acquireVsCodeApi ??= () => ({ getState() {}, setState() {}, postMessage() {} });
      if (document.readyState !== 'complete') await new Promise((resolve) => page.addEventListener('load', resolve));
    },
    async show(result) {
      page.postMessage({ type: 'content', result, base: '', uri: 'file:///a.speech.md' }, '*');
      await new Promise((resolve) => setTimeout(resolve, 100));
    },
    click: (what) => document.querySelector(`[data-do=${what}]`).click(),
  };
}
