import { CompletionTriggerKind, type Disposable, type TextDocument, workspace } from 'vscode';
import type { CompletionMiddleware } from 'vscode-languageclient';

const typedAt = new WeakMap<TextDocument, number>();

/**
 * An editor that suggests while typing asks within so many milliseconds of a letter; nobody presses
 * Ctrl+Space that fast after typing.
 */
const soon = 150;

/** Notes when a speech was last typed in, for `tellTyping`. */
export function watchTyping(): Disposable {
  return workspace.onDidChangeTextDocument(({ document }) => {
    if (document.languageId === 'markdown') typedAt.set(document, performance.now());
  });
}

/**
 * VS Code uses one trigger kind both when the writer asks for suggestions and when it asks by itself after a letter.
 * Tells the server of the latter as if an incomplete list were asked for again.
 */
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
