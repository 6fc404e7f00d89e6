import { accessSync, constants, realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { t } from '@vscode/l10n';
import type { Similar } from '../similar/similar.ts';
import { checkText, type FileReport, type Task } from './checkText.ts';
import type { Named } from './files.ts';
import { contextAt } from './folderContext.ts';
import { readText } from './readText.ts';
import { whyNotWritten } from './whyNotWritten.ts';

/** Never throws: whatever goes wrong with a file is in its report, and the run continues. */
export function checkFile(named: Named, task: Task, similar?: Similar): FileReport {
  const { file } = named;
  const read = readText(file);
  if ('error' in read) return { file, diagnostics: [], error: read.error };
  try {
    const { context } = contextAt(dirname(file), task.extra);
    const { fixed, ...report } = checkText(
      { ...named, text: read.text },
      task,
      similar ? { ...context, similar } : context,
    );
    const error = fixed === undefined ? undefined : replaceFile(file, fixed);
    return error === undefined ? report : { file, diagnostics: [], error };
  } catch (error) {
    return {
      file,
      diagnostics: [],
      error: t('检查时出错：{0}', error instanceof Error ? error.message : String(error)),
    };
  }
}

/**
 * Writes the whole text or nothing: after a full disk or an aborted run the old text is still
 * there. Returns why it failed.
 */
function replaceFile(file: string, text: string): string | undefined {
  const real = realpathSync(file);
  const draft = `${real}.${process.pid}.tmp`;
  try {
    // A new file takes the place of one that is marked as not to be written, too.
    accessSync(real, constants.W_OK);
    writeFileSync(draft, text, { mode: statSync(real).mode, flag: 'wx' });
    renameSync(draft, real);
    return undefined;
  } catch (error) {
    rmSync(draft, { force: true });
    return t('改好的没有写成，原文没有动：{0}', whyNotWritten(error));
  }
}
