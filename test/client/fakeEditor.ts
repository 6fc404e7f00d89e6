import { createRequire } from 'node:module';
import { build } from 'esbuild';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { fakeClasses } from './fakeClasses.ts';

// biome-ignore lint/suspicious/noExplicitAny: stands in for all of VS Code.
type Any = any;

/** The module `vscode` without an editor: it says what it was told, and a test makes happen what it likes. */
export interface FakeEditor {
  /** To be handed to the client; whatever it has not been given here comes to nothing. */
  readonly vscode: Record<string, Any>;
  /** The commands that have been registered, by their names. */
  readonly commands: ReadonlyMap<string, (...values: unknown[]) => unknown>;
  /** What has been said to the writer, each as `how: words`. */
  readonly told: string[];
  /** What commands were executed, each with its arguments. */
  readonly executed: Array<readonly [string, ...unknown[]]>;
  /** The panels that have been opened. */
  readonly panels: Any[];
  /** Makes an event happen, by its name: `onDidRenameFiles`. */
  fire(event: string, value: unknown): void;
}

/** A document as an editor has it; `change` gives it another text. */
export interface FakeDocument extends Record<string, Any> {
  isClosed: boolean;
  change(text: string): void;
}

/** An editor with this document in front, if any. */
export function fakeEditor(document?: FakeDocument): FakeEditor {
  const emitters = new Map<string, InstanceType<typeof fakeClasses.EventEmitter>>();
  const commands = new Map<string, (...values: unknown[]) => unknown>();
  const told: string[] = [];
  const executed: Array<readonly [string, ...unknown[]]> = [];
  const panels: Any[] = [];
  const { Position, Selection } = fakeClasses;
  const start = new Position(0, 0);
  const editor = document && {
    document,
    selection: new Selection(start, start),
    selections: [new Selection(start, start)],
    visibleRanges: [],
    viewColumn: 1,
    edit: async () => true,
    insertSnippet: async () => true,
    revealRange() {},
  };
  const say =
    (how: string) =>
    async (words: string): Promise<undefined> =>
      void told.push(`${how}: ${words}`);
  const vscode = {
    ...fakeClasses,
    commands: namespace({
      registerCommand(name: string, work: (...values: unknown[]) => unknown) {
        commands.set(name, work);
        return new fakeClasses.Disposable(() => commands.delete(name));
      },
      async executeCommand(...command: [string, ...unknown[]]) {
        executed.push(command);
        return [];
      },
    }),
    window: namespace({
      activeTextEditor: editor,
      visibleTextEditors: editor ? [editor] : [],
      showInformationMessage: say('information'),
      showWarningMessage: say('warning'),
      showErrorMessage: say('error'),
      setStatusBarMessage: say('status'),
      showQuickPick: async (items: unknown[], { canPickMany = false } = {}) => (canPickMany ? [items[0]] : items[0]),
      showSaveDialog: async () => undefined,
      showOpenDialog: async () => [],
      showTextDocument: async () => editor,
      createWebviewPanel() {
        const panel = fakePanel();
        panels.push(panel);
        return panel;
      },
    }),
    workspace: namespace({
      textDocuments: document ? [document] : [],
      workspaceFolders: undefined,
      getWorkspaceFolder: () => undefined,
      getConfiguration: () => ({ get: () => undefined }),
      openTextDocument: async () => document,
      applyEdit: async () => true,
    }),
    env: namespace({ language: 'zh-cn' }),
    languages: namespace({ getDiagnostics: () => [] }),
  };
  return {
    vscode: new Proxy<Record<string, Any>>(vscode, { get: (known, name: string) => known[name] ?? anything() }),
    commands,
    told,
    executed,
    panels,
    fire: (event, value) => emitterOf(event).fire(value),
  };

  function emitterOf(name: string): InstanceType<typeof fakeClasses.EventEmitter> {
    const emitter = emitters.get(name) ?? new fakeClasses.EventEmitter();
    emitters.set(name, emitter);
    return emitter;
  }

  /** Events are there under any name. */
  function namespace(known: Record<string, unknown>): Any {
    return new Proxy(known, {
      get(_, name) {
        if (name in known) return known[String(name)];
        return /^on[A-Z]/.test(String(name)) ? emitterOf(String(name)).event : anything();
      },
    });
  }
}

/** A Markdown document. */
export function fakeDocument(address: string, text: string): FakeDocument {
  const uri = fakeClasses.Uri.parse(address);
  let now = TextDocument.create(address, 'markdown', 1, text);
  return {
    uri,
    languageId: 'markdown',
    isClosed: false,
    change: (next) => {
      now = TextDocument.create(address, 'markdown', now.version + 1, next);
    },
    get version() {
      return now.version;
    },
    get lineCount() {
      return now.lineCount;
    },
    getText: () => now.getText(),
    offsetAt: (position: { line: number; character: number }) => now.offsetAt(position),
    positionAt(offset: number) {
      const { line, character } = now.positionAt(offset);
      return new fakeClasses.Position(line, character);
    },
    validateRange: (range: unknown) => range,
    lineAt(at: number | { line: number }) {
      const line = typeof at === 'number' ? at : at.line;
      const words = now.getText().split('\n')[line] ?? '';
      return { text: words, range: new fakeClasses.Range(line, 0, line, words.length) };
    },
  };
}

/** A panel with a page; `hear` is what the page says. */
export function fakePanel(): Any {
  const [message, state, disposed] = [1, 2, 3].map(() => new fakeClasses.EventEmitter()) as [Any, Any, Any];
  const posted: unknown[] = [];
  return {
    visible: true,
    active: true,
    posted,
    isDisposed: false,
    hear: (said: unknown) => message.fire(said),
    onDidChangeViewState: state.event,
    onDidDispose: disposed.event,
    reveal() {},
    dispose() {
      this.isDisposed = true;
      disposed.fire();
    },
    webview: {
      html: '',
      options: {},
      cspSource: 'here',
      asWebviewUri: (uri: unknown) => uri,
      onDidReceiveMessage: message.event,
      postMessage: async (one: unknown) => void posted.push(one),
    },
  };
}

/** A file of the client, with a fake for its editor. */
export async function inFakeEditor<Loaded>(path: string, { vscode }: Pick<FakeEditor, 'vscode'>): Promise<Loaded> {
  const code = bundles.get(path) ?? bundled(path);
  bundles.set(path, code);
  const module = { exports: {} as Loaded };
  const own = createRequire(import.meta.url);
  const load = (name: string) => (name === 'vscode' ? vscode : own(name));
  new Function('module', 'exports', 'require', await code)(module, module.exports, load);
  return module.exports;
}

const bundles = new Map<string, Promise<string>>();

async function bundled(path: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [path],
    bundle: true,
    write: false,
    format: 'cjs',
    platform: 'node',
    external: ['vscode'],
    mainFields: ['module', 'main'],
    logLevel: 'error',
  });
  return outputFiles[0]?.text ?? '';
}

/** Whatever is read of it, called or made with it is the same again. */
function anything(): Any {
  return new Proxy(class {}, {
    get: (known, name) =>
      name === 'prototype' ? known.prototype : typeof name === 'symbol' || name === 'then' ? undefined : anything(),
    set: () => true,
    apply: () => anything(),
    construct: () => anything(),
  });
}
