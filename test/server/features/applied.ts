import assert from 'node:assert/strict';
import type { CodeAction, TextEdit } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';

/** What an action makes of the text of the one document that it edits; fails where it edits none. */
export function applied(text: string, { edit }: CodeAction): string {
  const [change, ...others] = edit?.documentChanges ?? [];
  assert.ok(change && 'edits' in change && others.length === 0, 'edits of one document');
  return TextDocument.applyEdits(TextDocument.create('', 'markdown', 1, text), change.edits as TextEdit[]);
}
