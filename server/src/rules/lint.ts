import type { Context } from '../model/context.ts';
import { lazily } from '../model/memory/lazily.ts';
import { memoised } from '../model/memory/memoised.ts';
import { perBlock } from '../model/memory/perBlock.ts';
import { allUnits, perUnit } from '../model/memory/perUnit.ts';
import { outlineOf } from '../model/parse/retouch.ts';
import type { Speech } from '../model/speech.ts';
import { moveSpan } from '../model/text/span.ts';
import { defaultContext } from '../userData/defaultContext.ts';
import { brokenNumbering } from './broken-numbering.ts';
import { directivesOf, isDisabled } from './disable.ts';
import { rules } from './index.ts';
import { moveFinding } from './moveFinding.ts';
import { byNeeds } from './needs.ts';
import { outlineJudge } from './onOutline.ts';
import type { About, AllFindings, BlockCheck, Finding, Rule } from './rule.ts';
import { type RuleSettings, type Severity, severities } from './severity.ts';

/** A finding with its rule, and with the severity that is left after settings and the finding’s own doubt. */
export interface Report extends Finding {
  readonly rule: Rule;
  readonly severity: Severity;
}

/**
 * All findings in reading order, except those switched off by the user's settings, by the team's configuration (which
 * takes precedence) or by a comment.
 */
export function lint(speech: Speech, settings: RuleSettings = {}, context: Context = defaultContext): Report[] {
  if (isTooLong(speech)) return lintOutline(speech, settings, context);
  return reported([inSpeech, onFindings], speech, settings, context);
}

/** The findings that title, preamble, headings and numbering show, in a fraction of the time. */
export function lintOutline(speech: Speech, settings: RuleSettings = {}, context: Context = defaultContext): Report[] {
  return reported([onOutline], speech, settings, context);
}

type Find = (speech: Speech, context: Context, isOn: IsOn) => Iterable<readonly [Rule, Finding]>;
type IsOn = (rule: Rule) => boolean;

function reported(finds: readonly Find[], speech: Speech, settings: RuleSettings, context: Context): Report[] {
  const reports: Report[] = [];
  const silenced: Report[] = [];
  const isLong = isTooLong(speech);
  const directives = directivesOf(speech);
  for (const find of finds) for (const [rule, finding] of find(speech, context, isOn)) report(rule, finding);
  return withExplained(reports, silenced).sort(
    (a, b) => a.span.start - b.span.start || a.span.end - b.span.end || rules.indexOf(a.rule) - rules.indexOf(b.rule),
  );

  function isOn(rule: Rule): boolean {
    return severityOf(rule) !== 'off';
  }

  function severityOf(rule: Rule): Severity | 'off' {
    if (isLong && rule.category !== 'numbering') return 'off';
    return context.config.rules[rule.id] ?? settings[rule.id] ?? rule.severity;
  }

  function report(rule: Rule, finding: Finding): void {
    const severity = severityOf(rule);
    if (severity === 'off') return;
    const { span, message, related, explains } = finding;
    // Fixes are worked out only when somebody asks for them.
    const shown = { rule, severity: lower(severity, finding.severity), span, message, related, explains };
    const list = isDisabled(directives, rule.id, finding.span.start) ? silenced : reports;
    list.push(lazily(shown, { fixes: () => finding.fixes }));
  }
}

/**
 * One mistake is one finding: a number that another finding explains becomes a hint, unless it is graver, for a writer
 * who wants to number anew instead. Where the other is silenced by a comment, so is the number.
 */
export function withExplained(reports: readonly Report[], silenced: readonly Report[] = []): Report[] {
  const [shown, hidden] = [reports, silenced].map(explanations);
  return reports.flatMap((report) => {
    const { rule, span, message, related, explains } = report;
    const isExplained = (by: ReadonlyMap<number, number> | undefined) =>
      rule === brokenNumbering && (by?.get(span.start) ?? -1) >= severities.indexOf(report.severity);
    if (isExplained(hidden)) return [];
    if (!isExplained(shown)) return [report];
    const milder = { rule, severity: 'hint' as const, span, message, related, explains };
    return [lazily(milder, { fixes: () => report.fixes })];
  });
}

/** The gravest finding that explains the number at each offset, as an index in `severities`. */
function explanations(reports: readonly Report[]): ReadonlyMap<number, number> {
  const gravest = new Map<number, number>();
  for (const { severity, explains = [] } of reports) {
    for (const { start } of explains)
      gravest.set(start, Math.max(gravest.get(start) ?? 0, severities.indexOf(severity)));
  }
  return gravest;
}

