import type { Position, Range, TextEdit } from 'vscode-languageserver';
import type { Edit } from '../model/edits.ts';
import type { Span } from '../model/span.ts';
import type { Speech } from '../model/speech.ts';

/** Offsets in the model, positions on the wire; these functions are the whole border. */
export function toRange({ source }: Speech, { start, end }: Span): Range {
  return { start: source.positionAt(start), end: source.positionAt(end) };
}

export function toTextEdits(speech: Speech, edits: readonly Edit[]): TextEdit[] {
  return edits.map(({ span, newText }) => ({ range: toRange(speech, span), newText }));
}

/** Positions outside the text are moved to its nearest end, as LSP asks. */
export function toSpan({ source }: Speech, { start, end }: Range): Span {
  return { start: source.offsetAt(start), end: source.offsetAt(end) };
}

export function toOffset({ source }: Speech, position: Position): number {
  return source.offsetAt(position);
}
