import assert from 'node:assert/strict';
import { picturePage } from '../../client/src/picturePage.ts';
import { tracePicture } from '../../server/src/features/tracePicture.ts';
import { parseSpeech } from '../../server/src/model/parse/parse.ts';
import { renderPicture } from '../../server/src/render/pictureSvg.ts';
import { defaultContext } from '../../server/src/userData/defaultContext.ts';
import { browserAtHand, inPage, type Page, sourcesOf } from './inBrowser.ts';

describe('the picture in a browser', function () {
  this.timeout(180_000);
  let browser = '';
  before(function () {
    browser = browserAtHand() ?? '';
    if (browser === '') this.skip();
  });

  it('says in one sentence that there is nothing to show yet, and draws what is written then', () => {
    const svgOf = (text: string) => renderPicture(tracePicture(parseSpeech(text), defaultContext), false);
    const written = '一、存在的问题\n\n（一）学习不深入。读得少。\n\n二、整改措施\n\n（一）多读书。每周读两章。\n';
    const [empty = [], drawn = []] = inPage(
      browser,
      picturePage(sourcesOf('picture')),
      [svgOf('# 在总结会上的讲话\n\n同志们好。\n'), svgOf(written)],
      shownPage,
    );
    assert.deepEqual(empty, ['这一篇里还没有认出问题、原因和整改；写出来以后，对照图就画在这里。']);
    assert.ok(drawn.includes('指向或用方向键选一条线、一个方框，看对应的根据。'), drawn.join(' | '));
    assert.ok(
      drawn.some((words) => words.includes('学习不深入')) && !drawn.includes(empty[0] ?? ''),
      drawn.join(' | '),
    );
  });
});

/** Runs in the page: shows one picture after another; says what can be read each time, besides the title. */
async function shownPage(pictures: readonly string[], { page, document, loaded }: Page) {
  await loaded();
  const seen: string[][] = [];
  for (const svg of pictures) {
    page.postMessage({ svg, details: {} }, '*');
    await new Promise((resolve) => setTimeout(resolve, 100));
    const parts = [...document.querySelectorAll('.legend, #nothing, main text, aside')];
    const shown = parts.filter((part) => part.getClientRects().length > 0);
    seen.push(shown.map(({ textContent }) => textContent.trim()).filter((words) => words !== ''));
  }
  return seen;
}
