import { t } from '@vscode/l10n';
import {
  type DataFault,
  fault,
  isObject,
  member,
  oneOf,
  onlyKeys,
  type Reader,
  readerOf,
  textIn,
} from './dataReader.ts';
import { parseJson, placeOf } from './jsonPlace.ts';
import { findProfile, type Profile } from './model/profile.ts';
import type { Span } from './model/span.ts';
import type { RuleSettings } from './rules/lint.ts';
import { severities } from './rules/rule.ts';
import { isRecord, readRules } from './settings.ts';

/** `.fayan/config.json` — what a team has agreed on; it stands above what one user has set. */
export interface Config {
  readonly rules: RuleSettings;
  /** The 类型 of speeches that do not tell. */
  readonly defaultProfile: string | undefined;
}

export const emptyConfig: Config = { rules: {}, defaultProfile: undefined };

/** One file of a `.fayan` folder; `path` counts from that folder, with `/`: `profiles/ours.json`. */
export interface DataFile {
  readonly path: string;
  readonly text: string;
}

export interface FileFault {
  readonly path: string;
  readonly text: string;
  readonly span: Span;
  readonly message: string;
  /** The published schema, or any reader of JSON, tells of it as well. */
  readonly inSchema: boolean;
}

/** More text than this is no configuration. */
const longestFile = 512 * 1024;

/** A JSON file read by `read`; what is not JSON, or too long, is one fault and reads as nothing. */
export function readFile<Value>(
  { path, text }: DataFile,
  read: (reader: Reader) => Value,
): { value: Value | undefined; faults: FileFault[] } {
  const start = { start: 0, end: Math.min(1, text.length) };
  if (text.length > longestFile) {
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

/** What `config.json` may name. */
export interface Known {
  isRule(id: string): boolean;
  readonly profiles: readonly Profile[];
}

/** Reads `config.json`; a rule or profile that is not known is told and left out. */
export function readConfig(reader: Reader, known: Known): Config {
  if (!isObject(reader)) return emptyConfig;
  onlyKeys(reader, ['$schema', 'rules', 'defaultProfile']);
  return {
    rules: readRuleLevels(member(reader, 'rules'), known),
    defaultProfile: readProfileName(member(reader, 'defaultProfile'), known),
  };
}

function readProfileName(reader: Reader, known: Known): string | undefined {
  const name = textIn(reader);
  if (name === undefined || findProfile(known, name)) return name;
  const names = known.profiles.map((profile) => profile.name).join('、');
  fault(reader, t('没有“{0}”这种类型，未采用；有 {1}', name.slice(0, 40), names), { inSchema: false });
  return undefined;
}

function readRuleLevels(reader: Reader, known: Known): RuleSettings {
  if (reader.value === undefined || !isObject(reader) || !isRecord(reader.value)) return {};
  for (const rule of Object.keys(reader.value).slice(0, 300)) {
    const level = member(reader, rule);
    if (!known.isRule(rule)) fault(level, t('没有“{0}”这条规则', rule.slice(0, 40)), { isKey: true });
    else oneOf(level, ['off', ...severities]);
  }
  return readRules(reader.value);
}
