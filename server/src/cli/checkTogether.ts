import { setImmediate } from 'node:timers/promises';
import { similarIn } from '../similar/lookup.ts';
import type { Similar } from '../similar/similar.ts';
import { createIndex, type Index } from '../similar/similarIndex.ts';
import { checkFile } from './checkFile.ts';
import type { FileReport, Task } from './checkText.ts';
import { type Named, namedFiles, notAmong } from './files.ts';
import { indexFiles } from './indexFiles.ts';

/** Checks the files, also for passages that they share with each other and with last year's. */
export async function checkTogether(
  files: readonly Named[],
  lastYear: string | undefined,
  task: Task,
  onReport: (report: FileReport, done: number) => void,
): Promise<void> {
  const index = indexOf(lastYear, files, (report) => onReport(report, 0));
  // A file that cannot be read is reported when its turn comes.
  indexFiles(index, files, false, () => {});
  let current = '';
  const similar = similarIn(index, () => current);
  for (const [number, named] of files.entries()) {
    current = named.file;
    onReport(checkFile(named, task, similar), number + 1);
    if (number % 32 === 31) await setImmediate();
  }
}

/** What one speech shares with last year's; `file` is what it is called. */
export function similarLastYear(lastYear: string, file: string, onError: (report: FileReport) => void): Similar {
  return similarIn(indexOf(lastYear, [{ file, found: false }], onError), () => file);
}

function indexOf(lastYear: string | undefined, files: readonly Named[], onError: (report: FileReport) => void): Index {
  const index = createIndex();
  const told = (file: string, error: string) => onError({ file, diagnostics: [], error });
  if (lastYear !== undefined) indexFiles(index, notAmong(files, namedFiles([lastYear])), true, told);
  return index;
}
