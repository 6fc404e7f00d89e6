import { t } from '@vscode/l10n';
import { isRecord } from './isRecord.ts';
import { findProfile } from './model/profile/profile.ts';
import type { Profile } from './model/profile/profileData.ts';
import type { RuleSettings } from './rules/severity.ts';
import { severities } from './rules/severity.ts';
import { readRules } from './settings.ts';
import { type DataReader, fault, isObject, member, oneOf, onlyKeys, textIn, textsIn } from './userData/dataReader.ts';

/** `.fayan/config.json` — what a team has agreed on; it takes precedence over the settings of a user. */
export interface Config {
  readonly rules: RuleSettings;
  /** The 类型 of speeches that do not state theirs. */
  readonly defaultProfile: string | undefined;
  /** What the team's unit is called after 我, as 盐场 in “我盐场”. */
  readonly organisations: readonly string[];
}

/** That of a workspace without the file. */
export const emptyConfig: Config = { rules: {}, defaultProfile: undefined, organisations: [] };

/** The members of `config.json`. */
export const configKeys = ['rules', 'defaultProfile', 'organisations'] as const;

/** What `config.json` may name. */
export interface Known {
  isRule(id: string): boolean;
  readonly profiles: readonly Profile[];
}

/** Reads `config.json`; a rule or profile that does not exist is faulted and left out. */
export function readConfig(reader: DataReader, known: Known): Config {
  if (!isObject(reader)) return emptyConfig;
  onlyKeys(reader, ['$schema', ...configKeys]);
  return {
    rules: readRuleLevels(member(reader, 'rules'), known),
    defaultProfile: readProfileName(member(reader, 'defaultProfile'), known),
    organisations: textsIn(member(reader, 'organisations')),
  };
}

function readProfileName(reader: DataReader, known: Known): string | undefined {
  const name = textIn(reader);
  if (name === undefined || findProfile(known, name)) return name;
  const names = known.profiles.map((profile) => profile.name).join('、');
  fault(reader, t('没有“{0}”这种类型，未采用；有 {1}', name.slice(0, 40), names), { inSchema: false });
  return undefined;
}

function readRuleLevels(reader: DataReader, known: Known): RuleSettings {
  if (reader.value === undefined || !isObject(reader) || !isRecord(reader.value)) return {};
  for (const rule of Object.keys(reader.value).slice(0, 300)) {
    const level = member(reader, rule);
    if (!known.isRule(rule)) fault(level, t('没有“{0}”这条规则', rule.slice(0, 40)), { isKey: true });
    else oneOf(level, ['off', ...severities]);
  }
  return readRules(reader.value);
}
