import assert from 'node:assert/strict';
import { run } from 'zhlint';
import { parseSpeech } from '../../../server/src/model/parse/parse.ts';
import type { Speech } from '../../../server/src/model/speech.ts';
import { halfwidthPunctuation } from '../../../server/src/rules/halfwidth-punctuation.ts';
import { findings } from '../../../server/src/rules/lint.ts';
import { fixtures } from '../../speeches.ts';

/** Only what both tools judge: which of , : ; ? ! should be full-width. No spacing, no quotation marks. */
const options = {
  rules: {
    noSinglePair: false,
    halfwidthPunctuation: '',
    fullwidthPunctuation: '，：；？！',
    adjustedFullwidthPunctuation: '',
  },
};

/** Numbering and straight quotation marks are what zhlint destroys; characters of equal length stand in for them. */
function masked({ text, entries }: Speech): string {
  let out = text.replaceAll('"', '甲');
  for (const entry of entries) {
    if (entry.kind !== 'line') continue;
    for (const { span } of [entry.numbering, ...entry.series].filter((mark) => mark !== undefined))
      out = out.slice(0, span.start) + '乙'.repeat(span.end - span.start) + out.slice(span.end);
  }
  return out;
}

describe('halfwidth-punctuation against zhlint', () => {
  for (const fixture of fixtures()) {
    it(fixture.name, () => {
      const speech = parseSpeech(fixture.text);
      const text = masked(speech);
      const theirs = run(text, options).validations.map(({ index }) => index);
      const ours = [...findings(halfwidthPunctuation, speech)].map(({ span }) => span.start);
      assert.deepEqual(ours.filter(judged(text)), [...new Set(theirs)].sort((a, b) => a - b).filter(judged(text)));
    });
  }
});

/** zhlint passes over a colon before closing asterisks. */
function judged(text: string): (at: number) => boolean {
  return (at) => ',:;?!'.includes(text.charAt(at)) && !text.startsWith('**', at + 1);
}
