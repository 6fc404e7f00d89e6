import { existsSync, realpathSync, statSync, writeFileSync } from 'node:fs';
import { t } from '@vscode/l10n';
import { whyNotWritten } from '../whyNotWritten.ts';
import { replaceFile } from './replaceFile.ts';
import { complain, visible } from './visible.ts';

/** A file that was not to be written, or could not; the message tells the user which and why. */
class NotWritten extends Error {}

/**
 * Writes to a file as `writeWhole` does, and tells its name; `-` is the standard output. Where it was not written, says
 * why on the standard error, and returns false.
 */
export function writeTo(target: string, content: Uint8Array | string, how: WriteOptions): boolean {
  if (target === '-') {
    process.stdout.write(content);
    return true;
  }
  try {
    writeWhole(target, content, how);
  } catch (error) {
    if (!(error instanceof NotWritten)) throw error;
    complain(error.message);
    return false;
  }
  console.log(visible(target));
  return true;
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
  if (!force && existsSync(path)) throw new NotWritten(t('{0} 已经有了；要覆盖请加 --force', path));
  const stats = statSync(path, { throwIfNoEntry: false });
  if (stats && realpathSync(path) === realpathSync(source)) throw new NotWritten(t('{0} 就是原稿，请换个名字', path));
  try {
    if (stats && !stats.isFile()) writeFileSync(path, content);
    else replaceFile(path, content);
  } catch (error) {
    throw new NotWritten(t('写不了 {0}：{1}', path, whyNotWritten(error)));
  }
}
