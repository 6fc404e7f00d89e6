import { t } from '@vscode/l10n';
import type { Span } from '../model/text/span.ts';
import { longestDataFile } from '../protocol.ts';
import { type DataFault, type DataReader, readerOf } from './dataReader.ts';
import { parseJson, placeOf } from './jsonPlace.ts';

/** One file of a `.fayan` folder; `path` counts from that folder, with `/`: `profiles/ours.json`. */
export interface DataFile {
  readonly path: string;
  readonly text: string;
  /** Given for one run, so that it goes before files of the folder without a word. */
  readonly overrides?: boolean;
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
  if (text.length > longestDataFile) {
    return { value: undefined, faults: [wholeFile({ path, text }, t('文件太大，未采用'))] };
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

/** A fault of a file that has none of the names in `known`, so that nothing reads it. */
export function unreadFile(file: DataFile, known: readonly string[]): FileFault {
  return wholeFile(file, t('这个文件未采用：.fayan 里只认 {0}', known.join(t('、'))));
}

/** Shown at the start, and seen by no schema. */
function wholeFile({ path, text }: DataFile, message: string): FileFault {
  return { path, text, span: { start: 0, end: Math.min(1, text.length) }, message, inSchema: false };
}

function located(path: string, text: string, { path: at, isKey, message, inSchema }: DataFault): FileFault {
  return { path, text, span: placeOf(text, at, isKey ? 'key' : 'value'), message, inSchema };
}
