// What VS Code runs in the web extension host: a worker, without modules or files.
import 'mocha/mocha.js';
import { closed } from './closing.ts';

export async function run(): Promise<void> {
  // The page that Mocha's browser build reports to by default does not exist in a worker.
  mocha.setup({ ui: 'bdd', reporter: 'spec', color: false, timeout: 60_000 });
  await import('./all.ts');
  await closed(mocha);
}
