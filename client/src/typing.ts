import { CompletionTriggerKind, type Disposable, type TextDocument, workspace } from 'vscode';
import type { CompletionMiddleware } from 'vscode-languageclient';

const typedAt = new WeakMap<TextDocument, number>();

/** Milliseconds within which an editor that suggests while typing asks after a letter; nobody types and presses Ctrl+Space as fast. */
const soon = 150;

export function watchTyping(): Disposable {
  return workspace.onDidChangeTextDocument(({ document }) => {
    if (document.languageId === 'markdown') typedAt.set(document, performance.now());
  });
}

/** VS Code does not tell a writer who asks from itself, asking at every letter; the server learns it as a list that is asked for again. */
export const tellTyping: NonNullable<CompletionMiddleware['provideCompletionItem']> = (
  document,
  position,
  context,
  token,
  next,
) => {
  const isSoon = performance.now() - (typedAt.get(document) ?? Number.NEGATIVE_INFINITY) < soon;
  const isTyping = context.triggerKind === CompletionTriggerKind.Invoke && isSoon && suggestsWhileTyping(document);
  const triggerKind = isTyping ? CompletionTriggerKind.TriggerForIncompleteCompletions : context.triggerKind;
  return next(document, position, { ...context, triggerKind }, token);
};

function suggestsWhileTyping(document: TextDocument): boolean {
  const setting = workspace.getConfiguration('editor', document).get<boolean | { other?: unknown }>('quickSuggestions');
  const other = typeof setting === 'object' ? setting.other : setting;
  return other === true || other === 'on';
}
