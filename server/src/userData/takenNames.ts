import { t } from '@vscode/l10n';
import type { DataFile } from './dataFile.ts';
import { type DataReader, fault } from './dataReader.ts';

/**
 * Whether an entry is the first of its group with this name; a later one is faulted at `reader`, where its name stands,
 * and must be left out.
 */
export type IsFirst = (reader: DataReader, name: string, group: string) => boolean;

/** For data whose names nobody else takes. */
export const anyName: IsFirst = () => true;

/** The names that the files of a folder take one after the other. */
export function takenNames(): (file: DataFile) => IsFirst {
  const takers = new Map<string, DataFile>();
  return (file) => (reader, name, group) => {
    const key = `${group} ${name}`;
    const taker = takers.get(key);
    if (!taker) {
      takers.set(key, file);
      return true;
    }
    const shown = name.slice(0, 40);
    const message =
      taker === file
        ? t('“{0}”前面已经定过，这一项未采用', shown)
        : t('“{0}”已在 {1} 里定过，这一项未采用', shown, taker.path);
    if (taker === file || !taker.overrides) fault(reader, message, { inSchema: false });
    return false;
  };
}
