// How large the bundles are, and what of.
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { bundles } from './bundles.mjs';

/** Bytes, gzipped, that client and server of the desktop have to stay below together; see docs/performance.md. */
export const goal = 190_000;

/** Gzipped bytes of every bundle by its name, and the shares of its parts in what is not gzipped, largest first. */
export async function sizes() {
  const all = await bundles({ minify: true });
  return Object.fromEntries(
    all.map(({ name, files, metafile }) => [name, { bytes: gzipped(files), parts: partsOf(metafile) }]),
  );
}

/**
 * What nobody could go below: the language client alone, and the language server with a Markdown
 * parser and nothing else.
 */
export async function floorSizes() {
  return {
    client: await gzippedBundle("export { LanguageClient } from 'vscode-languageclient/node';"),
    server: await gzippedBundle(`
      export { createConnection, ProposedFeatures, TextDocuments } from 'vscode-languageserver/node';
      export { TextDocument } from 'vscode-languageserver-textdocument';
      export { unified } from 'unified';
      export { default } from 'remark-parse';`),
  };
}

async function gzippedBundle(contents) {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: fileURLToPath(new URL('..', import.meta.url)) },
    bundle: true,
    minify: true,
    write: false,
    platform: 'node',
    format: 'cjs',
    mainFields: ['module', 'main'],
    external: ['vscode'],
  });
  return gzipped(outputFiles);
}

function gzipped(files) {
  return files.reduce((sum, { contents }) => sum + gzipSync(contents, { level: 9 }).length, 0);
}

/** By package, or by folder of ours. */
function partsOf({ outputs }) {
  const sums = new Map();
  for (const { inputs } of Object.values(outputs)) {
    for (const [path, { bytesInOutput }] of Object.entries(inputs)) {
      const part =
        /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1] ??
        /^\w+\/(?:src\/[^/]+(?=\/)|\w+)/.exec(path)?.[0] ??
        path;
      sums.set(part, (sums.get(part) ?? 0) + bytesInOutput);
    }
  }
  // What is next to nothing are the links between chunks.
  return [...sums].filter(([, bytes]) => bytes >= 500).sort(([, a], [, b]) => b - a);
}
