import { type QuickPickItem, window } from 'vscode';

/** Has the writer choose one of the items, found by any of their words. */
export function pick<Item extends QuickPickItem>(title: string, items: Item[]): Thenable<Item | undefined> {
  return window.showQuickPick(items, { title, matchOnDescription: true, matchOnDetail: true });
}
