import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { Context } from '../model/context.ts';
import type { DataFile, FileFault } from '../userData/dataFile.ts';
import { workspaceContext } from '../userData/workspaceContext.ts';
import { isFolder } from './files.ts';

/** What the command line adds to the data of every folder; plain data, because it is sent to the workers. */
export interface Extra {
  /** Used instead of files of the same path in `.fayan`; `source` is where they really are. */
  readonly files: ReadonlyArray<DataFile & { readonly source: string }>;
  /** The kind of the speeches that do not state theirs. */
  readonly profile: string | undefined;
}

const nothingExtra: Extra = { files: [], profile: undefined };

/** The data for the files of a folder. */
export interface FolderContext {
  readonly context: Context;
  /** What could not be read in the data; `folder` is the `.fayan` that it is in. */
  readonly faults: readonly FileFault[];
  readonly folder: string | undefined;
}

/** By folder and `extra`: the name after `--profile` is looked up in the data without it. */
const known = new Map<string, FolderContext>();

/**
 * The data for the files of a folder: the nearest `.fayan` at or above it, with `extra`; one context
 * for all folders under it.
 */
export function contextAt(folder: string, extra: Extra = nothingExtra): FolderContext {
  const path = resolve(folder);
  const key = JSON.stringify([path, extra]);
  const found = known.get(key) ?? ownContext(path, extra) ?? parentContext(path, extra);
  known.set(key, found);
  return found;
}

function ownContext(path: string, extra: Extra): FolderContext | undefined {
  const folder = join(path, '.fayan');
  if (!isFolder(folder)) return undefined;
  return contextWith(dataFiles(folder), extra, folder);
}

function parentContext(path: string, extra: Extra): FolderContext {
  const parent = dirname(path);
  return parent === path ? contextWith([], extra, undefined) : contextAt(parent, extra);
}

function contextWith(own: readonly DataFile[], extra: Extra, folder: string | undefined): FolderContext {
  const taken = new Set(extra.files.map(({ path }) => path));
  const { context, faults } = workspaceContext([...own.filter(({ path }) => !taken.has(path)), ...extra.files]);
  const profile = extra.profile === undefined ? {} : { defaultProfile: extra.profile };
  return { context: { ...context, ...profile }, faults, folder };
}

/** JSON files of a `.fayan` folder and of the folders in it; what cannot be read is skipped. */
function dataFiles(folder: string): DataFile[] {
  const within = (path: string) => {
    try {
      return readdirSync(join(folder, path), { withFileTypes: true });
    } catch {
      return [];
    }
  };
  const folders = ['', ...within('').flatMap((entry) => (entry.isDirectory() ? [`${entry.name}/`] : []))];
  return folders.flatMap((inner) =>
    within(inner).flatMap((entry): DataFile[] => {
      if (!entry.isFile() || !entry.name.endsWith('.json')) return [];
      try {
        return [{ path: inner + entry.name, text: readFileSync(join(folder, inner, entry.name), 'utf8') }];
      } catch {
        return [];
      }
    }),
  );
}
