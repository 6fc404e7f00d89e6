import { type CompletionItem, type CompletionList, InsertTextFormat } from 'vscode-languageserver';

/**
 * Items for a client without snippets: the text of each snippet with nothing filled in and the
 * first of several choices.
 */
export function plainCompletion({ items, ...list }: CompletionList): CompletionList {
  return { ...list, items: items.map(plainItem) };
}

function plainItem(item: CompletionItem): CompletionItem {
  const { insertTextFormat, textEdit, ...rest } = item;
  if (insertTextFormat !== InsertTextFormat.Snippet || !textEdit) return item;
  return { ...rest, textEdit: { ...textEdit, newText: plainText(textEdit.newText) } };
}

/** `${1:words}`, `${1|one,other|}`, `$1`, `\}`; tab stops are never nested. */
function plainText(snippet: string): string {
  let plain = '';
  let inChoices = false;
  let isChosen = true;
  for (const [part] of snippet.matchAll(/\\.|\$\d{1,2}|\$\{\d{1,2}[:|}]|\|\}|./gs)) {
    if (part.startsWith('${') && part.endsWith('|')) inChoices = true;
    else if (part === '|}') [inChoices, isChosen] = [false, true];
    else if (part === ',' && inChoices) isChosen = false;
    else if (isChosen && !/^(?:\$.|\}$)/.test(part)) plain += part.replace(/^\\/, '');
  }
  return plain;
}
