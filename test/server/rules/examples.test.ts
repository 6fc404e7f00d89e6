import assert from 'node:assert/strict';
import { parseSpeech } from '../../../server/src/model/parse/parse.ts';
import { rules } from '../../../server/src/rules/index.ts';
import { findings } from '../../../server/src/rules/lint.ts';
import { checkRule } from '../marked.ts';

/** These two compare with other files and are tested with the index of those files. */
const needOtherFiles = ['copied-passage', 'last-year-problem'];

describe('rule examples', () => {
  for (const rule of rules) {
    it(`${rule.id} has one`, () => assert(rule.examples.length > 0 || needOtherFiles.includes(rule.id)));

    for (const { bad, good } of rule.examples) {
      it(`${rule.id}: ${JSON.stringify(bad.slice(0, 60))}`, () => {
        assert(bad.includes('⟦'), 'the bad example marks what is reported');
        checkRule(rule, bad);
        checkRule(rule, good);
      });
    }
  }
});

describe('rule metadata', () => {
  it('ids are unique', () => {
    const ids = rules.map(({ id }) => id);
    assert.deepEqual(ids, [...new Set(ids)]);
  });

  it('sources are said in words, not in keys of notes that a writer has not', () => {
    assert.deepEqual(
      rules.map(({ source }) => source).filter((source) => /\[[A-Z]/.test(source)),
      [],
    );
  });

  it('findings on an empty speech are none', () => {
    const speech = parseSpeech('');
    const found = rules.flatMap((rule) => [...findings(rule, speech)].map(() => rule.id));
    assert.deepEqual(found, []);
  });
});
