import type { SnippetTextEdit, TextEdit } from 'vscode-languageserver';
import type { Edit } from '../model/change/edits.ts';
import type { Speech } from '../model/speech.ts';
import { blanks, hasBlank } from '../model/text/blanks.ts';
import { inSnippet } from './inSnippet.ts';
import { toRange } from './range.ts';

/**
 * The edits as parts of one snippet, in which each blank 〔…〕 that they write is a tab stop. Undefined where there is
 * none, and where something is indented: a client indents the lines of a snippet by itself.
 */
export function tabStops(speech: Speech, edits: readonly Edit[]): Array<TextEdit | SnippetTextEdit> | undefined {
  const isPlain = ({ span, newText }: Edit) =>
    !/\n[ \t]/.test(newText) &&
    !(newText.includes('\n') && /[ \t]/.test(speech.text[lineStart(speech, span.start)] ?? ''));
  if (!edits.every(isPlain)) return undefined;
  let stops = 0;
  const inOrder = [...edits].sort((a, b) => a.span.start - b.span.start);
  const parts = inOrder.map(({ span, newText }) => {
    const range = toRange(speech, span);
    if (!hasBlank(newText)) return { range, newText };
    const value = inSnippet(newText).replace(blanks, (blank) => {
      stops += 1;
      return `\${${stops}:${blank}}`;
    });
    return { range, snippet: { kind: 'snippet', value } } as const;
  });
  return stops > 0 ? parts : undefined;
}

function lineStart({ text }: Speech, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1;
}
