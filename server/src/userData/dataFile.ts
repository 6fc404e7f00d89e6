import { t } from '@vscode/l10n';
import type { Span } from '../model/text/span.ts';
import { longestDataFile } from '../protocol.ts';
import { type DataFault, type DataReader, readerOf } from './dataReader.ts';
import { parseJson, placeOf } from './jsonPlace.ts';

/** One file of a `.fayan` folder; `path` counts from that folder, with `/`: `profiles/ours.json`. */
export interface DataFile {
  readonly path: string;
  readonly text: string;
}

/** What is wrong in one of them, and where. */
export interface FileFault {
  readonly path: string;
  readonly text: string;
  readonly span: Span;
  readonly message: string;
  /** An editor that validates against the published schema, or just as JSON, reports it as well. */
  readonly inSchema: boolean;
}

/** Reads a JSON file with `read`. A text that is not JSON, or too long, is one fault and has no value. */
export function readDataFile<Value>(
  { path, text }: DataFile,
  read: (reader: DataReader) => Value,
): { value: Value | undefined; faults: FileFault[] } {
  const start = { start: 0, end: Math.min(1, text.length) };
  if (text.length > longestDataFile) {
    return { value: undefined, faults: [{ path, text, span: start, message: t('文件太大，未采用'), inSchema: false }] };
  }
  const parsed = parseJson(text);
  if ('fault' in parsed) {
    const message = t('不是合法的 JSON，已改用内置的规定');
    return { value: undefined, faults: [{ path, text, span: parsed.fault, message, inSchema: true }] };
  }
  const reader = readerOf(parsed.value);
  const value = read(reader);
  return { value, faults: reader.faults.map((found) => located(path, text, found)) };
}

function located(path: string, text: string, { path: at, isKey, message, inSchema }: DataFault): FileFault {
  return { path, text, span: placeOf(text, at, isKey ? 'key' : 'value'), message, inSchema };
}
