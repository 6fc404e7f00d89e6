import { type ExtensionContext, Uri } from 'vscode';
import { LanguageClient } from 'vscode-languageclient/browser';
import { type Api, clientOptions, run } from './client.ts';

export function activate(context: ExtensionContext): Promise<Api> {
  const worker = new Worker(Uri.joinPath(context.extensionUri, 'dist/browser/server.js').toString(true));
  return run(context, new LanguageClient('fayan', '发言', worker, clientOptions()));
}
