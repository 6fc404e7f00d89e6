import { realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';

/**
 * Writes a file so that it appears complete or not at all: after a full disk or an aborted run an old one is still
 * there. It keeps its mode, and a link stays a link. Throws what the file system says.
 */
export function replaceFile(file: string, content: Uint8Array | string): void {
  const stats = statSync(file, { throwIfNoEntry: false });
  const real = stats ? realpathSync(file) : file;
  const part = `${real}.${process.pid}.part`;
  try {
    writeFileSync(part, content, { flag: 'wx', ...(stats && { mode: stats.mode }) });
    renameSync(part, real);
  } catch (error) {
    rmSync(part, { force: true });
    throw error;
  }
}
