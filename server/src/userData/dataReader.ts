import { t } from '@vscode/l10n';
import { isRecord } from '../isRecord.ts';
import type { JsonPath } from './jsonPlace.ts';

/** Something in the data that is not as expected, by its place in the value. */
export interface DataFault {
  readonly path: JsonPath;
  /** The name of the member is wrong, rather than its value. */
  readonly isKey: boolean;
  readonly message: string;
  /** The published schema finds it as well. */
  readonly inSchema: boolean;
}

/** Elements, characters, faults: more than any honest file has. */
const most = { items: 300, characters: 500, faults: 50 };

/**
 * Reads an unknown value piece by piece. What is wrong is noted in `faults` and counts as not written; nothing throws,
 * and nothing is read deeper than the caller asks.
 */
export interface DataReader {
  readonly path: JsonPath;
  readonly faults: DataFault[];
  readonly value: unknown;
}

/** A reader of a whole value, without faults yet. */
export function readerOf(value: unknown): DataReader {
  return { value, path: [], faults: [] };
}

/** Notes a fault at the place of the reader; beyond `most.faults` none is noted. */
export function fault(
  reader: DataReader,
  message: string,
  how: Partial<Omit<DataFault, 'path' | 'message'>> = {},
): void {
  const { isKey = false, inSchema = true } = how;
  if (reader.faults.length < most.faults) reader.faults.push({ path: reader.path, isKey, message, inSchema });
}

/** The member of an object; of any other value, which `isObject` faults, one that is not there. */
export function member(reader: DataReader, key: string): DataReader {
  const value = isRecord(reader.value) && Object.hasOwn(reader.value, key) ? reader.value[key] : undefined;
  return { ...reader, value, path: [...reader.path, key] };
}

/** Whether the value is an object; faulted where it is not. */
export function isObject(reader: DataReader): boolean {
  if (isRecord(reader.value)) return true;
  fault(reader, t('此处应为对象 { }'));
  return false;
}

/** Faults the members with other names: most often misspelt ones. */
export function onlyKeys(reader: DataReader, known: readonly string[]): void {
  if (!isRecord(reader.value)) return;
  for (const key of Object.keys(reader.value).slice(0, most.items)) {
    if (!known.includes(key))
      fault(member(reader, key), t('不认识的属性“{0}”，未采用', key.slice(0, 40)), { isKey: true });
  }
}

/** The elements of an array, at most `longest`; none of a value that is not there, or, faulted, of any other value. */
export function elements(reader: DataReader, longest = most.items): DataReader[] {
  const { value } = reader;
  if (value === undefined) return [];
  if (!Array.isArray(value)) {
    fault(reader, t('此处应为数组 [ ]'));
    return [];
  }
  if (value.length > longest) fault(reader, t('最多 {0} 项，其余未采用', longest));
  return value.slice(0, longest).map((item, index) => ({ ...reader, value: item, path: [...reader.path, index] }));
}

/**
 * The text without blanks around; undefined where none is written, or, faulted, what is written is
 * empty, too long or no text.
 */
export function textIn(reader: DataReader): string | undefined {
  const { value } = reader;
  if (value === undefined) return undefined;
  if (typeof value === 'string' && value.trim() !== '' && value.length <= most.characters) return value.trim();
  const isEmpty = typeof value === 'string' && value.trim() === '';
  fault(reader, isEmpty ? t('此处不能空着') : t('此处应为文字，不超过 {0} 字', most.characters));
  return undefined;
}

/** A member without which the entry is useless; where it is missing, the entry is faulted. */
export function required(reader: DataReader, key: string): DataReader {
  const found = member(reader, key);
  if (found.value === undefined) fault(reader, t('缺少“{0}”，这一项未采用', key));
  return found;
}

/** The text of such a member. */
export function requiredText(reader: DataReader, key: string): string | undefined {
  return textIn(required(reader, key));
}

/** The texts of an array, each as by `textIn`. */
export function textsIn(reader: DataReader): string[] {
  return elements(reader).flatMap((item) => textIn(item) ?? []);
}

/**
 * The values of an array of which all are needed, each as by `read`: none where one of them is wrong, because what is
 * left would ask for less.
 */
export function allOf<Value>(reader: DataReader, read: (item: DataReader) => Value | undefined): Value[] {
  const items = elements(reader);
  const values = items.flatMap((item) => read(item) ?? []);
  return values.length === items.length ? values : [];
}

/** A number from `min` to `max`; undefined where none is written, or, faulted, another value. */
export function numberIn(reader: DataReader, min: number, max: number): number | undefined {
  const { value } = reader;
  if (value === undefined) return undefined;
  if (typeof value === 'number' && value >= min && value <= max) return value;
  fault(reader, t('此处应为 {0} 到 {1} 的数', min, max));
  return undefined;
}

/** The same for a number without a fraction. */
export function integerIn(reader: DataReader, min: number, max: number): number | undefined {
  const { value } = reader;
  if (value === undefined) return undefined;
  if (Number.isInteger(value)) return numberIn(reader, min, max);
  fault(reader, t('此处应为 {0} 到 {1} 的整数', min, max));
  return undefined;
}

/** True or false; undefined where neither is written, or, faulted, another value. */
export function booleanIn(reader: DataReader): boolean | undefined {
  const { value } = reader;
  if (value === undefined || typeof value === 'boolean') return value;
  fault(reader, t('此处应为 true 或 false'));
  return undefined;
}

/** One of the choices; undefined where none is written, or, faulted, another value. */
export function oneOf<Choice extends string>(reader: DataReader, choices: readonly Choice[]): Choice | undefined {
  const { value } = reader;
  if (value === undefined) return undefined;
  const found = choices.find((choice) => choice === value);
  if (found === undefined) fault(reader, t('此处应为{0}之一', choices.map((choice) => `“${choice}”`).join(t('、'))));
  return found;
}
