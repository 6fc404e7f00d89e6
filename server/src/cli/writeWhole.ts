import { existsSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { t } from '@vscode/l10n';
import { Misuse } from './options.ts';

/** Writes a file so that it appears complete or not at all; overwrites only with `force`. */
export function writeWhole(path: string, content: Uint8Array | string, force: boolean): void {
  if (!force && existsSync(path)) throw new Misuse(t('{0} 已经有了；要覆盖请加 --force', path));
  const part = `${path}.${process.pid}.part`;
  try {
    writeFileSync(part, content, { flag: 'wx' });
    renameSync(part, path);
  } catch (error) {
    rmSync(part, { force: true });
    throw new Misuse(t('写不了 {0}：{1}', path, (error as Error).message));
  }
}
