import assert from 'node:assert/strict';
import { parseSpeech } from '../../../server/src/model/parse/parse.ts';
import { fingerprint } from '../../../server/src/similar/fingerprint.ts';
import { similarIn } from '../../../server/src/similar/lookup.ts';
import { repeats } from '../../../server/src/similar/repeats.ts';
import { createIndex } from '../../../server/src/similar/similarIndex.ts';
import { assertBounded } from '../../bounded.ts';

describe('sameness within bounds', function () {
  this.timeout(60_000);
  const nasty: Readonly<Record<string, string>> = {
    'one character': '甲'.repeat(100_000),
    'two in turn': '甲乙'.repeat(50_000),
    'one clause': '对群众提的停车难题，'.repeat(10_000),
    'one sentence a line': '对群众提的停车难题只在会上议过两回。\n\n'.repeat(5000),
    'a formula': '增强“四个意识”、坚定“四个自信”、做到“两个维护”，'.repeat(3500),
    'no Chinese': 'abcdefgh 12345 '.repeat(6600),
    'lone surrogates': '\ud800甲\udc00乙'.repeat(25_000),
  };

  for (const [name, text] of Object.entries(nasty)) {
    it(`answers in time: ${name}`, () => {
      assertBounded(name, () => {
        const speech = parseSpeech(text);
        const index = createIndex();
        for (const uri of ['/乙人.md', '/丙人.md', '/丁人.md']) {
          index.put({ uri, stamp: '', lastYear: false, fingerprint: fingerprint(speech) });
        }
        const passages = similarIn(index, () => '/甲人.md').passagesLike(
          parseSpeech(`${text.slice(0, text.length * 0.9)}改`),
        );
        const spans = [...repeats(speech).map(({ here }) => here), ...passages.map(({ here }) => here)];
        for (const { start, end } of spans) assert.ok(0 <= start && start < end && end <= text.length);
      });
    });
  }
});
