import { parentPort } from 'node:worker_threads';
import { checkFile } from './checkFile.ts';
import type { Task } from './checkText.ts';
import type { Named } from './files.ts';
import { setLanguage } from './language.ts';

/** The worker's side of `pool.ts`: receives batches of files and sends their reports until the port closes. */
parentPort?.on('message', ({ files, task }: { files: readonly Named[]; task: Task }) => {
  parentPort?.postMessage(files.map((named) => checkFile(named, task)));
});
void setLanguage().then(() => parentPort?.postMessage([]));
