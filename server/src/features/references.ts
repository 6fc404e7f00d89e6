import type { Location, Position } from 'vscode-languageserver';
import type { Context } from '../model/context.ts';
import { unitAt } from '../model/reading/unitAt.ts';
import type { Speech } from '../model/speech.ts';
import { counterparts } from '../model/trace/counterparts.ts';
import { trace } from '../model/trace/trace.ts';
import { toOffset, toRange } from './range.ts';

/**
 * `textDocument/references`: all counterparts of the unit around the cursor, in reading order, and the unit itself if
 * `includeSelf`; nothing where it has none.
 */
export function references(
  uri: string,
  speech: Speech,
  { position, includeSelf }: { readonly position: Position; readonly includeSelf: boolean },
  context: Context,
): Location[] {
  const unit = unitAt(speech, toOffset(speech, position));
  if (!unit) return [];
  const others = counterparts(unit, trace(speech, context)).map(({ unit: other }) => other);
  // VS Code asks for these too where there is no definition, and would open a list of nothing but
  // the place one stands at.
  if (others.length === 0) return [];
  return [...(includeSelf ? [unit] : []), ...others]
    .sort((a, b) => a.headSpan.start - b.headSpan.start)
    .map(({ headSpan }) => ({ uri, range: toRange(speech, headSpan) }));
}
