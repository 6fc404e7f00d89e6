import assert from 'node:assert/strict';
import { pageLanguage, policy } from '../../client/src/pageHead.ts';
import { picturePage } from '../../client/src/picturePage.ts';
import { previewPage } from '../../client/src/previewPage.ts';

const sources = { csp: 'here', script: 'a.js', style: 'a.css', language: 'en' };

describe('the head of a page', () => {
  it('allows nothing but what is named', () => {
    assert.equal(
      policy({ 'style-src': "'unsafe-inline'" }),
      "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'",
    );
  });

  it('allows a picture no more than its style and its script, and sends its reader nowhere', () => {
    assert.deepEqual(directives(picturePage(sources)), [
      'base-uri',
      'default-src',
      'form-action',
      'script-src',
      'style-src',
    ]);
    const more = ['base-uri', 'default-src', 'font-src', 'form-action', 'img-src', 'script-src', 'style-src'];
    assert.deepEqual(directives(previewPage(sources, 'file:///a.md', '')), more);
  });

  it('says in which language its words are; the speech is Chinese', () => {
    assert.deepEqual(['zh-cn', 'zh-tw', 'en', 'de'].map(pageLanguage), ['zh-CN', 'zh-CN', 'en', 'en']);
    for (const page of [picturePage(sources), previewPage(sources, 'file:///a.md', '')]) {
      assert.match(page, /<html lang="en">/);
      assert.match(page, /<main [^>]*lang="zh-CN"/);
    }
  });
});

function directives(page: string): string[] {
  const [, content = ''] = /Content-Security-Policy" content="([^"]*)"/.exec(page) ?? [];
  return content
    .split('; ')
    .map((one) => one.slice(0, one.indexOf(' ')))
    .sort();
}
