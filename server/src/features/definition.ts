import type { LocationLink, Position } from 'vscode-languageserver';
import type { Context } from '../model/context.ts';
import { unitAt } from '../model/reading/unitAt.ts';
import type { Speech } from '../model/speech.ts';
import { counterparts } from '../model/trace/counterparts.ts';
import { trace } from '../model/trace/trace.ts';
import { toOffset, toRange } from './range.ts';

/** `textDocument/definition`: from a problem to its measures and causes, from a measure or a cause to its problems. */
export function definition(uri: string, speech: Speech, position: Position, context: Context): LocationLink[] {
  const offset = toOffset(speech, position);
  const unit = unitAt(speech, offset);
  if (!unit) return [];
  const onHead = unit.headSpan.start <= offset && offset <= unit.headSpan.end;
  return counterparts(unit, trace(speech, context)).map(({ unit: other }) => ({
    targetUri: uri,
    targetRange: toRange(speech, other.span),
    targetSelectionRange: toRange(speech, other.headSpan),
    ...(onHead && { originSelectionRange: toRange(speech, unit.headSpan) }),
  }));
}
