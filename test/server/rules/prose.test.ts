import assert from 'node:assert/strict';
import { parseSpeech } from '../../../server/src/model/parse/parse.ts';
import { lint } from '../../../server/src/rules/lint.ts';
import { fixtures } from '../../speeches.ts';
import { mark } from '../marked.ts';

/** What is truly wrong in the ordinary texts, each with what stands before it. */
const right: Readonly<Record<string, readonly string[]>> = {
  dialogue: ['错了⟦!⟧', '了!⟦!⟧'],
  review: ['以了⟦(⟧', '(笑⟦)⟧'],
  // “三、” goes on with （1） where the other parts have （一）.
  'training-notice': ['⏎⏎⟦（1）⟧'],
};

describe('ordinary Chinese prose', () => {
  for (const { name, text } of fixtures('test/prose')) {
    it(`${name}: silent or right`, () => {
      const told = lint(parseSpeech(text))
        .filter(({ severity }) => severity !== 'hint')
        .map(({ span }) => {
          const start = Math.max(0, span.start - 2);
          const words = mark(text.slice(start, span.end), [{ start: span.start - start, end: span.end - start }]);
          return words.replaceAll('\n', '⏎');
        });
      assert.deepEqual(told, right[name] ?? []);
    });
  }
});
