import type { Connection } from 'vscode-languageserver';

/**
 * What the client answers to a request that the server can do without: undefined, and a line in its log, where it
 * refuses. A refusal that nobody catches would end the process.
 */
export async function unlessRefused<T>(connection: Connection, answer: T | Promise<T>): Promise<T | undefined> {
  try {
    return await answer;
  } catch (error) {
    connection.console.warn(`The client refused a request: ${error instanceof Error ? error.message : String(error)}`);
    return undefined;
  }
}
