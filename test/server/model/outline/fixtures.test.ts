import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { parseSpeech } from '../../../../server/src/model/parse/parse.ts';
import { fixtures, heldOutFolder } from '../../../speeches.ts';
import { outlineText } from './outlineText.ts';

/**
 * Expected outlines stand beside the speeches; `UPDATE=1 npm run unit` rewrites them, to be read
 * before they are committed.
 */
describe('outlines of the fixture speeches', () => {
  for (const folder of ['test/speeches', heldOutFolder]) {
    for (const { name, text } of fixtures(folder)) {
      it(name, () => {
        const actual = outlineText(parseSpeech(text));
        const file = `${folder}/outlines/${name}.txt`;
        if (process.env.UPDATE) {
          mkdirSync(`${folder}/outlines`, { recursive: true });
          writeFileSync(file, actual);
        }
        assert.equal(actual, existsSync(file) ? readFileSync(file, 'utf8') : '(no golden outline)');
      });
    }
  }
});
