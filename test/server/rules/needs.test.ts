import assert from 'node:assert/strict';
import { parseSpeech } from '../../../server/src/model/parse/parse.ts';
import { rules } from '../../../server/src/rules/index.ts';
import { byNeeds } from '../../../server/src/rules/needs.ts';
import { defaultContext } from '../../../server/src/userData/defaultContext.ts';
import { fixtures } from '../../speeches.ts';

const speeches = fixtures().map(({ text }) => parseSpeech(text));

describe('the characters that a rule needs', () => {
  for (const rule of rules) {
    if (!('checkBlock' in rule) || rule.needs === undefined) continue;
    const { needs } = rule;

    it(`${rule.id}: without them it finds nothing`, function () {
      this.timeout(0); // Reads every speech anew for its own characters.
      const examples = rule.examples.map(({ bad }) => parseSpeech(bad.replace(/[⟦⟧]/g, '')));
      const asked = [...speeches, ...examples].flatMap(({ text, blocks }) => [
        ...blocks.filter((block) => ![...needs].some((char) => block.text.includes(char))),
        // Paragraphs that hold one, had they none.
        ...parseSpeech([...needs].reduce((rest, char) => rest.replaceAll(char, ''), text)).blocks,
      ]);
      const found = asked.flatMap((block) =>
        [...rule.checkBlock(block, defaultContext)].map(({ span }) => block.text.slice(span.start, span.end)),
      );
      assert.deepEqual(found, []);
    });
  }

  it('tell which rules to ask', () => {
    const check = { *checkBlock() {} };
    const asks = byNeeds([
      { id: 'any', ...check },
      { id: 'dash', needs: '-—', ...check },
      { id: 'dot', needs: '.', ...check },
    ]);
    const asked = ['', '甲。', '甲—乙', '1.甲-乙'].map(
      (text) =>
        `${text}: ${asks(text)
          .map(({ id }) => id)
          .join(' ')}`,
    );
    assert.deepEqual(asked, [': any', '甲。: any', '甲—乙: any dash', '1.甲-乙: any dash dot']);
  });
});
