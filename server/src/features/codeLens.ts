import type { CodeLens, Location } from 'vscode-languageserver';
import type { Context } from '../model/context.ts';
import { counterparts, verdictOf } from '../model/counterparts.ts';
import { type Speech, type Unit, unitsOf } from '../model/speech.ts';
import { type Trace, trace } from '../model/trace.ts';
import { goToCommand, linkMeasureCommand } from '../protocol.ts';
import { toRange } from './range.ts';
import { linksLine } from './unitNames.ts';

/**
 * 对应 — `textDocument/codeLens`: above each unit what goes with it; a click goes there, or lists.
 * For a client without our commands (`canGo` false) it is text to read.
 */
export function codeLens(uri: string, speech: Speech, context: Context, canGo: boolean): CodeLens[] {
  const found = trace(speech, context);
  return unitsOf(speech).flatMap((unit) => {
    const title = linksLine(unit, speech, found);
    if (title === '') return [];
    const range = toRange(speech, unit.headSpan);
    return [{ range, command: { title, command: '', ...(canGo && onClick(uri, speech, unit, found)) } }];
  });
}

/** Goes to the counterparts; a problem that nothing answers for sure asks for them. */
function onClick(uri: string, speech: Speech, unit: Unit, found: Trace) {
  const { start } = toRange(speech, unit.headSpan);
  const places = counterparts(unit, found).map(
    ({ unit: other }): Location => ({ uri, range: toRange(speech, other.headSpan) }),
  );
  const verdict = verdictOf(unit, found);
  const asks = places.length === 0 || verdict === 'unmet' || verdict === 'unsure';
  return asks
    ? { command: linkMeasureCommand, arguments: [uri, start] }
    : { command: goToCommand, arguments: [uri, start, places] };
}
