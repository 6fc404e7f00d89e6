// Bundles the suite twice: for the Node extension host and for the web one.
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('../..', import.meta.url));
const suite = (entry) => join(root, 'test/host/suite', entry);
const output = (file) => join(root, '.cache/test-host', file);
const common = { bundle: true, format: 'cjs', target: 'es2023', sourcemap: 'inline', logLevel: 'warning' };

/** Resolves to the paths of the two bundles. */
export async function buildSuite() {
  const node = output('node.js');
  const web = output('web.js');
  await build({
    ...common,
    entryPoints: [suite('index.ts')],
    outfile: node,
    platform: 'node',
    external: ['vscode', 'mocha'],
  });
  await build({
    ...common,
    entryPoints: [suite('index.web.ts')],
    outfile: web,
    platform: 'browser',
    external: ['vscode'],
    // Mocha's browser build looks at the environment, and a worker has none.
    define: { 'process.env.NODE_DEBUG': 'undefined' },
  });
  return { node, web };
}
