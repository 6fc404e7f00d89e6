// The fixture texts, see README.md. Nothing here loads the server.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** A text and the name of its file, without `.md`. */
export interface Fixture {
  readonly name: string;
  readonly text: string;
}

export const heldOutFolder = 'test/speeches/held-out';

/** Where a folder is, given from the root of the repository or absolutely. */
export function pathOf(folder: string): string {
  return resolve(import.meta.dirname, '..', folder);
}

/**
 * The texts of a folder, in the order of their names, as they stand on disk. Fails when there is none, as a test of
 * none tests nothing.
 */
export function fixtures(folder = 'test/speeches'): Fixture[] {
  const files = readdirSync(pathOf(folder)).filter((file) => file.endsWith('.md'));
  assert.notEqual(files.length, 0, `no text in ${folder}`);
  return files.sort().map((file) => ({
    name: file.replace(/\.md$/, ''),
    text: readFileSync(join(pathOf(folder), file), 'utf8'),
  }));
}

/** The labelled speech of this number, held out or not. Fails when there is none. */
export function fixture(number: number): Fixture {
  const found = [...fixtures(), ...fixtures(heldOutFolder)].find(({ name }) => Number.parseInt(name, 10) === number);
  assert.ok(found, `no speech ${number}`);
  return found;
}
