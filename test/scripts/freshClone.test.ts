import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

describe('a script that installs the packages', () => {
  const scripts = readdirSync('scripts')
    .map((name) => join('scripts', name))
    .filter((path) => path.endsWith('.mjs') && /await installDependencies\(\)/.test(readFileSync(path, 'utf8')));

  it('is found', () => assert.ok(scripts.includes(join('scripts', 'start.mjs'))));

  for (const script of scripts)
    it(`imports none before: ${script}`, () => {
      assert.deepEqual(packagesOf(script), []);
    });
});

/** The packages that a module and what it imports import at once. */
function packagesOf(path: string, seen = new Set<string>()): string[] {
  if (seen.has(path)) return [];
  seen.add(path);
  const imports = readFileSync(path, 'utf8').matchAll(/^(?:import|export) [^;]{1,1000}? from '([^']{1,200})'/gm);
  return [...imports].flatMap(([, name = '']) => {
    if (name.startsWith('.')) return packagesOf(join(dirname(path), name), seen);
    return name.startsWith('node:') ? [] : [`${name} in ${path}`];
  });
}
