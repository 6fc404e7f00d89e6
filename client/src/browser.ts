import { type ExtensionContext, Uri, workspace } from 'vscode';
import { LanguageClient } from 'vscode-languageclient/browser';
import { type Api, clientOptions, run } from './client.ts';
import type { Host } from './files.ts';

export function activate(context: ExtensionContext): Promise<Api> {
  const bundle = (name: string) => Uri.joinPath(context.extensionUri, 'dist/browser', name);
  const worker = new Worker(bundle('server.js').toString(true));
  const host: Host = {
    // A web extension cannot import a second file; it can only run it as the editor runs the first one.
    async load() {
      const code = new TextDecoder().decode(await workspace.fs.readFile(bundle('files.js')));
      const module = { exports: {} as Awaited<ReturnType<Host['load']>> };
      new Function('module', 'exports', code)(module, module.exports);
      return module.exports;
    },
  };
  return run(
    context,
    new LanguageClient('fayan', '发言', worker, clientOptions(`${bundle('').toString(true)}/`)),
    host,
  );
}
