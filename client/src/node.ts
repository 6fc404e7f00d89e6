import { createRequire } from 'node:module';
import { join } from 'node:path';
import { type ExtensionContext, workspace } from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { makePdf } from '../../server/src/pdf.ts';
import { type Api, run } from './client.ts';
import type { Host } from './files.ts';
import { loggingOnly } from './recovery.ts';

export { deactivate } from './client.ts';

/** The extension on the desktop or a remote machine: the server is a process. */
export function activate(context: ExtensionContext): Promise<Api> {
  const module = context.asAbsolutePath('dist/node/start.js');
  // Half a young generation as Node would let it grow to: as fast, and a sixth less memory.
  const options = { execArgv: ['--max-semi-space-size=4'] };
  // What V8 has compiled is kept there: an everyday start takes a fifth less.
  const args = [`--compiled=${join(context.globalStorageUri.fsPath, 'compiled')}`];
  const server = { module, transport: TransportKind.ipc, args, options };
  const files = context.asAbsolutePath('dist/node/files.js');
  const Client = loggingOnly(LanguageClient);
  const host: Host = {
    connect: (options) => new Client('fayan', '发言', server, options),
    load: async () => createRequire(files)(files),
    async makePdf(source) {
      await workspace.fs.createDirectory(context.globalStorageUri);
      return makePdf(source, context.globalStorageUri.fsPath);
    },
  };
  return run(context, host);
}
