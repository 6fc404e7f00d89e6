import { commands, type ExtensionContext, env, window } from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';
import type { InitializationOptions } from '../../server/src/protocol.ts';
import { openPreview } from './preview.ts';

/** What `activate` returns: tests await the client instead of sleeping. */
export interface Api {
  readonly client: BaseLanguageClient;
}

export function clientOptions(): LanguageClientOptions {
  const initializationOptions: InitializationOptions = { locale: env.language };
  return { documentSelector: [{ language: 'markdown' }], initializationOptions };
}

/** All of the client that is the same in both hosts. */
export async function run(context: ExtensionContext, client: BaseLanguageClient): Promise<Api> {
  context.subscriptions.push(
    client,
    commands.registerCommand('fayan.preview', () => openPreview(client)),
  );
  try {
    await client.start();
  } catch (error) {
    void window.showErrorMessage(`发言：语言服务没有启动：${error instanceof Error ? error.message : String(error)}`);
  }
  return { client };
}
