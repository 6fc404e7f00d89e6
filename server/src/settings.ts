import type { RuleSettings } from './rules/lint.ts';
import type { Severity } from './rules/rule.ts';

/** Everything the server reads of `fayan.*`. */
export interface Settings {
  readonly detect: 'auto' | 'always' | 'never';
  readonly rules: RuleSettings;
}

export const defaultSettings: Settings = { detect: 'auto', rules: {} };

/** Reads what the user wrote, whatever it is: a value that is wrong counts as not written. */
export function readSettings(value: unknown): Settings {
  const { detect, rules } = isRecord(value) ? value : {};
  return {
    detect: detect === 'always' || detect === 'never' ? detect : 'auto',
    rules: readRules(rules),
  };
}

export function readRules(value: unknown): RuleSettings {
  if (!isRecord(value)) return {};
  return Object.fromEntries(
    Object.entries(value).filter((entry): entry is [string, Severity | 'off'] => isSeverity(entry[1])),
  );
}

export function isSeverity(value: unknown): value is Severity | 'off' {
  return value === 'off' || value === 'hint' || value === 'information' || value === 'warning' || value === 'error';
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
