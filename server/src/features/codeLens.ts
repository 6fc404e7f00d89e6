import type { CodeLens, Location, Range } from 'vscode-languageserver';
import type { Context } from '../model/context.ts';
import { memoised } from '../model/memory/memoised.ts';
import { allUnits } from '../model/memory/perUnit.ts';
import { outlineOf } from '../model/parse/retouch.ts';
import { hasSameBlanks } from '../model/reading/unitText.ts';
import type { Speech, Unit } from '../model/speech.ts';
import { counterparts, verdictOf } from '../model/trace/counterparts.ts';
import { outlineTrace, type Trace } from '../model/trace/trace.ts';
import { goToCommand, linkMeasureCommand } from '../protocol.ts';
import { toRange } from './range.ts';
import { retouchedRanges } from './retouchedRanges.ts';
import { linksLine } from './unitNames.ts';

/**
 * 对应 — `textDocument/codeLens`: above each unit its counterparts; a click goes to them, or lists them.
 * For a client without our commands (`canGo` false) a lens is only text.
 */
export function codeLens(uri: string, speech: Speech, context: Context, canGo: boolean): CodeLens[] {
  const found = outlineTrace(speech, context);
  const { outline } = outlineOf(speech);
  const moves = speech.retouch && retouchedRanges(speech.retouch);
  const rangeOf = (unit: Unit) => {
    const { range } = headRanges(outline)(unit);
    return moves?.reaches(range) ? moves.range(range) : range;
  };
  const told = hasSameBlanks(speech) ? titles(outline)(found) : titlesIn(outline, found, speech);
  return onePerLine(
    told.map(([unit, title]) => ({
      range: rangeOf(unit),
      command: { title, command: '', ...(canGo && onClick(uri, unit, found, rangeOf)) },
    })),
  );
}

/** Without those that repeat what is said on the line, as of two measures for one problem in one paragraph. */
function onePerLine<Lens extends { range: Range; command: { title: string } }>(lenses: readonly Lens[]): Lens[] {
  const told = new Set<string>();
  return lenses.filter(({ range, command }) => {
    const words = `${range.start.line} ${command.title}`;
    return !told.has(words) && told.add(words);
  });
}

/** Stays the same object until the links or the blanks to be filled in change. */
const titles = memoised((outline: Speech) => memoised((found: Trace) => titlesIn(outline, found, outline)));

function titlesIn(outline: Speech, found: Trace, latest: Speech): ReadonlyArray<readonly [Unit, string]> {
  return allUnits(outline)
    .map((unit) => [unit, linksLine(unit, outline, found, latest)] as const)
    .filter(([, title]) => title !== '');
}

const headRanges = memoised((outline: Speech) =>
  memoised(({ headSpan }: Unit) => ({ range: toRange(outline, headSpan) })),
);

/**
 * The command that goes to the counterparts; for a problem without a certain answer, the one that
 * asks for a measure to link.
 */
function onClick(uri: string, unit: Unit, found: Trace, rangeOf: (unit: Unit) => Range) {
  const { start } = rangeOf(unit);
  const places = counterparts(unit, found).map(({ unit: other }): Location => ({ uri, range: rangeOf(other) }));
  const verdict = verdictOf(unit, found);
  const asks = places.length === 0 || verdict === 'unmet' || verdict === 'unsure';
  return asks
    ? { command: linkMeasureCommand, arguments: [uri, start] }
    : { command: goToCommand, arguments: [uri, start, places] };
}
