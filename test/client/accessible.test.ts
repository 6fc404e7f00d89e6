import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { picturePage } from '../../client/src/picturePage.ts';
import { tracePicture } from '../../server/src/features/tracePicture.ts';
import { parseSpeech } from '../../server/src/model/parse/parse.ts';
import { layout } from '../../server/src/page/layout.ts';
import { defaultStyle } from '../../server/src/page/style.ts';
import { htmlFile } from '../../server/src/render/htmlFile.ts';
import { renderPicture } from '../../server/src/render/pictureSvg.ts';
import { reportPage } from '../../server/src/report/html.ts';
import { reportOf } from '../../server/src/report/report.ts';
import { lint } from '../../server/src/rules/lint.ts';
import { defaultContext } from '../../server/src/userData/defaultContext.ts';
import { fixture } from '../speeches.ts';
import { browserAtHand, inPage, inPreview, resultOf, sourcesOf } from './inBrowser.ts';

const { text } = fixture(26);
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe-core finds in the panels, in their own colours: names, roles, landmarks, contrast. */
describe('a screen reader finds its way', function () {
  this.timeout(180_000);
  let browser = '';
  before(function () {
    browser = browserAtHand() ?? '';
    if (browser === '') this.skip();
  });

  for (const view of ['pages', 'flow', 'reading'] as const) {
    it(`in the preview, ${view}`, () => {
      const result = resultOf(text, view);
      const first = result.paragraphs[2]?.start ?? 0;
      const finding = { paragraph: 2, from: first, severity: 'warning', message: '这里有一处' } as const;
      const input = { axe, view, message: { result: { ...result, findings: [finding] }, type: 'content' } };
      assert.deepEqual(inPreview(browser, input, examine), []);
    });
  }

  it('in the preview, reading in a dark theme', () => {
    const colours = { '--vscode-editor-background': '#1f1f1f', '--vscode-editor-foreground': '#cccccc' };
    const input = { axe, view: 'reading', message: { result: resultOf(text, 'reading'), type: 'content' }, colours };
    // The bar and the foot are those of a light theme here, where their own colours are not given.
    assert.deepEqual(
      inPreview(browser, input, examine).filter((fault) => /class="r-/.test(fault)),
      [],
    );
  });

  it('in the picture', () => {
    const svg = renderPicture(tracePicture(parseSpeech(text), defaultContext), false);
    const page = picturePage(sourcesOf('picture'));
    assert.deepEqual(inPage(browser, page, { axe, view: '', message: { svg, details: {} } }, examine), []);
  });

  it('in the report', () => {
    const speech = parseSpeech(text);
    const page = reportPage(reportOf(speech, defaultContext, lint(speech)));
    assert.deepEqual(inPage(browser, page, { axe, view: '', message: {} }, examine), []);
  });

  it('in the file of the pages', () => {
    const page = htmlFile(layout(parseSpeech(text), defaultStyle), defaultStyle);
    assert.deepEqual(inPage(browser, page, { axe, view: '', message: {} }, examine), []);
  });

  it('and a fault is seen', () => {
    const page =
      '<!doctype html><html lang="zh-CN"><title>题</title><body><main><h1>题</h1><button></button></main></body>';
    assert.deepEqual(inPage(browser, page, { axe, view: '', message: {} }, examine), [
      'button-name: <button></button>',
    ]);
  });
});

/** Runs in the page: shows what the message holds, and says what axe-core minds. */
async function examine(input: {
  axe: string;
  view: string;
  message: object;
  colours?: Readonly<Record<string, string>>;
}): Promise<string[]> {
  // biome-ignore lint/suspicious/noExplicitAny: the types of a page clash with those of a worker.
  const page = globalThis as any;
  const { document } = page;
  page.acquireVsCodeApi = () => ({ getState() {}, setState() {}, postMessage() {} });
  if (document.readyState !== 'complete') await new Promise((resolve) => page.addEventListener('load', resolve));
  for (const [name, colour] of Object.entries(input.colours ?? {}))
    document.documentElement.style.setProperty(name, colour);
  if (input.view !== '') document.querySelector(`[data-do=${input.view}]`).click();
  if (input.view === 'pages') document.querySelector('[data-do=findings]').click();
  page.postMessage({ base: '', uri: 'file:///a.speech.md', ...input.message }, '*');
  await new Promise((resolve) => setTimeout(resolve, 500));
  const script = document.createElement('script');
  script.nonce = document.querySelector('script').nonce;
  script.textContent = input.axe;
  document.head.append(script);
  const { violations } = await page.axe.run(document);
  return violations.flatMap(({ id, nodes }: { id: string; nodes: Array<{ html: string }> }) =>
    nodes.map(({ html }) => `${id}: ${html.slice(0, 120)}`),
  );
}
