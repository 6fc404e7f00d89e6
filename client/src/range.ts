import { Range } from 'vscode';
import type { WireRange } from '../../server/src/protocol.ts';

/** A range of a message from the server as VS Code has it. */
export function toRange({ start, end }: WireRange): Range {
  return new Range(start.line, start.character, end.line, end.character);
}
