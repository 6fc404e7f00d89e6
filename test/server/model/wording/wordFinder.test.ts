import assert from 'node:assert/strict';
import fc from 'fast-check';
import { wordFinder } from '../../../../server/src/model/wording/wordFinder.ts';

describe('wordFinder', () => {
  it('finds overlapping words in one pass, by their ends', () => {
    assert.deepEqual(found(['她', '他们', '他们的', '们的', '的'], '是他们的'), [
      '他们 1–3',
      '他们的 1–4',
      '们的 2–4',
      '的 3–4',
    ]);
  });

  it('finds all that stands there, however many words begin alike', () => {
    // `ab` and `bC` share a head.
    const text = fc.string({ unit: fc.constantFrom('a', 'b', 'C'), maxLength: 12 });
    fc.assert(
      fc.property(fc.array(text, { maxLength: 40 }), text, (words, text) => {
        const own = [...new Set(words)];
        assert.deepEqual(found(own, text).sort(), expected(own, text).sort());
      }),
    );
  });
});

function found(words: readonly string[], text: string): string[] {
  const places: string[] = [];
  wordFinder(words.map((word) => [word, word] as const)).find(text, (word, start, end) =>
    places.push(`${word} ${start}–${end}`),
  );
  return places;
}

function expected(words: readonly string[], text: string): string[] {
  return words.flatMap((word) =>
    [...text].flatMap((_, at) => (word && text.startsWith(word, at) ? [`${word} ${at}–${at + word.length}`] : [])),
  );
}
