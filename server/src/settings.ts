import type { RuleSettings } from './rules/lint.ts';
import type { Severity } from './rules/rule.ts';

/** Everything the server reads of `fayan.*`. */
export interface Settings {
  readonly detect: 'auto' | 'always' | 'never';
  readonly rules: RuleSettings;
  /** Name of the page style. */
  readonly pageStyle: string;
}

export const defaultSettings: Settings = { detect: 'auto', rules: {}, pageStyle: '公文' };

/** Reads what the user wrote, whatever it is: a value that is wrong counts as not written. */
export function readSettings(value: unknown): Settings {
  const { detect, rules, page } = isRecord(value) ? value : {};
  return {
    detect: detect === 'always' || detect === 'never' ? detect : 'auto',
    rules: readRules(rules),
    pageStyle: isRecord(page) && typeof page.style === 'string' ? page.style : defaultSettings.pageStyle,
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
