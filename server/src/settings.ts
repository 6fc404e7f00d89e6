import { isRecord } from './isRecord.ts';
import type { RuleSettings } from './rules/severity.ts';
import { type Severity, severities } from './rules/severity.ts';

/** Everything the server reads of `fayan.*`. */
export interface Settings {
  readonly detect: 'auto' | 'always' | 'never';
  readonly rules: RuleSettings;
  /** Name of the page style. */
  readonly pageStyle: string;
  readonly typing: TypingSettings;
  /** “Format document” renumbers. */
  readonly format: boolean;
  readonly inlayHints: boolean;
  /** Sections in the outline of the editor. */
  readonly documentSymbols: boolean;
}

/** What is corrected while it is typed. */
export interface TypingSettings {
  readonly punctuation: boolean;
  readonly quotes: boolean;
}

/** For a client that tells none. */
export const defaultSettings: Settings = {
  detect: 'auto',
  rules: {},
  pageStyle: '公文',
  typing: { punctuation: true, quotes: true },
  format: true,
  inlayHints: false,
  documentSymbols: true,
};

/** Reads what the user wrote, whatever it is: a wrong value counts as unset. */
export function readSettings(value: unknown): Settings {
  const { detect, rules, page, typing, format, inlayHints, documentSymbols } = isRecord(value) ? value : {};
  const { punctuation, quotes } = isRecord(typing) ? typing : {};
  return {
    detect: detect === 'always' || detect === 'never' ? detect : 'auto',
    rules: readRules(rules),
    pageStyle: isRecord(page) && typeof page.style === 'string' ? page.style : defaultSettings.pageStyle,
    typing: { punctuation: punctuation !== false, quotes: quotes !== false },
    format: format !== false,
    inlayHints: inlayHints === true,
    documentSymbols: documentSymbols !== false,
  };
}

/** Severities by rule id; what is not a severity is left out. */
export function readRules(value: unknown): RuleSettings {
  if (!isRecord(value)) return {};
  return Object.fromEntries(
    Object.entries(value).filter((entry): entry is [string, Severity | 'off'] => isSeverity(entry[1])),
  );
}

function isSeverity(value: unknown): value is Severity | 'off' {
  return value === 'off' || severities.some((severity) => severity === value);
}
