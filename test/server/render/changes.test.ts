import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import type { PreviewParams, PreviewResult } from '../../../server/src/protocol.ts';
import { changed, changesBetween } from '../../../server/src/render/changes.ts';
import { resultOf } from '../../client/inBrowser.ts';

const speech = readFileSync('test/speeches/26-water-bureau-team-2023-long.md', 'utf8');
const views: ReadonlyArray<PreviewParams['view']> = ['pages', 'flow', 'reading'];

describe('changes of a preview', function () {
  this.timeout(60_000);
  it('lead from any answer to any later one', () => {
    const words = fc.constantFrom('', '一', '\n\n', '（二）学习方面。', '# 题\n\n', '| 甲 | 乙 |\n|---|---|\n', '[^1]');
    const edit = fc.record({ at: fc.nat(speech.length), gone: fc.nat(60), words });
    fc.assert(
      fc.property(fc.constantFrom(...views), fc.array(edit, { minLength: 1, maxLength: 3 }), (view, edits) => {
        const before = resultOf(speech, view);
        const after = answered(edits.reduce(edited, speech), view);
        const changes = changesBetween(before, after);
        assert.deepEqual(changed(before, changes), after);
        assert.deepEqual(changed(changed(before, changes), changesBetween(after, before)), before);
      }),
      { numRuns: 40 },
    );
  });

  it('hold little more than the lines of the paragraph that is typed in', () => {
    const at = speech.indexOf('。', 900);
    for (const view of views) {
      const before = resultOf(speech, view);
      const after = answered(edited(speech, { at, gone: 0, words: '一' }), view);
      const { style, paragraphs, lines, ...rest } = changesBetween(before, after);
      const { pages } = after;
      assert.deepEqual([style, paragraphs.items.length, lines.items.length < 10, rest.moved], [undefined, 1, true, 1]);
      assert.deepEqual(
        rest.pages,
        pages.map((page) => page.lines.length),
      );
    }
  });

  it('tell another style, and of the same speech nothing else', () => {
    const before = resultOf(speech, 'pages');
    const style = { ...before.style, name: '讲话稿' };
    const changes = changesBetween(before, { ...before, answer: 2, style });
    assert.deepEqual([changes.style, changes.paragraphs.items, changes.lines.items], [style, [], []]);
  });
});

function answered(text: string, view: PreviewParams['view']): PreviewResult {
  return { ...resultOf(text, view), answer: 2, version: 2 };
}

function edited(text: string, { at, gone, words }: { at: number; gone: number; words: string }): string {
  return text.slice(0, at) + words + text.slice(at + gone);
}
