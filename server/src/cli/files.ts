import { readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { join } from 'node:path/posix';
import { t } from '@vscode/l10n';
import { Misuse } from './options.ts';
import { standardInput } from './stdin.ts';

/** A file to check; one that was `found` in a folder is checked only if it is a speech. */
export interface Named {
  readonly file: string;
  readonly found: boolean;
}

/**
 * The files of the arguments, with folders replaced by their files; each once, by whatever names it is called, in a
 * fixed order. A name that does not exist stays in, to be reported.
 */
export function namedFiles(paths: readonly string[]): Named[] {
  const known = new Map<string, Named>();
  const add = (file: string, found: boolean) => {
    const place = placeOf(file);
    const same = known.get(place);
    known.set(place, { file: same?.file ?? file, found: found && (same?.found ?? true) });
  };
  for (const path of paths) {
    if (isFolder(path)) for (const file of markdownIn(path)) add(file, true);
    else add(path, false);
  }
  return [...known.values()];
}

/** The files that are not among the others: nothing is to be compared with itself. */
export function notAmong(others: readonly Named[], files: readonly Named[]): readonly Named[] {
  const taken = new Set(others.map(({ file }) => placeOf(file)));
  return files.filter(({ file }) => !taken.has(placeOf(file)));
}

/** Where a file is, the same for all its names. */
function placeOf(file: string): string {
  try {
    return realpathSync.native(file);
  } catch {
    return resolve(file);
  }
}

/**
 * The files without those found below a folder: last year's speeches are often in a folder among this year's, and are
 * not to be checked again.
 */
export function notBelow(folder: string | undefined, files: readonly Named[]): readonly Named[] {
  if (folder === undefined) return files;
  return files.filter(({ file, found }) => !found || /^\.\.(?:[/\\]|$)|^[A-Za-z]:/.test(relative(folder, file)));
}

/** The names in a file, one per line or separated by NUL; `-` is the standard input. */
export async function filesFrom(source: string): Promise<string[]> {
  try {
    const bytes = source === '-' ? await standardInput() : readFileSync(source);
    const text = bytes.toString('utf8').replace(/^\uFEFF/, '');
    // A name may hold a line break, which is why `find -print0` ends names otherwise.
    const names = text.includes('\0') ? text.split('\0') : text.split(/\r?\n/);
    return names.filter((name) => name !== '');
  } catch {
    throw new Misuse(t('读不了文件名单 {0}', source));
  }
}

/** The part `i/n` of a list, `i` from 1; the parts of one list are disjoint and make up the whole. */
export function shardOf<T>(list: readonly T[], shard: string | undefined): readonly T[] {
  if (shard === undefined) return list;
  const [, part, of] = /^(\d{1,6})\/(\d{1,6})$/.exec(shard) ?? [];
  const [i, n] = [Number(part), Number(of)];
  if (!(n >= 1 && i >= 1 && i <= n)) throw new Misuse(t('--shard 应写成 i/n，i 从 1 到 n'));
  return list.filter((_, index) => index % n === i - 1);
}

/** A name that cannot even be looked up is no folder; reading it will say why. */
export function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}

/**
 * The Markdown files below a folder. Paths have `/` on every system, so that reports are the same. Hidden folders,
 * `node_modules` and folders that cannot be read are skipped.
 */
function* markdownIn(folder: string): Iterable<string> {
  const entries = readFolder(folder).sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    if (entry.name.startsWith('.') || entry.name === 'node_modules') continue;
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* markdownIn(path);
    else if (/\.(?:md|markdown)$/i.test(entry.name)) yield path;
  }
}

function readFolder(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}
