import { setImmediate } from 'node:timers/promises';
import { similarIn } from '../similar/lookup.ts';
import { createIndex } from '../similar/similarIndex.ts';
import { checkFile } from './checkFile.ts';
import type { FileReport, Task } from './checkText.ts';
import { type Named, namedFiles } from './files.ts';
import { indexFiles } from './indexFiles.ts';

/** Checks the files, also for passages that they share with each other and with last year's. */
export async function checkTogether(
  files: readonly Named[],
  lastYear: string | undefined,
  task: Task,
  onReport: (report: FileReport, done: number) => void,
): Promise<void> {
  const index = createIndex();
  if (lastYear !== undefined) {
    indexFiles(index, namedFiles([lastYear]), true, (file, error) => onReport({ file, diagnostics: [], error }, 0));
  }
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
