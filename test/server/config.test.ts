import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import Ajv from 'ajv';
import fc from 'fast-check';
import { readerOf } from '../../server/src/dataReader.ts';
import { placeOf } from '../../server/src/jsonPlace.ts';
import { parseSpeech } from '../../server/src/model/parse.ts';
import { readProfileFile } from '../../server/src/profileReader.ts';
import { lint } from '../../server/src/rules/lint.ts';
import { contextOf } from '../../server/src/workspaceContext.ts';
import { mark, unmark } from './marked.ts';

/** Checks that a file is faulted at exactly the marked places. */
function check(path: string, marked: string, messages: readonly string[]): void {
  it(`${path}: ${marked}`, () => {
    const { faults } = contextOf([{ path, text: unmark(marked) }]);
    assert.equal(
      mark(
        unmark(marked),
        faults.map(({ span }) => span),
      ),
      marked,
    );
    assert.deepEqual(
      faults.map(({ message }) => message),
      messages,
    );
  });
}

describe('.fayan', () => {
  check('config.json', '{"rules": {"broken-numbering": "off"}}', []);
  check('config.json', '{"rules": {"broken-numbering": ⟦"never"⟧}}', [
    '此处应为“off”、“hint”、“information”、“warning”、“error”之一',
  ]);
  check('config.json', '{"rules": {"no-such-rule": ⟦"off"⟧}, "colour": ⟦1⟧}', [
    '不认识的属性“colour”，未采用',
    '没有“no-such-rule”这条规则',
  ]);
  check('config.json', '⟦[⟧]', ['此处应为对象 { }']);
  check('profiles/a.json', '{"profiles": [{"name": "甲", "rate": ⟦"快"⟧}, ⟦{⟧"aliases": []}]}', [
    '此处应为 60 到 600 的数',
    '缺少“name”，这一项未采用',
  ]);
  check('profiles/a.json', '{"aspects": [{"theme": "甲", "items": ["一", ⟦2⟧, {"title": "三", "evidence": ⟦"X"⟧}]}]}', [
    '此处应为对象 { }',
    '此处应为“D”、“I”、“K”之一',
  ]);

  check('themes.json', '{"themes": [{"id": "theory", "problem": [⟦7⟧]}]}', ['此处应为文字，不超过 500 字']);

  check('styles/a.json', '{"name": "本局", "extends": "讲话稿", "size": 20, "title": {"font": "黑体"}}', []);
  check(
    'styles/a.json',
    '{"name": "本局", "extends": ⟦"红头"⟧, "size": ⟦"三号"⟧, "colour": ⟦"red"⟧, "title": {"font": ⟦"a;b"⟧}, "body": ⟦7⟧}',
    [
      '不认识的属性“colour”，未采用',
      '此处应为“公文”、“讲话稿”、“简洁”之一',
      '此处应为 5 到 72 的数',
      '此处应为对象 { }',
      '此处应为名称，不超过 80 字，不含引号和 < > & ; { }',
    ],
  );
  check('styles/a.json', '{"name": "本局", "margins": ⟦{⟧"left": 110, "right": 110}}', [
    '页边距以内排不下几个字，纸张、页边距和每行字数未采用',
  ]);
  check('styles/a.json', '⟦{⟧"size": 20}', ['缺少“name”，这一项未采用']);

  it('keeps what is right of a style, and takes the rest from the style below', () => {
    const text = '{"name": "本局", "size": "三号", "linePitch": 30}';
    const [style] = contextOf([{ path: 'styles/a.json', text }]).context.styles;
    assert.deepEqual([style?.name, style?.size, style?.linePitch, style?.charsPerLine], ['本局', 16, 30, 28]);
  });

  it('adds words to a theme, and themes', () => {
    const text = '{"themes": [{"id": "theory", "problem": ["夜读"]}, {"id": "flood", "name": "防汛"}]}';
    const { themes } = contextOf([{ path: 'themes.json', text }]).context;
    assert.ok(themes.find(({ id }) => id === 'theory')?.problem.includes('夜读'));
    assert.ok(themes.find(({ id }) => id === 'theory')?.problem.includes('理论学习'));
    assert.equal(themes.at(-1)?.name, '防汛');
  });

  it('that is no JSON counts as not there', () => {
    const { context, faults } = contextOf([{ path: 'config.json', text: '{"rules": ' }]);
    assert.deepEqual(context.config.rules, {});
    assert.deepEqual(
      faults.map(({ message }) => message),
      ['不是合法的 JSON，已改用内置的规定'],
    );
  });

  it('keeps what is right beside what is wrong', () => {
    const text = '{"rules": {"broken-numbering": "hint", "halfwidth-punctuation": 7}}';
    assert.deepEqual(contextOf([{ path: 'config.json', text }]).context.config.rules, { 'broken-numbering': 'hint' });
  });

  it('goes before the user’s settings', () => {
    const { context } = contextOf([{ path: 'config.json', text: '{"rules": {"halfwidth-punctuation": "off"}}' }]);
    assert.deepEqual(lint(parseSpeech('甲,乙\n'), { 'halfwidth-punctuation': 'error' }, context), []);
  });

  it('never fails, whatever it holds', () => {
    const paths = fc.constantFrom('config.json', 'profiles/a.json', 'themes.json', 'phrases.json', 'other.json');
    const texts = fc.oneof(
      fc.json(),
      fc.string(),
      fc.string().map((text) => `{"profiles":[{"name":"${text}"}]}`),
    );
    fc.assert(
      fc.property(paths, texts, (path, text) => {
        for (const { span } of contextOf([{ path, text }]).faults) {
          assert.ok(span.start >= 0 && span.start <= span.end && span.end <= text.length);
        }
      }),
    );
    const deep = `{"profiles": ${'['.repeat(100_000)}${']'.repeat(100_000)}}`;
    assert.equal(contextOf([{ path: 'profiles/a.json', text: deep }]).faults.length > 0, true);
  });

  it('finds any value of any JSON', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.array(fc.jsonValue())), (value) => {
        const text = JSON.stringify(value, null, 1);
        for (const [key, items] of Object.entries(value)) {
          for (const [index, item] of items.entries()) {
            const { start, end } = placeOf(text, [key, index]);
            if (typeof item !== 'object' || item === null) assert.equal(text.slice(start, end), JSON.stringify(item));
          }
        }
      }),
    );
  });
});

describe('the built-in data', () => {
  const schema = JSON.parse(readFileSync('schemas/profile.schema.json', 'utf8'));
  const validate = new Ajv({ strict: false }).compile(schema);
  for (const name of ['profiles', 'aspects']) {
    const data = JSON.parse(readFileSync(`server/data/${name}.json`, 'utf8'));

    it(`${name}.json follows the schema`, () => {
      validate(data);
      assert.deepEqual(validate.errors ?? [], []);
    });

    it(`${name}.json is read without a fault`, () => {
      const reader = readerOf(data);
      readProfileFile(reader);
      assert.deepEqual(reader.faults, []);
    });
  }

  it('says of what nobody confirmed that nobody did', () => {
    const { aspects } = JSON.parse(readFileSync('server/data/aspects.json', 'utf8'));
    for (const { theme, evidence, note, items } of aspects) {
      if (evidence === 'K') assert.match(note, /未经核实/, theme);
      for (const item of items) if (item.evidence === 'K') assert.match(item.note, /未经核实/, item.title);
    }
  });
});
