import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

describe('imports', () => {
  it('never lead back to the file they start from, not even those of types', () => {
    const files = ['server/src', 'client/src'].flatMap((folder) => filesBelow(folder));
    assert.ok(files.length > 300);
    assert.deepEqual(cycleIn(new Map(files.map((file) => [file, importsOf(file)]))), []);
  });

  it('are found to lead back where they do', () => {
    const imports = new Map([
      ['a', ['b']],
      ['b', ['c', 'd']],
      ['c', []],
      ['d', ['b']],
    ]);
    assert.deepEqual(cycleIn(imports), ['b', 'd', 'b']);
  });
});

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts'))
    .map((path) => join(folder, path));
}

function importsOf(file: string): string[] {
  const sources = readFileSync(file, 'utf8').matchAll(/\b(?:from |import |import\()'(\.[^']+)'/g);
  return [...sources].map(([, path = '']) => join(dirname(file), path)).filter((path) => existsSync(path));
}

/** The files of one cycle, the first again at its end; empty where there is none. */
function cycleIn(imports: ReadonlyMap<string, readonly string[]>): string[] {
  const done = new Set<string>();
  const visit = (file: string, path: readonly string[]): string[] => {
    if (path.includes(file)) return [...path.slice(path.indexOf(file)), file];
    if (done.has(file)) return [];
    for (const next of imports.get(file) ?? []) {
      const found = visit(next, [...path, file]);
      if (found.length > 0) return found;
    }
    done.add(file);
    return [];
  };
  for (const file of imports.keys()) {
    const found = visit(file, []);
    if (found.length > 0) return found;
  }
  return [];
}
