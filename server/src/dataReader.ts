import { t } from '@vscode/l10n';
import type { JsonPath } from './jsonPlace.ts';
import { isRecord } from './settings.ts';

/** What somebody wrote that is not what is expected, by its place in the value. */
export interface DataFault {
  readonly path: JsonPath;
  /** The name of the member is wrong, not its value. */
  readonly isKey: boolean;
  readonly message: string;
  /** The published schema tells of it as well. */
  readonly inSchema: boolean;
}

/** Longer lists and texts than any honest file has. */
const most = { items: 300, characters: 500, faults: 50 };

/**
 * Reads one unknown value piece by piece. What is wrong is noted at its place and counts as not written; nothing throws, and
 * nothing is read deeper than it is asked for.
 */
export interface Reader {
  readonly path: JsonPath;
  readonly faults: DataFault[];
  readonly value: unknown;
}

export function readerOf(value: unknown): Reader {
  return { value, path: [], faults: [] };
}

export function fault(reader: Reader, message: string, how: Partial<Omit<DataFault, 'path' | 'message'>> = {}): void {
  const { isKey = false, inSchema = true } = how;
  if (reader.faults.length < most.faults) reader.faults.push({ path: reader.path, isKey, message, inSchema });
}

/** The member of an object. A value that is no object has been faulted by `isObject`. */
export function member(reader: Reader, key: string): Reader {
  const value = isRecord(reader.value) && Object.hasOwn(reader.value, key) ? reader.value[key] : undefined;
  return { ...reader, value, path: [...reader.path, key] };
}

export function isObject(reader: Reader): boolean {
  if (isRecord(reader.value)) return true;
  fault(reader, t('此处应为对象 { }'));
  return false;
}

/** Names that nobody knows are most often misspelt. */
export function onlyKeys(reader: Reader, known: readonly string[]): void {
  if (!isRecord(reader.value)) return;
  for (const key of Object.keys(reader.value).slice(0, most.items)) {
    if (!known.includes(key))
      fault(member(reader, key), t('不认识的属性“{0}”，未采用', key.slice(0, 40)), { isKey: true });
  }
}

export function elements(reader: Reader, longest = most.items): Reader[] {
  const { value } = reader;
  if (value === undefined) return [];
  if (!Array.isArray(value)) {
    fault(reader, t('此处应为数组 [ ]'));
    return [];
  }
  if (value.length > longest) fault(reader, t('最多 {0} 项，其余未采用', longest));
  return value.slice(0, longest).map((item, index) => ({ ...reader, value: item, path: [...reader.path, index] }));
}

export function textIn(reader: Reader): string | undefined {
  const { value } = reader;
  if (value === undefined) return undefined;
  if (typeof value === 'string' && value.trim() !== '' && value.length <= most.characters) return value.trim();
  fault(reader, t('此处应为文字，不超过 {0} 字', most.characters));
  return undefined;
}

/** The text that an entry stands and falls with; where it is not written, that is told of the entry. */
export function requiredText(reader: Reader, key: string): string | undefined {
  const text = member(reader, key);
  if (text.value === undefined) fault(reader, t('缺少“{0}”，这一项未采用', key));
  return textIn(text);
}

export function textsIn(reader: Reader): string[] {
  return elements(reader).flatMap((item) => textIn(item) ?? []);
}

export function numberIn(reader: Reader, min: number, max: number): number | undefined {
  const { value } = reader;
  if (value === undefined) return undefined;
  if (typeof value === 'number' && value >= min && value <= max) return value;
  fault(reader, t('此处应为 {0} 到 {1} 的数', min, max));
  return undefined;
}

export function booleanIn(reader: Reader): boolean | undefined {
  const { value } = reader;
  if (value === undefined || typeof value === 'boolean') return value;
  fault(reader, t('此处应为 true 或 false'));
  return undefined;
}

export function oneOf<Choice extends string>(reader: Reader, choices: readonly Choice[]): Choice | undefined {
  const { value } = reader;
  if (value === undefined) return undefined;
  const found = choices.find((choice) => choice === value);
  if (found === undefined) fault(reader, t('此处应为{0}之一', choices.map((choice) => `“${choice}”`).join('、')));
  return found;
}
