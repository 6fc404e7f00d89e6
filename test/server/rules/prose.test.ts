import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { parseSpeech } from '../../../server/src/model/parse.ts';
import { lint } from '../../../server/src/rules/lint.ts';
import { mark } from '../marked.ts';

const folder = new URL('../../prose/', import.meta.url);

/** What is truly wrong in the ordinary texts, each with what stands before it. */
const right: Readonly<Record<string, readonly string[]>> = {
  'dialogue.md': ['错了⟦!⟧', '了!⟦!⟧'],
  'review.md': ['以了⟦(⟧', '(笑⟦)⟧'],
  // “三、” goes on with （1） where the other parts have （一）.
  'training-notice.md': ['⏎⏎⟦（1）⟧'],
};

describe('ordinary Chinese prose', () => {
  for (const name of readdirSync(folder).filter((file) => file.endsWith('.md'))) {
    it(`${name}: silent or right`, () => {
      const text = readFileSync(new URL(name, folder), 'utf8');
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
