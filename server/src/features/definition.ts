import type { LocationLink, Position } from 'vscode-languageserver';
import type { Context } from '../model/context.ts';
import { unitAt } from '../model/reading/unitAt.ts';
import type { Speech, Unit } from '../model/speech.ts';
import { contains, type Span } from '../model/text/span.ts';
import { counterparts } from '../model/trace/counterparts.ts';
import { pinsOf } from '../model/trace/pins.ts';
import { trace } from '../model/trace/trace.ts';
import { toOffset, toRange } from './range.ts';

/**
 * `textDocument/definition`: from a problem to its measures and causes, from a measure or a cause to its problems, and
 * from a number in a 对应 comment to what it names.
 */
export function definition(uri: string, speech: Speech, position: Position, context: Context): LocationLink[] {
  const offset = toOffset(speech, position);
  const named = pinsOf(speech)
    .pins.flatMap(({ references }) => references)
    .find(({ span }) => contains(span, { start: offset, end: offset }));
  if (named && named.units.length > 0) return named.units.map((unit) => linkTo(unit, named.span));
  const unit = unitAt(speech, offset);
  if (!unit) return [];
  const onHead = unit.headSpan.start <= offset && offset <= unit.headSpan.end;
  return counterparts(unit, trace(speech, context)).map(({ unit: other }) =>
    linkTo(other, onHead ? unit.headSpan : undefined),
  );

  function linkTo({ span, headSpan }: Unit, from?: Span): LocationLink {
    return {
      targetUri: uri,
      targetRange: toRange(speech, span),
      targetSelectionRange: toRange(speech, headSpan),
      ...(from && { originSelectionRange: toRange(speech, from) }),
    };
  }
}
