import { parseSpeech } from '../../server/src/model/parse/parse.ts';
import type { Speech } from '../../server/src/model/speech.ts';
import { fixture } from '../speeches.ts';
import { checkAnswers, checkSpeech } from './random/checkSpeech.ts';

describe('every prefix of a speech', function () {
  this.timeout(120_000);

  for (const number of [1, 16, 17, 19]) {
    const { name, text } = fixture(number);
    it(`is a speech: ${name}`, () => {
      let previous: Speech | undefined;
      for (let end = 0; end <= text.length; end += 1) {
        const speech = parseSpeech(text.slice(0, end), previous);
        checkSpeech(speech);
        if (end % 40 === 0) checkAnswers(speech);
        previous = speech;
      }
    });
  }
});

describe('every suffix of a speech', () => {
  it('is one too', function () {
    this.timeout(60_000);
    const { text } = fixture(6);
    for (let start = 0; start <= text.length; start += 7) checkSpeech(parseSpeech(text.slice(start)));
  });
});
