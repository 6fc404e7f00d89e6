import { type DocumentHighlight, DocumentHighlightKind, type Position } from 'vscode-languageserver';
import type { Context } from '../model/context.ts';
import { unitHeadAt } from '../model/reading/unitAt.ts';
import type { Speech } from '../model/speech.ts';
import { counterparts } from '../model/trace/counterparts.ts';
import { trace } from '../model/trace/trace.ts';
import { toOffset, toRange } from './range.ts';

/** `textDocument/documentHighlight`: with the cursor on the head of a unit, that head and those of its counterparts. */
export function documentHighlight(speech: Speech, position: Position, context: Context): DocumentHighlight[] {
  const unit = unitHeadAt(speech, toOffset(speech, position));
  if (!unit) return [];
  const others = counterparts(unit, trace(speech, context)).map(({ unit: other }) => other);
  if (others.length === 0) return [];
  return [
    { range: toRange(speech, unit.headSpan), kind: DocumentHighlightKind.Write },
    ...others.map(({ headSpan }) => ({ range: toRange(speech, headSpan), kind: DocumentHighlightKind.Read })),
  ];
}
