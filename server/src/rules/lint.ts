import { type Context, defaultContext } from '../model/context.ts';
import { memoised } from '../model/memoised.ts';
import type { Speech } from '../model/speech.ts';
import { blockwise } from './blockwise.ts';
import { directivesOf, isDisabled } from './disable.ts';
import { rules } from './index.ts';
import type { BlockCheck, Finding, Rule, Severity } from './rule.ts';

/** What the user has set, by rule id; a rule that is not named keeps its own severity. */
export type RuleSettings = Readonly<Record<string, Severity | 'off'>>;

export interface Report extends Finding {
  readonly rule: Rule;
  readonly severity: Severity;
}

/** All findings that are not switched off — by the user, by the team's configuration, which goes first, or by a comment — in reading order. */
export function lint(speech: Speech, settings: RuleSettings = {}, context: Context = defaultContext): Report[] {
  const reports: Report[] = [];
  const isLong = isTooLong(speech);
  const directives = directivesOf(speech);
  for (const rule of rules) {
    const severity = context.config.rules[rule.id] ?? settings[rule.id] ?? rule.severity;
    if (severity === 'off' || (isLong && rule.category !== 'numbering')) continue;
    for (const finding of findings(rule, speech, context)) {
      if (isDisabled(directives, rule.id, finding.span.start)) continue;
      reports.push({ ...finding, rule, severity: lower(severity, finding.severity) });
    }
  }
  return reports.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}

/** What one rule finds, always in offsets of the speech. */
export function findings(rule: Rule, speech: Speech, context: Context = defaultContext): Iterable<Finding> {
  return 'check' in rule ? rule.check(speech, context) : checks(rule)(speech);
}

const checks = memoised((rule: BlockCheck) => blockwise((block) => rule.checkBlock(block)));

/** Some two megabytes: no speech, but somebody's collected works. Outline and numbering are kept up, the other rules are off. */
export function isTooLong({ text }: Speech): boolean {
  return text.length > 700_000;
}

const order: readonly Severity[] = ['hint', 'information', 'warning', 'error'];

function lower(a: Severity, b: Severity | undefined): Severity {
  return b !== undefined && order.indexOf(b) < order.indexOf(a) ? b : a;
}
