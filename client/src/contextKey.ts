import { commands } from 'vscode';

const values = new Map<string, boolean>();

/**
 * Sets a context key for `when` clauses. Sends it only if it has changed: while somebody types, every message to
 * the window delays the next.
 */
export function setContextKey(key: string, value: boolean): void {
  if (values.get(key) === value) return;
  values.set(key, value);
  void commands.executeCommand('setContext', key, value);
}
