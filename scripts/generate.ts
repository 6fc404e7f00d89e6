// Writes what is derived: from the rules settings in package.json and their Chinese words, the English of their titles,
// docs/rules.md, the tables in README.md; pinyin initials for completion.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { configSchema, keyOf, ruleDocs, ruleSettings, withRules, withTables, withTitles } from './generated.ts';
import { initialsFile } from './initials.ts';

const manifest = JSON.parse(readFileSync('package.json', 'utf8'));
const setting = manifest.contributes.configuration.properties['fayan.rules'];
manifest.contributes.configuration.properties['fayan.rules'] = {
  ...setting,
  ...ruleSettings((rule) => `%${keyOf(rule)}%`),
};
writeFileSync('package.json', `${JSON.stringify(manifest, null, 2)}\n`);
mkdirSync('schemas', { recursive: true });
writeFileSync('schemas/config.schema.json', `${JSON.stringify(configSchema(), null, 2)}\n`);
mkdirSync('docs', { recursive: true });
writeFileSync('docs/rules.md', ruleDocs());
const words = withRules(JSON.parse(readFileSync('package.nls.zh-cn.json', 'utf8')));
writeFileSync('package.nls.zh-cn.json', `${JSON.stringify(words, null, 2)}\n`);
const bundle = 'l10n/bundle.l10n.en.json';
const english = withTitles(
  JSON.parse(readFileSync(bundle, 'utf8')),
  JSON.parse(readFileSync('package.nls.json', 'utf8')),
);
writeFileSync(bundle, `${JSON.stringify(english, null, 2)}\n`);
writeFileSync('README.md', withTables(readFileSync('README.md', 'utf8'), manifest, words));
writeFileSync('server/data/initials.json', initialsFile());
