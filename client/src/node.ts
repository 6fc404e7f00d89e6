import type { ExtensionContext } from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { type Api, clientOptions, run } from './client.ts';

export function activate(context: ExtensionContext): Promise<Api> {
  const module = context.asAbsolutePath('dist/node/server.js');
  return run(context, new LanguageClient('fayan', '发言', { module, transport: TransportKind.ipc }, clientOptions()));
}
