import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * What a file exports says what it promises. A rule does so by its title and its reason; constants of one line share the comment of the
 * first of them.
 */
it('whatever is exported has a doc comment', () => {
  const files = ['server/src', 'client/src'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((path) => join(folder, path)),
  );
  const silent = files.filter((path) => path.endsWith('.ts')).flatMap(undocumented);
  assert.deepEqual(silent, []);
});

it('an export without one is found', () => {
  const told = undocumentedIn(
    '/** Words. */\nexport const a = 1;\nexport const b = 2;\n\nexport interface C {\n\nexport async function d(',
  );
  assert.deepEqual(told, ['C', 'd']);
});

function undocumented(path: string): string[] {
  return undocumentedIn(readFileSync(path, 'utf8')).map((name) => `${path}: ${name}`);
}

function undocumentedIn(text: string): string[] {
  const exported =
    /(?<!\*\/\n|^export const .+;\n)^export (?:async )?(?:interface|type|function\*?|const|class) (\w+)\b(?!: Rule = )/gm;
  return [...text.matchAll(exported)].map(([, name = '']) => name);
}
