import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import phrases from '../../../../server/data/phrases.json' with { type: 'json' };
import { phraseHover } from '../../../../server/src/features/phraseHover.ts';
import { parseSpeech } from '../../../../server/src/model/parse/parse.ts';
import type { Phrase } from '../../../../server/src/model/wording/phrase.ts';
import { phraseHits } from '../../../../server/src/model/wording/phrases.ts';
import { readerOf } from '../../../../server/src/userData/dataReader.ts';
import { defaultContext } from '../../../../server/src/userData/defaultContext.ts';
import { readPhraseFile } from '../../../../server/src/userData/phraseReader.ts';

describe('the table of fixed phrases', () => {
  it('is of the published form', () => {
    const schema = JSON.parse(
      readFileSync(new URL('../../../../schemas/phrases.schema.json', import.meta.url), 'utf8'),
    );
    const validate = new Ajv({ strict: false, allErrors: true }).compile(schema);
    assert.ok(validate(phrases), JSON.stringify(validate.errors));
  });

  it('has one entry for each phrase', () => {
    const names = phrases.map(({ phrase }) => phrase);
    assert.deepEqual(names, [...new Set(names)]);
  });

  it('never calls a right wording wrong, nor corrects into a wrong one', () => {
    const table = phrases as readonly Phrase[];
    const wrong = new Set(table.flatMap((entry) => (entry.wrong ?? []).map(({ text }) => text)));
    for (const { phrase, right = [], wrong: own = [] } of table) {
      for (const good of [phrase, ...right, ...own.flatMap(({ to }) => to ?? [])]) assert.ok(!wrong.has(good), good);
      const speech = parseSpeech(`${phrase}\n`);
      const hits = phraseHits(speech, defaultContext).filter(({ kind }) => kind === 'wrong');
      assert.deepEqual(hits, [], phrase);
    }
  });

  it('takes what users write, and tells what it could not understand', () => {
    const reader = readerOf([{ phrase: '甲', wrong: [{ text: '乙' }, 3], colour: 1 }, { phrase: 7 }, null]);
    assert.deepEqual(
      readPhraseFile(reader).map(({ phrase, wrong }) => [phrase, wrong]),
      [['甲', [{ text: '乙', level: 'warning' }]]],
    );
    assert.deepEqual(
      reader.faults.map(({ path }) => path.join('.')),
      ['0.colour', '0.wrong.1', '1.phrase', '2'],
    );
  });
});

describe('phraseHover', () => {
  it('says what an expression is and since when', () => {
    const speech = parseSpeech('增强“四个意识”。\n');
    const { contents } = phraseHover(speech, 4, defaultContext) ?? {};
    assert.match(JSON.stringify(contents), /政治意识、大局意识、核心意识、看齐意识.*2016 年起使用/);
  });

  it('says what is nearly written, and of a suspicion that it is one', () => {
    const told = (text: string) => JSON.stringify(phraseHover(parseSpeech(text), 8, defaultContext)?.contents);
    assert.match(told('没有发挥好先锋摸范作用。\n'), /规范表述：先锋模范作用/);
    assert.match(told('不断发展全过程人命民主。\n'), /\*\*全过程人民民主\*\*.*疑似“全过程人民民主”/);
  });

  it('shows what a workspace says of an expression as it is written', () => {
    const phrase = { phrase: '“三会_一课_”', about: '见[通报](http://a.b)、*甲*' };
    const { contents } = phraseHover(parseSpeech('落实“三会_一课_”\n'), 4, { phrases: [phrase] }) ?? {};
    assert.deepEqual(contents, {
      kind: 'markdown',
      value: '**“三会\\_一课\\_”**\n\n见\\[通报\\](http://a.b)、\\*甲\\*',
    });
  });

  it('is silent elsewhere', () => {
    assert.equal(phraseHover(parseSpeech('增强信心。\n'), 1, defaultContext), undefined);
  });
});
