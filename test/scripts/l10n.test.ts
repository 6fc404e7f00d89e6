import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { rules } from '../../server/src/rules/index.ts';

/** Every text in `t('…')` of the sources, and what the rules ask for. */
function textsInSources(): ReadonlySet<string> {
  const found = new Set(rules.map(({ title }) => title));
  for (const folder of ['server/src', 'client/src']) {
    for (const path of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
      if (!path.endsWith('.ts')) continue;
      const code = readFileSync(`${folder}/${path}`, 'utf8');
      for (const [, text = ''] of code.matchAll(/(?<![\w.])t\(\s*'((?:[^'\\]|\\.)*)'/g))
        found.add(text.replaceAll("\\'", "'").replaceAll('\\n', '\n'));
    }
  }
  return found;
}

const english: Record<string, string> = JSON.parse(readFileSync('l10n/bundle.l10n.en.json', 'utf8'));

describe('translations', () => {
  it('there is English for every text that a writer sees, and for no other', () => {
    const used = textsInSources();
    assert.ok(used.size > 300, `Only ${used.size} texts found: does the search still work?`);
    const missing = [...used].filter((text) => !(text in english));
    const unused = Object.keys(english).filter((text) => !used.has(text));
    assert.deepEqual({ missing, unused }, { missing: [], unused: [] });
  });

  it('what is put into a text is put into its translation', () => {
    const places = (text: string) => [...new Set(text.match(/\{\d\}/g))].sort().join(' ');
    const different = Object.entries(english).filter(([text, translation]) => places(text) !== places(translation));
    assert.deepEqual(different, []);
  });

  it('package.json and its two tables name the same keys', () => {
    const manifest = readFileSync('package.json', 'utf8');
    const used = [...new Set([...manifest.matchAll(/"%([\w.-]+)%"/g)].map(([, key]) => key))].sort();
    for (const table of ['package.nls.json', 'package.nls.zh-cn.json'])
      assert.deepEqual(Object.keys(JSON.parse(readFileSync(table, 'utf8'))).sort(), used, table);
  });
});
