import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const manifest = JSON.parse(readFileSync('package.json', 'utf8'));

it('contributes exactly the commands that the client registers', () => {
  const contributed: string[] = manifest.contributes.commands.map(({ command }: { command: string }) => command);
  assert.deepEqual(contributed.toSorted(), registered());
});

it('has a word in English and in Chinese for every %key%', () => {
  const keys = new Set([...JSON.stringify(manifest).matchAll(/"%([^%"]{1,80})%"/g)].map(([, key]) => key));
  for (const file of ['package.nls.json', 'package.nls.zh-cn.json'])
    assert.deepEqual(Object.keys(JSON.parse(readFileSync(file, 'utf8'))).toSorted(), [...keys].toSorted(), file);
});

it('its commands are found by letters in English and by 汉字 in both languages', () => {
  assert.deepEqual(
    [...new Set(manifest.contributes.commands.map(({ category }: { category: string }) => category))],
    ['%name%'],
  );
  const names = ['package.nls.json', 'package.nls.zh-cn.json'].map(
    (file) => JSON.parse(readFileSync(file, 'utf8')).name,
  );
  assert.deepEqual(names, ['Fayan 发言', '发言']);
});

it('names only files that are there', () => {
  const { icon, contributes } = manifest;
  const paths = [icon, ...[...contributes.snippets, ...contributes.grammars].map(({ path }) => path)];
  for (const path of paths) assert.ok(existsSync(path), path);
});

it('the changelog has an entry for this version', () => {
  assert.match(
    readFileSync('CHANGELOG.md', 'utf8'),
    new RegExp(`^## \\[${manifest.version}\\] - \\d{4}-\\d\\d-\\d\\d$`, 'm'),
  );
});

it('the README shows only pictures that are there', () => {
  for (const [, path] of readFileSync('README.md', 'utf8').matchAll(/\]\((docs\/[^)#]{1,200})/g))
    assert.ok(existsSync(path as string), path);
});

it('the docs name only scripts that there are', () => {
  const docs = ['README.md', 'CONTRIBUTING.md', 'test/README.md', ...readdirSync('docs').map((file) => `docs/${file}`)];
  const named = docs
    .filter((file) => file.endsWith('.md'))
    .flatMap((file) => [...readFileSync(file, 'utf8').matchAll(/npm run ([a-z][a-z:-]{0,40}[a-z])/g)])
    .map(([, name]) => name as string);
  assert.deepEqual(
    [...new Set(named)].filter((name) => !(name in manifest.scripts)),
    [],
  );
  assert.ok(named.includes('trace:fit'));
});

/** The commands a writer can call, as the source of the client names them; those for internal use begin with `_`. */
function registered(): string[] {
  const source = readdirSync('client/src', { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => readFileSync(join('client/src', file), 'utf8'))
    .join('\n');
  const literal = [...source.matchAll(/registerCommand\(\s{0,20}'(fayan\.[\w.]{1,60})'/g)];
  const listed = [...source.matchAll(/'(fayan\.export[A-Z]\w{1,40})'/g)];
  const protocol = readFileSync('server/src/protocol.ts', 'utf8');
  const named = [...protocol.matchAll(/^export const (\w{1,40}) = '(fayan\.\w{1,40})';/gm)]
    .filter(([, name]) => source.includes(`registerCommand(${name},`))
    .map(([, , id]) => id as string);
  return [...new Set([...literal, ...listed].map(([, id]) => id as string).concat(named))].toSorted();
}
