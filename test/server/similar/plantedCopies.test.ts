import assert from 'node:assert/strict';
import { parseSpeech } from '../../../server/src/model/parse/parse.ts';
import { fingerprint } from '../../../server/src/similar/fingerprint.ts';
import { similarIn } from '../../../server/src/similar/lookup.ts';
import { createIndex } from '../../../server/src/similar/similarIndex.ts';
import { corpusOf } from '../../bench/plantedCopies.ts';
import { scoreCopies } from '../../bench/scoreCopies.ts';

describe('planted copies', function () {
  this.timeout(60_000);

  it('are found, and little else', () => {
    const corpus = corpusOf(240, 1330, 20);
    const index = createIndex();
    for (const [number, text] of corpus.texts.entries()) {
      index.put({ uri: `/${number}.md`, stamp: '', lastYear: false, fingerprint: fingerprint(parseSpeech(text)) });
    }
    let current = '';
    const similar = similarIn(index, () => current);
    const found = corpus.copies.map(({ by }) => {
      current = `/${by}.md`;
      return similar.passagesLike(parseSpeech(corpus.texts[by] ?? ''));
    });
    const scores = [0, 0.1, 0.3, 0.5].map((share) => scoreCopies(corpus, found, share));
    // Floors: they may rise.
    assert.deepEqual(
      scores.map(({ recall }, index) => recall >= ([1, 1, 0.95, 0.6][index] ?? 1)),
      [true, true, true, true],
      scores.map(({ recall }) => recall).join(),
    );
    for (const { precision } of scores) assert.ok(precision >= 0.95, String(precision));
  });
});
