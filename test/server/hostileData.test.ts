import assert from 'node:assert/strict';
import { parseSpeech } from '../../server/src/model/parse/parse.ts';
import { fileName } from '../../server/src/page/fileName.ts';
import { lint } from '../../server/src/rules/lint.ts';
import { defaultContext } from '../../server/src/userData/defaultContext.ts';
import { workspaceContext } from '../../server/src/userData/workspaceContext.ts';

const paths = ['config.json', 'themes.json', 'phrases.json', 'profiles/a.json'];
const evil = '{"polluted": "是", "rules": {"polluted": "off"}}';

/** JSON of a workspace that means harm. */
const hostile: Readonly<Record<string, string>> = {
  __proto__at_the_top: `{"__proto__": ${evil}}`,
  constructor: `{"constructor": {"prototype": ${evil}}, "toString": 1, "hasOwnProperty": 1}`,
  'names of rules': `{"rules": {"__proto__": ${evil}, "constructor": "off", "toString": "off"}}`,
  'inside items': `{"themes": [{"__proto__": ${evil}}], "profiles": [{"__proto__": ${evil}}]}`,
  'deep nesting': `${'['.repeat(100_000)}${']'.repeat(100_000)}`,
  'deep nesting within': `{"rules": ${'{"a":'.repeat(3000)}1${'}'.repeat(3000)}}`,
  'huge arrays': `{"themes": [${'1,'.repeat(50_000)}1], "profiles": [${'{},'.repeat(50_000)}{}]}`,
  'wrong types': '{"rules": [], "themes": "甲", "profiles": 7, "aspects": null}',
};

describe('hostile data of a workspace', function () {
  this.timeout(60_000);

  for (const [name, text] of Object.entries(hostile))
    it(`${name}: pollutes nothing, is told at its place, and leaves what is built in`, () => {
      for (const path of paths) {
        const { context, faults } = workspaceContext([{ path, text }]);
        assert.equal(({} as Record<string, unknown>).polluted, undefined);
        assert.equal((context.config.rules as Record<string, unknown>).polluted, undefined);
        assert.ok(faults.length > 0, `nothing said of ${path}`);
        for (const { span } of faults) assert.ok(0 <= span.start && span.start <= span.end && span.end <= text.length);
        for (const { id } of defaultContext.themes)
          assert.ok(
            context.themes.some((theme) => theme.id === id),
            `${path} took away ${id}`,
          );
      }
    });

  it('a theme may bear any name: a speech is read as ever', () => {
    const text = '{"themes": [{"id": "__proto__", "name": "甲"}, {"id": "constructor", "name": "乙"}]}';
    const { context } = workspaceContext([{ path: 'themes.json', text }]);
    const speech = parseSpeech('一、存在的问题\n\n（一）甲。不深。\n\n（三）乙。不实。\n');
    const told = (of: typeof context) => lint(speech, {}, of).map(({ rule }) => rule.id);
    assert.deepEqual(told(context), told(defaultContext));
    assert.ok(told(context).includes('broken-numbering'));
    assert.equal(({} as Record<string, unknown>).name, undefined);
  });
});

describe('the name of an exported file', () => {
  const day = new Date(2024, 0, 5);
  for (const [title, name] of [
    ['../../etc/passwd', 'etcpasswd'],
    ['..\\..\\甲', '甲'],
    ['/甲/乙', '甲乙'],
    ['C:甲\u0000乙\u202e', 'C甲乙'],
    ['..', '发言'],
    ['~', '~'],
    ['CON', '发言 CON'],
    ['com1.甲', '发言 com1.甲'],
    ['Console', 'Console'],
  ] as const)
    it(`of ${JSON.stringify(title)} is ${name}`, () => {
      assert.equal(fileName('{题目}', title, day, '甲'), name);
    });
});
