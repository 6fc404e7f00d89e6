import { existsSync, realpathSync, statSync, writeFileSync } from 'node:fs';
import { t } from '@vscode/l10n';
import { Misuse } from './options.ts';
import { replaceFile } from './replaceFile.ts';
import { visible } from './visible.ts';
import { whyNotWritten } from './whyNotWritten.ts';

/** Writes to a file as `writeWhole` does, and tells its name; `-` is the standard output. */
export function writeTo(target: string, content: Uint8Array | string, how: WriteOptions): void {
  if (target === '-') process.stdout.write(content);
  else {
    writeWhole(target, content, how);
    console.log(visible(target));
  }
}

/** Whether to overwrite a file, and what its content was made from. */
interface WriteOptions {
  readonly force: boolean;
  readonly source: string;
}

/**
 * Writes a file as `replaceFile` does; overwrites only with `force`, and never the `source` that the content was made
 * from. What is no file, such as /dev/stdout, is written to.
 */
export function writeWhole(path: string, content: Uint8Array | string, { force, source }: WriteOptions): void {
  if (!force && existsSync(path)) throw new Misuse(t('{0} 已经有了；要覆盖请加 --force', path));
  const stats = statSync(path, { throwIfNoEntry: false });
  if (stats && realpathSync(path) === realpathSync(source)) throw new Misuse(t('{0} 就是原稿，请换个名字', path));
  try {
    if (stats && !stats.isFile()) writeFileSync(path, content);
    else replaceFile(path, content);
  } catch (error) {
    throw new Misuse(t('写不了 {0}：{1}', path, whyNotWritten(error)));
  }
}
