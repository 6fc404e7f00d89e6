import type { Position, Range, TextEdit } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Edit } from '../model/change/edits.ts';
import type { Speech } from '../model/speech.ts';
import type { Span } from '../model/text/span.ts';

/** The range of a span. The model has offsets and LSP positions; for open documents this file converts between them. */
export function toRange({ source }: Speech, { start, end }: Span): Range {
  return { start: source.positionAt(start), end: source.positionAt(end) };
}

/** The edits as LSP has them; they must not overlap. */
export function toTextEdits(speech: Speech, edits: readonly Edit[]): TextEdit[] {
  return edits.map(({ span, newText }) => ({ range: toRange(speech, span), newText }));
}

/** The span of a range; positions outside a line or the text are moved to its nearest end, as LSP demands. */
export function toSpan({ source }: Speech, { start, end }: Range): Span {
  return { start: source.offsetAt(start), end: source.offsetAt(end) };
}

/** The offset of a position; one outside a line or the text is moved to its nearest end. */
export function toOffset({ source }: Speech, position: Position): number {
  return source.offsetAt(position);
}

/** The position of an offset in a text that edits are to make. */
export function positionIn(text: string, offset: number): Position {
  return TextDocument.create('', '', 0, text).positionAt(offset);
}
