import { accessSync, constants } from 'node:fs';
import { dirname } from 'node:path';
import { t } from '@vscode/l10n';
import type { Similar } from '../similar/similar.ts';
import { whyNotWritten } from '../whyNotWritten.ts';
import { checkText, type FileReport, type Task } from './checkText.ts';
import type { Named } from './files.ts';
import { contextAt } from './folderContext.ts';
import { readText } from './readText.ts';
import { replaceFile } from './replaceFile.ts';

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
    const error = fixed === undefined ? undefined : notWritten(file, read.mark + fixed);
    return error === undefined ? report : { file, diagnostics: [], error };
  } catch (error) {
    return {
      file,
      diagnostics: [],
      error: t('检查时出错：{0}', error instanceof Error ? error.message : String(error)),
    };
  }
}

/** Writes the whole text or nothing; returns why it failed. */
function notWritten(file: string, text: string): string | undefined {
  try {
    // A new file takes the place of one that is marked as not to be written, too.
    accessSync(file, constants.W_OK);
    replaceFile(file, text);
    return undefined;
  } catch (error) {
    return t('改好的没有写成，原文没有动：{0}', whyNotWritten(error));
  }
}
