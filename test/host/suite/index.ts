// What VS Code runs in the Node extension host.
import Mocha from 'mocha';
import { closed } from './closing.ts';

export async function run(): Promise<void> {
  const mocha = new Mocha({ reporter: 'spec', color: false, timeout: 60_000 });
  mocha.suite.emit('pre-require', globalThis, '', mocha);
  await import('./all.ts');
  await closed(mocha);
}
