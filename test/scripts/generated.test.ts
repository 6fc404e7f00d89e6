import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  configSchema,
  keyOf,
  ruleDocs,
  ruleSettings,
  withRules,
  withTables,
  withTitles,
} from '../../scripts/generated.ts';
import { folders, labelledSpeeches, writtenAnswers } from '../../scripts/labelledSpeeches.ts';
import { traceTables } from '../../scripts/traceTables.ts';
import { rules } from '../../server/src/rules/index.ts';
import { defaultContext } from '../../server/src/userData/defaultContext.ts';

const manifest = JSON.parse(readFileSync('package.json', 'utf8'));

describe('what is generated is fresh (else: npm run generate)', () => {
  it('the settings', () => {
    const { type, additionalProperties, properties } = manifest.contributes.configuration.properties['fayan.rules'];
    const byKey = ruleSettings((rule) => `%${keyOf(rule)}%`);
    assert.deepEqual({ type, additionalProperties, properties }, byKey);
    const words = JSON.parse(readFileSync('package.nls.zh-cn.json', 'utf8'));
    assert.deepEqual(words, withRules(words));
  });

  it('the English of what the rules ask for', () => {
    const english = JSON.parse(readFileSync('l10n/bundle.l10n.en.json', 'utf8'));
    assert.deepEqual(english, withTitles(english, JSON.parse(readFileSync('package.nls.json', 'utf8'))));
  });

  it('docs/rules.md', () => assert.equal(readFileSync('docs/rules.md', 'utf8'), ruleDocs()));

  it('the tables of the README', () => {
    const readme = readFileSync('README.md', 'utf8');
    const words = JSON.parse(readFileSync('package.nls.zh-cn.json', 'utf8'));
    assert.match(readme, /<!-- rules -->\n[\s\S]*<!-- \/rules -->/);
    assert.match(readme, /<!-- settings -->\n[\s\S]*<!-- \/settings -->/);
    assert.equal(readme, withTables(readme, manifest, words));
  });

  it('schemas/config.schema.json', () => {
    assert.equal(readFileSync('schemas/config.schema.json', 'utf8'), `${JSON.stringify(configSchema(), null, 2)}\n`);
  });
});

it('the tables of the trace are those of the labelled speeches (else: npm run trace:fit -- --write)', () => {
  const made = traceTables(folders.flatMap(labelledSpeeches), writtenAnswers());
  assert.deepEqual(defaultContext.commonPairs, made.commonPairs);
  assert.deepEqual(defaultContext.sidelineCharacters, made.sidelineCharacters);
  assert.deepEqual(defaultContext.affinityTable, made.affinityTable);
});

it('every rule has its file, and every file of a rule is listed', () => {
  const files = readdirSync('server/src/rules').filter((file) =>
    / satisfies Rule|: Rule = |Rule\(\{/.test(readFileSync(join('server/src/rules', file), 'utf8')),
  );
  const listed = readFileSync('server/src/rules/index.ts', 'utf8');
  assert.deepEqual(
    files.filter((file) => !listed.includes(`'./${file}'`) && file !== 'index.ts'),
    [],
  );
  assert.equal(new Set(rules.map(({ id }) => id)).size, rules.length);
});
