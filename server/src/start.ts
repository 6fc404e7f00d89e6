// What the desktop client starts: the server, with the code that V8 compiled at an earlier start if
// `--compiled=FOLDER` names a place.
import './defaultFlags.ts';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runCompiled } from './compiled.ts';

/** The hash of `server.js`; the build defines it. */
declare const serverHash: string;

const load = createRequire(__filename);
// V8 would otherwise compile each regular expression twice, first to bytecode. It reads the flag at every compilation,
// so setting it now works, and Electron leaves flags open to change, as Node does. Node's own modules are loaded
// before, because their cached code was compiled with other flags.
load('node:net');
setFlagsFromString('--no-regexp-tier-up');

const file = load.resolve('./server.js');
const option = '--compiled=';
const folder = process.argv.find((arg) => arg.startsWith(option))?.slice(option.length);
const server = folder ? runCompiled(file, join(folder, 'server.bin'), serverHash) : undefined;
if (!server) load(file);
else if (!server.wasStored) {
  const { firstFindings } = server.exports as typeof import('./node.ts');
  // Two seconds later the code for symbols, folds and lenses, which are asked for at the same
  // time, is compiled as well.
  void firstFindings.then(() => setTimeout(server.store, 2000).unref());
}
