import { parseSpeech } from '../../server/src/model/parse.ts';
import type { Speech } from '../../server/src/model/speech.ts';
import { checkAnswers, checkSpeech } from './random/checkSpeech.ts';
import { speeches } from './random/texts.ts';

describe('every prefix of a speech', function () {
  this.timeout(120_000);

  for (const index of [0, 15, 16, 18]) {
    it(`is a speech: number ${index + 1}`, () => {
      const text = speeches[index] ?? '';
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
    const text = speeches[5] ?? '';
    for (let start = 0; start <= text.length; start += 7) checkSpeech(parseSpeech(text.slice(start)));
  });
});
