import assert from 'node:assert/strict';
import { organisations, setPhrases } from '../../../server/data/first-person.json';
import { parseSpeech } from '../../../server/src/model/parse/parse.ts';
import { lint } from '../../../server/src/rules/lint.ts';
import { workspaceContext } from '../../../server/src/userData/workspaceContext.ts';

/** The places where a 班子 is told not to say 我. */
function said(words: string, config: object = {}): string[] {
  const text = `# 领导班子对照检查材料\n\n一、存在的问题\n\n（一）学习不系统。${words}的情况摸得不透。\n\n二、整改措施\n\n（一）班子每周读。\n`;
  const { context } = workspaceContext([{ path: 'config.json', text: JSON.stringify(config) }]);
  return lint(parseSpeech(text), {}, context)
    .filter(({ rule }) => rule.id === 'wrong-person')
    .map(({ span }) => text.slice(span.start, span.end + 2));
}

const exampleOf = (word: string | { readonly example: string }, plain: string) =>
  typeof word === 'string' ? plain.replace('…', word) : word.example;

describe('wrong-person, by its table', () => {
  const silent = [
    ...[...organisations.first].map((character) => `我${character}`),
    ...organisations.names.map((name) => exampleOf(name, '我…')),
    ...organisations.fields.map((field) => exampleOf(field, '我…局')),
    ...organisations.bodies.map((body) => exampleOf(body, '我水利…')),
    ...setPhrases.map((phrase) => exampleOf(phrase, '…')),
  ];
  for (const words of new Set(silent)) it(`leaves ${words}`, () => assert.deepEqual(said(words), []));

  it('hears the speaker where the table has nothing', () => {
    assert.deepEqual(said('我对下面'), ['我对下']);
    assert.deepEqual(said('我盐场'), ['我盐场']);
  });

  it('leaves what the team calls its unit, by config.json', () => {
    assert.deepEqual(said('我盐场', { organisations: ['盐场'] }), []);
    assert.deepEqual(said('我盐场', { organisations: ['我盐场'] }), []);
    assert.deepEqual(said('我盐场', { organisations: ['我', '.*', '碱场'] }), ['我盐场']);
  });
});
