import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { parseSpeech } from '../../../server/src/model/parse.ts';
import { outlineText } from './outlineText.ts';

/** Expected outlines stand beside the speeches; `UPDATE=1 npm run unit` rewrites them, to be read before they are committed. */
describe('outlines of the fixture speeches', () => {
  for (const folder of ['test/speeches', 'test/speeches/held-out']) {
    for (const name of readdirSync(folder).filter((file) => /^\d.*\.md$/.test(file))) {
      it(name, () => {
        const actual = outlineText(parseSpeech(readFileSync(`${folder}/${name}`, 'utf8')));
        const file = `${folder}/outlines/${name.replace(/\.md$/, '.txt')}`;
        if (process.env.UPDATE) {
          mkdirSync(`${folder}/outlines`, { recursive: true });
          writeFileSync(file, actual);
        }
        assert.equal(actual, existsSync(file) ? readFileSync(file, 'utf8') : '(no golden outline)');
      });
    }
  }
});
