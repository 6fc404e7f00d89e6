import { readFile } from 'node:fs/promises';
import { loadWASM, OnigScanner, OnigString } from 'vscode-oniguruma';
import { type IGrammar, INITIAL, type IRawGrammar, Registry } from 'vscode-textmate';

/** The Markdown grammar with the injection, and without it. */
export interface Grammars {
  readonly injected: IGrammar;
  readonly plain: IGrammar;
}

/** `extensions` is the folder of an editor's own extensions; without it a stand-in serves as the Markdown grammar. */
export async function loadGrammars(extensions?: string): Promise<Grammars> {
  const wasm = await readFile('node_modules/vscode-oniguruma/release/onig.wasm');
  await loadWASM(new Uint8Array(wasm).buffer);
  const files = { ...(extensions ? editorGrammars(extensions) : standIn), [injection]: injectionFile };
  return { injected: await load(files, [injection]), plain: await load(files, []) };
}

const injection = 'markdown.fayan.injection';
const injectionFile = 'syntaxes/fayan.injection.tmLanguage.json';

/** The files of grammars by their scope names. */
type Files = Readonly<Record<string, string>>;

const standIn: Files = { 'text.html.markdown': 'test/syntaxes/markdown.tmLanguage.json' };

function editorGrammars(extensions: string): Files {
  return {
    'text.html.markdown': `${extensions}/markdown-basics/syntaxes/markdown.tmLanguage.json`,
    'text.html.derivative': `${extensions}/html/syntaxes/html-derivative.tmLanguage.json`,
    'text.html.basic': `${extensions}/html/syntaxes/html.tmLanguage.json`,
  };
}

async function load(files: Files, injections: string[]): Promise<IGrammar> {
  const registry = new Registry({
    onigLib: Promise.resolve({
      createOnigScanner: (patterns) => new OnigScanner(patterns),
      createOnigString: (text) => new OnigString(text),
    }),
    loadGrammar: async (scope) => {
      const file = files[scope];
      return file === undefined ? mute(scope) : (JSON.parse(await readFile(file, 'utf8')) as IRawGrammar);
    },
    getInjections: (scope) => (scope === 'text.html.markdown' ? injections : []),
  });
  const grammar = await registry.loadGrammar('text.html.markdown');
  if (!grammar) throw new Error('The Markdown grammar cannot be read');
  return grammar;
}

/** A language inside Markdown, as the YAML of the front matter: a rule that includes a missing one is dropped. */
function mute(scopeName: string): IRawGrammar {
  return { scopeName, patterns: [{ match: '(?!)' }] } as unknown as IRawGrammar;
}

/** The text with every token of the injection in `⟦name:…⟧`, where `name` is the last telling part of its scope. */
export function markScopes(grammar: IGrammar, text: string): string {
  let ruleStack = INITIAL;
  const lines = text.split('\n').map((line) => {
    const result = grammar.tokenizeLine(line, ruleStack);
    ruleStack = result.ruleStack;
    const parts = result.tokens.map(({ startIndex, endIndex, scopes }) => {
      const part = line.slice(startIndex, endIndex);
      const own = scopes.findLast((scope) => /\.fayan\b/.test(scope));
      return own ? `⟦${nameOf(own)}:${part}⟧` : part;
    });
    return parts.join('');
  });
  return lines.join('\n');
}

/** `…fayan.level2` is level2, `keyword.other.series.fayan` series. */
function nameOf(scope: string): string {
  return /\.fayan\.(\w+)$/.exec(scope)?.[1] ?? /([\w-]+)\.fayan$/.exec(scope)?.[1] ?? scope;
}

export function unmarkScopes(marked: string): string {
  return marked.replace(/⟦[\w-]+:([^⟧]*)⟧/g, '$1');
}

/** The scopes of every character, without those of the injection. */
export function baseScopes(grammar: IGrammar, text: string): string[] {
  let ruleStack = INITIAL;
  return text.split('\n').flatMap((line) => {
    const result = grammar.tokenizeLine(line, ruleStack);
    ruleStack = result.ruleStack;
    return result.tokens.flatMap(({ startIndex, endIndex, scopes }) =>
      [...line.slice(startIndex, endIndex)].map((character) => {
        const rest = scopes.filter((scope) => !/\bfayan\b/.test(scope));
        return `${character} ${rest.join(' ')}`;
      }),
    );
  });
}
