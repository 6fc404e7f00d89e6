import type { Position, Range, TextDocument } from 'vscode-languageserver-textdocument';
import type { Retouch } from '../speech.ts';

/** Positions in a retouched text: within one line some columns have moved, and no line has. */
export function retouchedSource(base: TextDocument, text: string, { replaced, by }: Retouch): TextDocument {
  const from = base.positionAt(replaced.start);
  const lineStart = replaced.start - from.character;
  return {
    uri: base.uri,
    languageId: base.languageId,
    version: base.version,
    lineCount: base.lineCount,
    getText: (range) => (range ? text.slice(...ordered(offsetAt(range.start), offsetAt(range.end))) : text),
    positionAt,
    offsetAt,
    getLineRange: (line) => moved(base.getLineRange(line)),
    getEOLCharacters: (line) => base.getEOLCharacters(line),
  };

  function positionAt(offset: number): Position {
    if (offset <= replaced.start) return base.positionAt(offset);
    if (offset >= replaced.end + by) return movedPosition(base.positionAt(offset - by));
    return { line: from.line, character: Math.max(0, Math.floor(offset)) - lineStart };
  }

  function offsetAt({ line, character }: Position): number {
    if (line < from.line || (line === from.line && character <= from.character))
      return base.offsetAt({ line, character });
    const behind = replaced.end + by - lineStart;
    if (line === from.line && character < behind) return lineStart + character;
    return base.offsetAt({ line, character: line === from.line ? character - by : character }) + by;
  }

  function moved({ start, end }: Range): Range {
    return { start: movedPosition(start), end: movedPosition(end) };
  }

  function movedPosition({ line, character }: Position): Position {
    const isMoved = line === from.line && character >= replaced.end - lineStart;
    return { line, character: isMoved ? character + by : character };
  }
}

function ordered(a: number, b: number): [number, number] {
  return a <= b ? [a, b] : [b, a];
}
