// @ts-check
// What the bundles leave out: parts that dependencies and sources bring along and that nothing in
// these bundles ever runs.
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';

/** @typedef {import('esbuild').Plugin} Plugin */

/**
 * Features of the language client that our server does not have: the module, and the capability by which a server
 * announces it. A test compares them with what ours announces.
 */
const unusedFeatures = JSON.parse(await readFile(new URL('unused-features.json', import.meta.url), 'utf8'));

/**
 * A third of the language client.
 * @type {Plugin}
 */
export const clientFeatures = {
  name: 'client-features',
  setup({ onLoad }) {
    leaveOutRequests(onLoad, Object.keys(unusedFeatures));
    onLoad({ filter: /[\\/]vscode-languageclient[\\/]lib[\\/]common[\\/]notebook\.js$/ }, () => ({
      contents: noNotebooks,
    }));
    const names = Object.keys(unusedFeatures).join('|');
    onLoad(
      { filter: new RegExp(`[\\\\/]vscode-languageclient[\\\\/]lib[\\\\/]common[\\\\/](?:${names})\\.js$`) },
      async ({ path }) => {
        const source = await readFile(path, 'utf8');
        const features = [...source.matchAll(/^exports\.(\w+) = \1;/gm)].map(([, name]) => `exports.${name} = Unused;`);
        if (features.length === 0) throw new Error(`${path} has no feature to leave out`);
        return { contents: [unused, ...features].join('\n') };
      },
    );
    // VS Code compares its version with `engines` before it starts us, and asks for a later one than the client does.
    onLoad({ filter: /[\\/]semver[\\/]functions[\\/](?:parse|satisfies)\.js$/ }, () => ({
      contents: 'module.exports = () => true;',
    }));
  },
};

const unused = `
class Unused {
  fillClientCapabilities() {}
  initialize() {}
  getState() { return { kind: 'static' }; }
  clear() {}
}`;

/**
 * Notebooks are a feature that the client itself asks about: whether it keeps a document up to date, and of
 * what it has told the server.
 */
const noNotebooks = `${unused}
const { NotebookDocumentSyncRegistrationType } = require('vscode-languageserver-protocol');
const never = () => ({ dispose() {} });
exports.NotebookDocumentSyncFeature = class extends Unused {
  static CellScheme = 'vscode-notebook-cell';
  registrationType = NotebookDocumentSyncRegistrationType;
  onOpenNotificationSent = never;
  onChangeNotificationSent = never;
  onSaveNotificationSent = never;
  onCloseNotificationSent = never;
  register() {}
  unregister() {}
  handles() { return false; }
};`;

/**
 * What the protocol has for them. The client lists semantic tokens among what it cancels, whether there are any or not.
 * @param {import('esbuild').PluginBuild['onLoad']} onLoad
 * @param {readonly string[]} features
 */
function leaveOutRequests(onLoad, features) {
  const names = features.filter((name) => name !== 'semanticTokens').join('|');
  onLoad(
    {
      filter: new RegExp(
        `[\\\\/]vscode-languageserver-protocol[\\\\/]lib[\\\\/]common[\\\\/]protocol\\.(?:${names})\\.js$`,
      ),
    },
    () => ({ contents: '' }),
  );
}

/**
 * The same features on the server's side, and two more that no client is asked for; each adds its requests
 * to a class of the library.
 * @type {Plugin}
 */
export const serverFeatures = {
  name: 'server-features',
  setup({ onLoad }) {
    const features = [...Object.keys(unusedFeatures), 'moniker', 'notebook'];
    leaveOutRequests(onLoad, features);
    const names = features.join('|');
    onLoad(
      { filter: new RegExp(`[\\\\/]vscode-languageserver[\\\\/]lib[\\\\/]common[\\\\/](?:${names})\\.js$`) },
      async ({ path }) => {
        const source = await readFile(path, 'utf8');
        const feature = /^exports\.(\w+Feature) = \1;/m.exec(source)?.[1];
        if (!feature) throw new Error(`${path} has no feature to leave out`);
        return { contents: `exports.${feature} = (Base) => Base;` };
      },
    );
  },
};

