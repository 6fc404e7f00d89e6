import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * What a file exports says what it promises. A rule does so by its title and its reason; constants of one line share
 * the comment of the first of them.
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

it('no line of a comment is longer than 120 characters', () => {
  const files = ['client', 'scripts', 'server/src', 'test'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((path) => join(folder, path)),
  );
  const ours = files.filter((path) => /\.(?:ts|mjs|cjs|css)$/.test(path) && !path.includes('node_modules'));
  assert(ours.length > 400, `Only ${ours.length} files`);
  const long = ours.flatMap((path) => longIn(readFileSync(path, 'utf8')).map((line) => `${path}:${line}`));
  assert.deepEqual(long, []);
});

it('a long line is found by its number', () => {
  const words = '甲'.repeat(118);
  assert.deepEqual(
    longIn(`// ${words}\n/** 乙 */\n  // ${words}\n/**\n * ${words}丙\n */\nconst ${words}\n`),
    [1, 3, 5],
  );
});

/** The lines, counted from 1, that are all comment and too long. */
function longIn(text: string): number[] {
  const isLong = (line: string) => line.length > 120 && /^\s*(?:\/\*|\*|\/\/)/.test(line);
  return text.split(/\r?\n/).flatMap((line, index) => (isLong(line) ? [index + 1] : []));
}

function undocumented(path: string): string[] {
  return undocumentedIn(readFileSync(path, 'utf8')).map((name) => `${path}: ${name}`);
}

function undocumentedIn(text: string): string[] {
  const exported =
    /(?<!\*\/\n|^export const .+;\n)^export (?:async )?(?:interface|type|function\*?|const|class) (\w+)\b(?!: Rule = )/gm;
  return [...text.matchAll(exported)].map(([, name = '']) => name);
}