/** What one rule finds, always in offsets of the speech. */
export function* findings(rule: Rule, speech: Speech, context: Context = defaultContext): Iterable<Finding> {
  if ('check' in rule) yield* rule.check(speech, context);
  else if ('checkOutline' in rule) yield* rule.checkOutline(speech, context);
  else if ('checkFindings' in rule) yield* rule.checkFindings(speech, allFindings(speech, context));
  else {
    const all = 'checkUnit' in rule ? inUnits(speech, context) : inBlocks(speech, context);
    for (const [other, finding] of all) if (other === rule) yield finding;
  }
}

/** The rules that read what the others find. */
function* onFindings(speech: Speech, context: Context, isOn: IsOn): Iterable<readonly [Rule, Finding]> {
  for (const rule of rules) {
    if (!('checkFindings' in rule) || !isOn(rule)) continue;
    for (const finding of rule.checkFindings(speech, allFindings(speech, context))) yield [rule, finding];
  }
}

function allFindings(speech: Speech, context: Context): AllFindings {
  return { rules, found: () => inSpeech(speech, context, () => true) };
}

/** All the rules that read the speech itself. */
function* inSpeech(speech: Speech, context: Context, isOn: IsOn): Iterable<readonly [Rule, Finding]> {
  yield* onWhole(speech, context, isOn);
  yield* onOutline(speech, context, isOn);
  yield* inUnits(speech, context);
  yield* inBlocks(speech, context);
}

/** The rules that read all of a speech. */
function* onWhole(speech: Speech, context: Context, isOn: IsOn): Iterable<readonly [Rule, Finding]> {
  for (const rule of rules) {
    if (!('check' in rule) || !isOn(rule)) continue;
    for (const finding of rule.check(speech, context)) yield [rule, finding];
  }
}

const onOutline = outlineJudge(rules.filter((rule) => 'checkOutline' in rule));

type Found<R extends Rule> = ReadonlyArray<readonly [R, Finding]>;

/** The rules that judge a unit by itself. */
function* inUnits(speech: Speech, context: Context): Iterable<readonly [Rule, Finding]> {
  const { outline, place } = outlineOf(speech);
  const units = allUnits(outline);
  for (const [index, found] of unitsJudged(context)(speech).entries()) {
    if (found.length === 0) continue;
    const { start } = place(units[index]?.span ?? nowhere);
    for (const [rule, finding] of found) yield [rule, moveFinding(finding, (span) => moveSpan(span, start))];
  }
}

const nowhere = { start: 0, end: 0 };

const unitsJudged = memoised((context: Context) => {
  const own = rules.filter((rule) => 'checkUnit' in rule);
  return perUnit((unit, speech): Found<Rule> => {
    const found: Array<readonly [Rule, Finding]> = [];
    for (const rule of own) {
      for (const finding of rule.checkUnit(unit, speech, context))
        found.push([rule, moveFinding(finding, (span) => moveSpan(span, -unit.span.start))]);
    }
    return found.length > 0 ? found : nothing;
  });
});

type BlockRule = About & BlockCheck;

/** One walk over the blocks for all the rules that judge a block by itself. */
function* inBlocks(speech: Speech, context: Context): Iterable<readonly [BlockRule, Finding]> {
  for (const [index, found] of blocksJudged(context)(speech)) {
    const start = speech.starts[index] ?? 0;
    for (const [rule, finding] of found) {
      const moved = moveFinding(finding, (span) => moveSpan(span, start));
      if (!rule.holds || rule.holds(moved, speech)) yield [rule, moved];
    }
  }
}

const blocksJudged = memoised((context: Context) => {
  const mayFind = byNeeds(rules.filter((rule) => 'checkBlock' in rule));
  return perBlock((block): Found<BlockRule> | undefined => {
    const found: Array<readonly [BlockRule, Finding]> = [];
    for (const rule of mayFind(block.text))
      for (const finding of rule.checkBlock(block, context)) found.push([rule, finding]);
    return found.length > 0 ? found : undefined;
  });
});

/** Shared by all units without findings, which are nearly all. */
const nothing: Found<never> = [];

/**
 * Some two megabytes of UTF-8: collected works, not a speech. Outline and numbering still work;
 * the other rules are off.
 */
export function isTooLong({ text }: Speech): boolean {
  return text.length > 700_000;
}

/** The milder of the two. */
function lower(a: Severity, b: Severity | undefined): Severity {
  return b !== undefined && severities.indexOf(b) < severities.indexOf(a) ? b : a;
}
