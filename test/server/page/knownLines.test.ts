import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { parseSpeech } from '../../../server/src/model/parse/parse.ts';
import { layout } from '../../../server/src/page/layout.ts';
import { pagesOf } from '../../../server/src/page/pages.ts';
import { defaultStyle } from '../../../server/src/page/style.ts';
import { preview } from '../../../server/src/render/preview.ts';

const speech = readFileSync('test/speeches/26-water-bureau-team-2023-long.md', 'utf8');

describe('known lines', function () {
  this.timeout(60_000);

  it('are those of a layout that knows none, after any edit', () => {
    const words = fc.constantFrom(
      '',
      '一',
      '\n',
      '\n\n',
      '**重**',
      '[^1]',
      '\n\n[^1]: 注',
      '<br>',
      '（二）学习。',
      '# 题\n\n',
    );
    const edit = fc.record({ at: fc.nat(speech.length), gone: fc.nat(60), words });
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 5 }), (edits) => {
        let text = speech;
        for (const { at, gone, words } of edits) {
          text = text.slice(0, at) + words + text.slice(at + gone);
          const read = parseSpeech(text);
          // A style that nobody has used.
          const afresh = preview(read, { ...defaultStyle }, 'pages');
          assert.deepEqual(preview(read, defaultStyle, 'pages'), afresh);
        }
      }),
      { numRuns: 20 },
    );
  });

  it('stay the very same in paragraphs that an edit has only moved', () => {
    const linesIn = (text: string) => pagesOf(layout(parseSpeech(text)), defaultStyle).flatMap(({ rows }) => rows);
    const before = linesIn('# 题\n\n学习不深。\n\n下去不多。\n');
    const after = linesIn('# 题\n\n学习不深入。\n\n下去不多。\n');
    assert.deepEqual(
      after.map(({ line }, index) => line === before[index]?.line),
      [true, false, true],
    );
  });
});
