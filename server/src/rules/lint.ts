import { type Context, defaultContext } from '../model/context.ts';
import { memoised } from '../model/memoised.ts';
import { moveSpan } from '../model/span.ts';
import type { Block, Speech } from '../model/speech.ts';
import { directivesOf, isDisabled } from './disable.ts';
import { rules } from './index.ts';
import { moveFinding } from './moveFinding.ts';
import { type OutlineRule, outlineJudge } from './onOutline.ts';
import type { About, BlockCheck, Finding, Rule, Severity } from './rule.ts';

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
    if (!('check' in rule) || severityOf(rule) === 'off') continue;
    for (const finding of rule.check(speech, context)) report(rule, finding);
  }
  for (const [rule, finding] of onOutline(speech)) report(rule, finding);
  // None of them is about numbering.
  if (!isLong) for (const [rule, finding] of inBlocks(speech, context)) report(rule, finding);
  return reports.sort(
    (a, b) => a.span.start - b.span.start || a.span.end - b.span.end || rules.indexOf(a.rule) - rules.indexOf(b.rule),
  );

  function severityOf(rule: Rule): Severity | 'off' {
    if (isLong && rule.category !== 'numbering') return 'off';
    return context.config.rules[rule.id] ?? settings[rule.id] ?? rule.severity;
  }

  function report(rule: Rule, finding: Finding): void {
    const severity = severityOf(rule);
    if (severity === 'off' || isDisabled(directives, rule.id, finding.span.start)) return;
    reports.push({ ...finding, rule, severity: lower(severity, finding.severity) });
  }
}

/** What one rule finds, always in offsets of the speech. */
export function* findings(rule: Rule, speech: Speech, context: Context = defaultContext): Iterable<Finding> {
  if ('check' in rule) yield* rule.check(speech, context);
  else if ('checkOutline' in rule) yield* rule.checkOutline(speech);
  else for (const [other, finding] of inBlocks(speech, context)) if (other === rule) yield finding;
}

function onOutline({ sections }: Speech): Iterable<readonly [OutlineRule, Finding]> {
  judgeOutline ??= outlineJudge(rules.filter((rule) => 'checkOutline' in rule));
  return judgeOutline(sections);
}

/** Made when it is first asked: the list of rules and this file need each other. */
let judgeOutline: ReturnType<typeof outlineJudge> | undefined;

type BlockRule = About & BlockCheck;

/** One walk over the blocks for all the rules that judge a block by itself. */
function* inBlocks(speech: Speech, context: Context): Iterable<readonly [BlockRule, Finding]> {
  const { blocks, starts } = speech;
  const judge = judged(context);
  for (let index = 0; index < blocks.length; index += 1) {
    for (const [rule, finding] of judge(blocks[index] as Block)) {
      const moved = moveFinding(finding, (span) => moveSpan(span, starts[index] ?? 0));
      if (!rule.holds || rule.holds(moved, speech)) yield [rule, moved];
    }
  }
}

const judged = memoised((context: Context) => {
  const own = rules.filter((rule) => 'checkBlock' in rule);
  return memoised((block: Block) => {
    const found: Array<readonly [BlockRule, Finding]> = [];
    for (const rule of own) for (const finding of rule.checkBlock(block, context)) found.push([rule, finding]);
    return found.length > 0 ? found : nothing;
  });
});

/** One list for all the blocks where nothing is found, which are nearly all. */
const nothing: ReadonlyArray<readonly [BlockRule, Finding]> = [];

/** Some two megabytes: no speech, but somebody's collected works. Outline and numbering are kept up, the other rules are off. */
export function isTooLong({ text }: Speech): boolean {
  return text.length > 700_000;
}

const order: readonly Severity[] = ['hint', 'information', 'warning', 'error'];

function lower(a: Severity, b: Severity | undefined): Severity {
  return b !== undefined && order.indexOf(b) < order.indexOf(a) ? b : a;
}
