// Where the client starts the server. With `--compiled=FOLDER` V8's compiled code is kept there between two starts.
import './defaultFlags.ts';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runCompiled } from './compiled.ts';

/** Of `server.js`; the build puts it here. */
declare const serverHash: string;

const load = createRequire(__filename);
// V8 would compile each regular expression twice, at first for a slower machine of its own. It reads the flag whenever it compiles one, so
// that it may change by now, and Electron leaves flags open, as Node does. What the server needs of Node is loaded before, for Node
// has that compiled for other flags.
load('node:net');
setFlagsFromString('--no-regexp-tier-up');

const file = load.resolve('./server.js');
const option = '--compiled=';
const folder = process.argv.find((arg) => arg.startsWith(option))?.slice(option.length);
const server = folder ? runCompiled(file, join(folder, 'server.bin'), serverHash) : undefined;
if (!server) load(file);
else if (!server.wasStored) {
  const { firstFindings } = server.exports as typeof import('./node.ts');
  // Symbols, folds and lenses are asked for at the same time, and their code is to be in it.
  void firstFindings.then(() => setTimeout(server.store, 2000).unref());
}