/**
 * What l10n has for Node reads tables from files and from the network; ours hand them over. An alias, so that chunks
 * find it in the main file.
 */
export const l10nOfTables = {
  '@vscode/l10n': createRequire(import.meta.url)
    .resolve('@vscode/l10n')
    .replace(/main\.js$/, 'browser.js'),
};

/**
 * Modules of Node that the server's libraries load at once, for what this server never does or does
 * seldom: 6 ms of every start.
 * @type {Plugin}
 */
export const serverOnNode = {
  name: 'server-on-node',
  setup({ onLoad }) {
    // Finds packages by running npm.
    onLoad({ filter: /[\\/]vscode-languageserver[\\/]lib[\\/]node[\\/]files\.js$/ }, () => ({
      contents: 'module.exports = {};',
    }));
    // Makes up names for pipes.
    onLoad({ filter: /[\\/]vscode-jsonrpc[\\/]lib[\\/]node[\\/]main\.js$/ }, async ({ path }) => {
      const source = await readFile(path, 'utf8');
      const contents = source.replace(
        '= require("crypto")',
        '= { randomBytes: (size) => require("crypto").randomBytes(size) }',
      );
      if (contents === source) throw new Error(`${path} does not load crypto any more`);
      return { contents };
    });
  },
};

/**
 * A CommonJS package that many files import is copied into a namespace of each, name by name. Here one module takes the
 * names from it, and the files take them from there.
 * @type {Plugin}
 */
export const importedOnce = {
  name: 'imported-once',
  setup({ onResolve, onLoad, resolve }) {
    onResolve({ filter: /^(?:@vscode\/l10n|vscode-languageserver)$/ }, async ({ path, namespace, ...from }) => {
      if (namespace !== 'file' || from.pluginData === asked) return undefined;
      const found = await resolve(path, { ...from, namespace, pluginData: asked });
      return { path, namespace: 'once', pluginData: found.path };
    });
    onLoad({ filter: /.*/, namespace: 'once' }, ({ path, pluginData: file }) => {
      const names = Object.keys(createRequire(import.meta.url)(path)).filter((name) => /^\w+$/.test(name));
      const taken = names.map((name) => `export const ${name} = /* @__PURE__ */ take('${name}');`);
      const all = `const all = require(${JSON.stringify(file)}); const take = (name) => all[name];`;
      return { contents: [all, ...taken].join('\n'), resolveDir: dirname(file) };
    });
  },
};

const asked = Symbol('asked');

/**
 * Why a rule is there, its source and its examples: for documentation, tests and SARIF, not for the server.
 * @type {Plugin}
 */
export const rulesWithoutDocs = {
  name: 'rules-without-docs',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]server[\\/]src[\\/]rules[\\/][\w-]+\.ts$/, namespace: 'file' }, async ({ path }) => {
      const source = await readFile(path, 'utf8');
      if (!/: Rule = \{$/m.test(source)) return undefined;
      const contents = docs.reduce((rest, property) => {
        if (!property.test(rest)) throw new Error(`${path} is not formatted as Biome formats it: no ${property}`);
        return rest.replace(property, '');
      }, source);
      return { contents, loader: 'ts' };
    });
  },
};

const docs = [
  /^ {2}why:\s[\s\S]*?',\n/m,
  /^ {2}source:\s[\s\S]*?',\n/m,
  /^ {2}examples: \[(?:.*|\n[\s\S]*?\n {2})\],\n/m,
];

/**
 * What tables tell their readers and their tests: the example of each entry, and what a group is about.
 * @type {Plugin}
 */
export const tablesWithoutExamples = {
  name: 'tables-without-examples',
  setup({ onLoad }) {
    onLoad(
      { filter: /[\\/]server[\\/]data[\\/](?:parts|first-person)\.json$/, namespace: 'file' },
      async ({ path }) => {
        const isTold = (/** @type {string} */ name) => name === 'example' || name === 'about';
        const table = JSON.parse(await readFile(path, 'utf8'), (name, value) => (isTold(name) ? undefined : value));
        return { contents: JSON.stringify(table), loader: 'json' };
      },
    );
  },
};
