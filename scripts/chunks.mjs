// @ts-check
// Splits a bundle: a main file, which is loaded at the start, and chunks, each loaded when a dynamic `import()` first
// asks for it. esbuild splits ES modules only, and neither an extension host nor a web worker loads those. Here a
// chunk is a file of its own, in the format of the main file, and takes the modules that the main file holds from
// there: no module exists twice.
import { basename, dirname, isAbsolute, relative, resolve } from 'node:path';
import { build } from 'esbuild';

/** @typedef {import('esbuild').BuildOptions} BuildOptions */
/** @typedef {import('esbuild').Plugin} Plugin */
/** @typedef {import('esbuild').BuildResult<{ write: false, metafile: true }>} Built */
/**
 * @typedef {object} Link
 * @property {(name: string) => string} chunk
 * @property {(name: string) => string} main
 * @property {(name: string) => Pick<BuildOptions, 'format' | 'globalName'>} output
 */

/**
 * How one bundle gets at another. On Node by `require`; a worker runs a second script in its own global scope, from the
 * address that it has been given as `fayanBase`.
 * @type {{ node: Link, worker: Link }}
 */
export const links = {
  node: {
    chunk: (name) => `module.exports = require('./${name}.js');`,
    main: (name) => `require('./${name}.js')`,
    output: () => ({ format: 'cjs' }),
  },
  worker: {
    chunk: (name) => `importScripts(self.fayanBase + '${name}.js'); module.exports = self.fayan_${name};`,
    main: (name) => `self.fayan_${name}`,
    output: (name) => ({ format: 'iife', globalName: `fayan_${name}` }),
  },
};

/**
 * The outputs of a bundle and of its chunks, with their metafiles, by name; nothing is written.
 * `options` as for esbuild.
 * @param {string} name
 * @param {string} entry
 * @param {BuildOptions & { absWorkingDir: string, link: Link, mainPlugins?: Plugin[] }} how
 * @returns {Promise<Record<string, Built>>}
 */
export async function buildSplit(name, entry, { link, plugins = [], mainPlugins = [], ...options }) {
  const settings = {
    ...options,
    bundle: true,
    write: /** @type {const} */ (false),
    metafile: /** @type {const} */ (true),
  };
  /** @type {Map<string, string>} */
  const chunks = new Map();
  const atStart = await build({
    ...settings,
    entryPoints: { [name]: entry },
    plugins: [...plugins, ...mainPlugins, lazy(link, chunks)],
    ...link.output(name),
  });
  const held = new Set(Object.keys(atStart.metafile.inputs).map((path) => resolve(options.absWorkingDir, path)));
  /** @type {Map<string, string>} */
  const shared = new Map();
  /** @type {Record<string, Built>} */
  const results = {};
  for (const [chunk, file] of chunks) {
    const built = await build({
      ...settings,
      entryPoints: { [chunk]: file },
      plugins: [...plugins, lazy(link, chunks, chunk), fromMain(link.main(name), options.absWorkingDir, held, shared)],
      ...link.output(chunk),
    });
    results[chunk] = built;
    const all = Object.keys(built.metafile.inputs).map((path) => resolve(options.absWorkingDir, path));
    const twice = all.filter((path) => held.has(path) && path !== file);
    if (twice.length > 0) throw new Error(`${chunk} holds once more what ${name} holds: ${twice.join(', ')}`);
  }
  const { outdir, ...rest } = settings;
  const imports = [...shared].sort().map(([path, key]) => `export * as ${key} from ${JSON.stringify(path)};`);
  const contents = [`export * from ${JSON.stringify(resolve(options.absWorkingDir, entry))};`, ...imports].join('\n');
  results[name] = await build({
    ...rest,
    stdin: { contents, resolveDir: options.absWorkingDir, sourcefile: `${name}.js` },
    outfile: `${outdir}/${name}.js`,
    plugins: [...plugins, ...mainPlugins, lazy(link, chunks)],
    ...link.output(name),
  });
  return results;
}

