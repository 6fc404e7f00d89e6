import { setImmediate } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { t } from '@vscode/l10n';
import { checkFile } from './checkFile.ts';
import type { FileReport, Task } from './checkText.ts';
import type { Named } from './files.ts';

/**
 * Checks the files on this thread and `helpers` more, and hands over the reports in the order of the files.
 * If a helper dies, each file that it was working on gets a report that says so.
 */
export async function checkAll(
  files: readonly Named[],
  task: Task,
  helpers: number,
  onReport: (report: FileReport, done: number) => void,
): Promise<void> {
  const reports = new Map<number, FileReport>();
  let next = 0;
  let told = 0;
  await Promise.all([...Array.from({ length: helpers }, helper), own()]);

  async function own(): Promise<void> {
    while (next < files.length) {
      const from = next;
      next = Math.min(files.length, from + ownBatch);
      take(
        from,
        files.slice(from, next).map((named) => checkFile(named, task)),
      );
      await setImmediate();
    }
  }

  function helper(): Promise<void> {
    return new Promise((resolve) => {
      const worker = new Worker(__filename);
      let from = 0;
      let batch: readonly Named[] = [];
      worker.on('message', (done: FileReport[]) => {
        take(from, done);
        from = next;
        next = Math.min(files.length, from + helperBatch);
        batch = files.slice(from, next);
        if (batch.length > 0) worker.postMessage({ files: batch, task });
        else void worker.terminate();
      });
      worker.on('error', (error) => {
        const why = t('检查时出错：{0}', error.message);
        take(
          from,
          batch.map(({ file }) => ({ file, diagnostics: [], error: why })),
        );
      });
      worker.on('exit', () => resolve());
    });
  }

  function take(from: number, done: readonly FileReport[]): void {
    for (const [index, report] of done.entries()) reports.set(from + index, report);
    for (let report = reports.get(told); report; report = reports.get(told)) {
      reports.delete(told);
      told += 1;
      onReport(report, told);
    }
  }
}

const ownBatch = 4;
const helperBatch = 16;

/**
 * How many helpers are worth it. A worker has to compile everything again, which takes as long as checking some eighty
 * speeches. V8's own threads keep a second processor busy for the first thousand speeches, so a helper on the last
 * processor pays only in long runs.
 */
export function helpersFor(files: number, processors: number): number {
  const spare = processors - (files < longRun ? 2 : 1);
  return Math.max(0, Math.min(spare, Math.floor(files / 80), 15));
}

const longRun = 2000;
