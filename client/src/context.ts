import { commands } from 'vscode';

const told = new Map<string, boolean>();

/** Tells VS Code what `when` clauses ask, if it has not been told so already: while somebody types, every message to the window is in the way of the next. */
export function tell(key: string, value: boolean): void {
  if (told.get(key) === value) return;
  told.set(key, value);
  void commands.executeCommand('setContext', key, value);
}
