import { type ExtensionContext, Uri, workspace } from 'vscode';
import {
  BrowserMessageReader,
  BrowserMessageWriter,
  LanguageClient,
  type MessageTransports,
} from 'vscode-languageclient/browser';
import { type Api, run } from './client.ts';
import type { Host } from './files.ts';
import { loggingOnly } from './recovery.ts';

export { deactivate } from './client.ts';

/** The extension in VS Code for the web: the server runs in a worker. */
export function activate(context: ExtensionContext): Promise<Api> {
  const bundle = (name: string) => Uri.joinPath(context.extensionUri, 'dist/browser', name);
  const startServer = async () => transports(new Worker(bundle('server.js').toString(true)));
  const Client = loggingOnly(LanguageClient);
  const host: Host = {
    connect: (options) => new Client('fayan', '发言', startServer, options),
    base: `${bundle('').toString(true)}/`,
    // A web extension cannot import a second file; it can only run it as the editor runs the first one.
    async load() {
      const code = new TextDecoder().decode(await workspace.fs.readFile(bundle('files.js')));
      const module = { exports: {} as Awaited<ReturnType<Host['load']>> };
      new Function('module', 'exports', code)(module, module.exports);
      return module.exports;
    },
  };
  return run(context, host);
}

/** A worker that fails, or does not load, is ended as a process would be: the client then starts another one. */
function transports(worker: Worker): MessageTransports {
  const reader = new ClosingReader(worker);
  worker.addEventListener('error', (event) => {
    // Handled; else it counts as an error of the extension host too.
    event.preventDefault();
    worker.terminate();
    reader.close();
  });
  return { reader, writer: new BrowserMessageWriter(worker) };
}

class ClosingReader extends BrowserMessageReader {
  close(): void {
    this.fireClose();
  }
}
