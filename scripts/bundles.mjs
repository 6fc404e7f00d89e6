// @ts-check
// What the extension ships: client and server for Node (desktop), client and server for the web,
// and the command line tool.
import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { buildSplit, links } from './chunks.mjs';
import {
  clientFeatures,
  importedOnce,
  l10nOfTables,
  rulesWithoutDocs,
  serverFeatures,
  serverOnNode,
  tablesWithoutExamples,
} from './leaveOut.mjs';

const absWorkingDir = fileURLToPath(new URL('..', import.meta.url));

/** @typedef {import('esbuild').BuildOptions} BuildOptions */
/** @typedef {import('./chunks.mjs').Built} Built */

/** The files of all bundles, as `{path, contents}`, with the metafile of each; nothing is written. */
export async function bundles({ minify = false } = {}) {
  /** @satisfies {BuildOptions} */
  const common = {
    absWorkingDir,
    bundle: true,
    target: 'es2023',
    sourcemap: !minify,
    minify,
    logLevel: 'warning',
    // Chinese stays readable in the bundle, and three times smaller than escapes.
    charset: 'utf8',
  };
  /** @satisfies {BuildOptions} */
  const node = { ...common, platform: 'node', format: 'cjs', mainFields: ['module', 'main'], outdir: 'dist/node' };
  /** @satisfies {BuildOptions} */
  const browser = { ...common, platform: 'browser', format: 'cjs', outdir: 'dist/browser' };
  const client = { external: ['vscode'], plugins: [clientFeatures] };
  const server = { plugins: [rulesWithoutDocs, tablesWithoutExamples, serverFeatures], mainPlugins: [importedOnce] };
  /** @type {(name: string, entry: string, options: BuildOptions) => Promise<Built>} */
  const whole = (name, entry, options) =>
    build({ ...options, entryPoints: { [name]: entry }, write: false, metafile: true });
  const serverFiles = await buildSplit('server', 'server/src/node.ts', {
    ...node,
    ...server,
    plugins: [...server.plugins, serverOnNode],
    alias: l10nOfTables,
    link: links.node,
  });
  const results = {
    ...named('node', await buildSplit('client', 'client/src/node.ts', { ...node, ...client, link: links.node })),
    ...named('node', serverFiles),
    'node/start': await whole('start', 'server/src/start.ts', {
      ...node,
      define: { serverHash: JSON.stringify(hashOf(serverFiles.server)) },
    }),
    // What nobody needs while writing: Word, PDF and import. Loaded on demand.
    'node/files': await whole('files', 'server/src/files.ts', { ...node, plugins: [tablesWithoutExamples] }),
    'browser/files': await whole('files', 'server/src/files.ts', { ...browser, plugins: [tablesWithoutExamples] }),
    'node/cli': await whole('cli', 'server/src/cli/main.ts', {
      ...node,
      plugins: [tablesWithoutExamples],
      outExtension: { '.js': '.cjs' },
      banner: { js: '#!/usr/bin/env node' },
    }),
    // A web extension is one file.
    'browser/client': await whole('client', 'client/src/browser.ts', { ...browser, ...client }),
    // Without the condition `worker` a dependency picks its DOM build, and there is no `document` in a worker.
    ...named(
      'browser',
      await buildSplit('server', 'server/src/browser.ts', {
        ...browser,
        ...server,
        conditions: ['worker'],
        link: links.worker,
      }),
    ),
    webview: await build({
      ...common,
      platform: 'browser',
      entryPoints: ['picture.ts', 'picture.css', 'preview.ts', 'preview.css'].map(
        (file) => `client/src/webview/${file}`,
      ),
      outdir: 'dist/webview',
      format: 'iife',
      write: false,
      metafile: true,
    }),
  };
  return Object.entries(results).map(([name, { outputFiles, metafile }]) => ({ name, files: outputFiles, metafile }));
}

/** @param {Built | undefined} built */
function hashOf(built) {
  if (!built) throw new Error('There is no server to start');
  const hash = createHash('sha256');
  for (const { path, contents } of built.outputFiles) if (path.endsWith('.js')) hash.update(contents);
  return hash.digest('hex').slice(0, 32);
}

/**
 * @param {string} folder
 * @param {Readonly<Record<string, Built>>} results
 */
function named(folder, results) {
  return Object.fromEntries(Object.entries(results).map(([name, result]) => [`${folder}/${name}`, result]));
}
