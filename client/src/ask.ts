import type { BaseLanguageClient } from 'vscode-languageclient';

/** What of the language client it takes to ask. */
export type Client = Pick<BaseLanguageClient, 'error' | 'isRunning' | 'sendRequest'>;

/**
 * Asks the server for what the writer can do without for now. Undefined where it stops before it answers or need not
 * answer any more, and where it fails, which is logged.
 */
export async function ask<Result>(client: Client, request: string, params: object): Promise<Result | undefined> {
  try {
    return await client.sendRequest<Result>(request, params);
  } catch (error) {
    logFailure(client, request, error);
    return undefined;
  }
}

/** The language client logs what it asks for itself, but not what we do. No popup: the next change asks again. */
export function logFailure(client: Pick<Client, 'error' | 'isRunning'>, what: string, error: unknown): void {
  if (client.isRunning() && !isCancelled(error)) client.error(`${what} failed.`, error, false);
}

/** Not wanted any more, overtaken by an edit, or asked of a server that has ended since. */
function isCancelled(error: unknown): boolean {
  return error instanceof Error && 'code' in error && cancelled.has(error.code);
}

/**
 * By LSP: RequestCancelled, ContentModified and ServerCancelled; by the connection:
 * PendingResponseRejected and ConnectionInactive.
 */
const cancelled: ReadonlySet<unknown> = new Set([-32800, -32801, -32802, -32097, -32096]);
