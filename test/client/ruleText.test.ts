import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { ruleText } from '../../client/src/ruleText.ts';
import { rules } from '../../server/src/rules/index.ts';

it('the page of every rule begins with what it asks for, and names it for the settings', () => {
  const docs = readFileSync('docs/rules.md', 'utf8');
  for (const { id, title } of rules) {
    const page = ruleText(docs, id) ?? '';
    assert.ok(page.startsWith(`# ${title}\n\n`), page.slice(0, 60));
    assert.ok(page.includes(`\n规则：\`${id}\`　类别：`), id);
  }
  assert.equal(ruleText(docs, 'no-such-rule'), undefined);
});