/**
 * What is imported dynamically becomes a chunk, named after its file, and so do some packages; `chunks` collects them.
 * `own` is the chunk that is being built.
 * @param {Link} link
 * @param {Map<string, string>} chunks
 * @param {string} [own]
 * @returns {Plugin}
 */
function lazy(link, chunks, own) {
  return {
    name: 'lazy',
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^\./ }, ({ kind, path, resolveDir, namespace }) => {
        // A plugin that has given such a module its source would leave imports that nobody finds.
        if (namespace !== 'file' && !/^\.\/\w+\.js$/.test(path))
          return { errors: [{ text: `${path} is imported by what another file holds` }] };
        if (namespace !== 'file' || packages.some(({ chunk }) => path === `./${chunk}.js`))
          return { path, external: true };
        if (kind !== 'dynamic-import') return undefined;
        const file = resolve(resolveDir, path);
        const name = basename(file).replace(/\.\w+$/, '');
        chunks.set(name, file);
        return { path: name, namespace: 'chunk' };
      });
      onLoad({ filter: /.*/, namespace: 'chunk' }, ({ path }) => ({ contents: link.chunk(path) }));
      for (const { chunk, filter, file, contents } of packages) {
        onLoad({ filter }, ({ path }) => {
          if (chunk === own) return undefined;
          chunks.set(chunk, file(path));
          return {
            contents: `const load = () => { const module = {}; ${link.chunk(chunk)} return module.exports; };\n${contents}`,
          };
        });
      }
    },
  };
}

/**
 * Modules of dependencies that are seldom needed, but then synchronously: the code that stands in
 * their place and loads them.
 * @type {Array<{ chunk: string, filter: RegExp, file(path: string): string, contents: string }>}
 */
const packages = [
  {
    // Two thousand names that a Chinese speech does not use.
    chunk: 'entities',
    filter: /[\\/]decode-named-character-reference[\\/]index\.js$/,
    file: (path) => resolve(dirname(path), '../character-entities/index.js'),
    contents: `
      let names;
      export function decodeNamedCharacterReference(value) {
        names ??= load().characterEntities;
        return Object.hasOwn(names, value) ? names[value] : false;
      }`,
  },
  {
    // For document selectors with a pattern, and ours have none.
    chunk: 'minimatch',
    filter: /[\\/]minimatch[\\/]dist[\\/]commonjs[\\/]index\.js$/,
    file: (path) => path,
    contents: 'exports.Minimatch = class { constructor(...given) { return new (load().Minimatch)(...given); } };',
  },
];

/**
 * Takes what the main file holds from there; `shared` collects it, with the names under which it has to be exported.
 * @param {string} main
 * @param {string} root
 * @param {Set<string>} held
 * @param {Map<string, string>} shared
 * @returns {Plugin}
 */
function fromMain(main, root, held, shared) {
  return {
    name: 'from-main',
    setup({ onResolve, onLoad, resolve: find }) {
      onResolve({ filter: /.*/ }, async ({ kind, path, resolveDir, importer, namespace, pluginData }) => {
        if (namespace !== 'file') return { path, external: true };
        if (kind === 'entry-point' || kind === 'dynamic-import' || pluginData === asked) return undefined;
        const found = await find(path, { kind, resolveDir, importer, namespace, pluginData: asked });
        if (found.external || !held.has(found.path)) return undefined;
        const from = relative(root, found.path).replaceAll('\\', '/');
        // On Windows what lies on another drive has no relative path.
        return { path: isAbsolute(from) ? from : `./${from}`, namespace: 'main' };
      });
      onLoad({ filter: /.*/, namespace: 'main' }, ({ path }) => {
        // By the path, for files are read in no certain order, and the same sources have to give the same bundles.
        shared.set(path, path.replace(/\W+/g, '_'));
        return { contents: `module.exports = { __esModule: true, ...${main}.${shared.get(path)} };` };
      });
    },
  };
}

const asked = Symbol('asked');
