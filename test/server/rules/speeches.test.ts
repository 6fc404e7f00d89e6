import assert from 'node:assert/strict';
import { parseSpeech } from '../../../server/src/model/parse/parse.ts';
import { halfwidthPunctuation } from '../../../server/src/rules/halfwidth-punctuation.ts';
import { findings } from '../../../server/src/rules/lint.ts';
import { labelledTexts } from '../../labels.ts';
import { toldAboveHint } from './told.ts';

/** What is wrong besides half-width marks, and on purpose: masks of a template, and the blanks of a paste. */
const right: Readonly<Record<string, readonly string[]>> = {
  '28-township-team-2024-masked': ['space-in-chinese', 'template-residue'],
  '39-cdc-deputy-2020-mixed-marks': ['space-in-chinese'],
};

describe('punctuation and wording of the labelled speeches', () => {
  for (const { name, text, labels } of labelledTexts()) {
    const speech = parseSpeech(text);

    it(`${name}: half-width marks as labelled`, () => {
      const found = [...findings(halfwidthPunctuation, speech)].map(({ span }) => {
        const { line, character } = speech.source.positionAt(span.start);
        return `${line + 1}:${character + 1}`;
      });
      const labelled = labels.punctuation.filter(({ certainty }) => certainty !== 'arguable');
      assert.deepEqual(
        found,
        labelled.map(({ line, col }) => `${line}:${col}`),
      );
    });

    it(`${name}: nothing else above a hint`, () => {
      const told = toldAboveHint(speech.text, speech)
        .filter(({ severity, rule }) => severity !== 'information' && rule.severity !== 'information')
        .map(({ rule }) => rule.id)
        .filter((id) => id !== halfwidthPunctuation.id);
      assert.deepEqual([...new Set(told)].sort(), right[name] ?? []);
    });
  }
});
