// Builds what the extension ships: client and server for Node (desktop), client and server for the web, and the command line tool.
import { context } from 'esbuild';

const production = process.argv.includes('--minify');
const watch = process.argv.includes('--watch');

const common = {
  bundle: true,
  target: 'es2023',
  sourcemap: !production,
  minify: production,
  logLevel: 'warning',
  // Chinese stays readable in the bundle, and three times smaller than escapes.
  charset: 'utf8',
};
const node = { ...common, platform: 'node', format: 'cjs', mainFields: ['module', 'main'] };
const browser = { ...common, platform: 'browser' };

const bundles = [
  { ...node, entryPoints: { client: 'client/src/node.ts' }, outdir: 'dist/node', external: ['vscode'] },
  { ...node, entryPoints: { server: 'server/src/node.ts' }, outdir: 'dist/node' },
  // What nobody needs while writing: Word, PDF and import. Loaded on demand.
  { ...node, entryPoints: { files: 'server/src/page/files.ts' }, outdir: 'dist/node' },
  { ...browser, entryPoints: { files: 'server/src/page/files.ts' }, outdir: 'dist/browser', format: 'cjs' },
  {
    ...node,
    entryPoints: { cli: 'server/src/cli/main.ts' },
    outdir: 'dist/node',
    outExtension: { '.js': '.cjs' },
    banner: { js: '#!/usr/bin/env node' },
  },
  {
    ...browser,
    entryPoints: { client: 'client/src/browser.ts' },
    outdir: 'dist/browser',
    format: 'cjs',
    external: ['vscode'],
  },
  // Without the condition `worker` a dependency picks its DOM build, and there is no `document` in a worker.
  {
    ...browser,
    entryPoints: { server: 'server/src/browser.ts' },
    outdir: 'dist/browser',
    format: 'iife',
    conditions: ['worker'],
  },
  {
    ...browser,
    entryPoints: ['picture.ts', 'picture.css', 'preview.ts', 'preview.css'].map((file) => `client/src/webview/${file}`),
    outdir: 'dist/webview',
    format: 'iife',
  },
];

for (const options of bundles) {
  const bundle = await context(options);
  if (watch) await bundle.watch();
  else {
    await bundle.rebuild();
    await bundle.dispose();
  }
}
if (watch) console.log('watching');
