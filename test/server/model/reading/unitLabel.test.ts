import assert from 'node:assert/strict';
import { parseSpeech } from '../../../../server/src/model/parse/parse.ts';
import { unitsNamed } from '../../../../server/src/model/reading/unitLabel.ts';
import type { Speech } from '../../../../server/src/model/speech.ts';
import { pinsOf, referenceTo } from '../../../../server/src/model/trace/pins.ts';
import { fixtures, heldOutFolder } from '../../../speeches.ts';

/** A speech with these problems, and a measure with this pin. */
function pinned(problems: readonly string[], pin: string): Speech {
  return parseSpeech(
    `一、存在的问题\n\n${problems.join('\n\n')}\n\n二、整改措施\n\n（一）走访群众。每月下去两次。<!-- 对应：${pin} -->\n`,
  );
}

/** The problems that a pin names. */
function named(problems: readonly string[], pin: string): string[][] {
  return pinsOf(pinned(problems, pin)).pins.flatMap(({ references }) =>
    references.map(({ units }) => units.map(({ id }) => id)),
  );
}

describe('the name of a unit', () => {
  it('may hold commas and quotation marks, as the title does', () => {
    const problems = ['- **学习、调研，都不够。**', '- **“两个维护”学得不深。**', '- **下去少。**'];
    assert.deepEqual(named(problems, '“学习、调研，都不够”、“下去少”'), [['P1'], ['P3']]);
    assert.deepEqual(named(problems, '"学习、调研" “两个维护学得”#0000'), [['P1'], ['P2']]);
    assert.deepEqual(named(problems, '““两个维护”学得不深”'), [['P2']]);
  });

  it('left open goes to the end', () => {
    assert.deepEqual(named(['- **学习、调研不够。**', '- **下去少。**'], '“下去少”、“学习、调'), [['P2'], []]);
  });

  it('in full means no other that only begins like it', () => {
    const problems = ['- **学习不够。**', '- **学习不够深入。**'];
    assert.deepEqual(named(problems, '“学习不够”'), [['P1']]);
    assert.deepEqual(named(problems, '“学习不”'), [['P1', 'P2']]);
  });

  it('is as long as it must be', () => {
    const problems = ['- **带头严守党的政治纪律规矩方面。**不严。', '- **带头严守党的政治纪律规矩和廉洁方面。**不严。'];
    const speech = pinned(problems, '无');
    assert.deepEqual(
      speech.problems.map((problem) => referenceTo(speech, problem).split('#')[0]),
      ['“带头严守党的政治纪律规矩方”', '“带头严守党的政治纪律规矩和”'],
    );
  });

  it('names that unit alone, in the labelled speeches', function () {
    this.timeout(60_000);
    for (const { name, text } of [...fixtures(), ...fixtures(heldOutFolder)]) {
      const speech = parseSpeech(text);
      for (const units of [speech.problems, speech.measures])
        for (const unit of units) {
          // Two with all words in common have no names of their own.
          if (!unit.numbering && units.some(({ title }, at) => title === unit.title && units[at] !== unit)) continue;
          const reference = referenceTo(speech, unit).split('#')[0] ?? '';
          const ids = unitsNamed(speech, units, reference).map(({ id }) => id);
          assert.deepEqual(ids, [unit.id], `${name}: ${reference}`);
        }
    }
  });
});
