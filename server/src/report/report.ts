import type { Context } from '../model/context.ts';
import { expectedParts, profileOf } from '../model/profile/profile.ts';
import { lineOf } from '../model/reading/lineOf.ts';
import { hasPart } from '../model/reading/sectionsByRole.ts';
import { titleOrFirstLine } from '../model/reading/title.ts';
import type { Speech, Unit } from '../model/speech.ts';
import { shortened } from '../model/text/shortened.ts';
import type { Span } from '../model/text/span.ts';
import { type Standing, standingOf } from '../model/trace/counterparts.ts';
import { measuresFor, trace } from '../model/trace/trace.ts';
import { layout } from '../page/layout.ts';
import { titleIn } from '../page/paragraph.ts';
import { plainWords } from '../page/plainWords.ts';
import type { Report } from '../rules/lint.ts';
import type { Category } from '../rules/rule.ts';
import type { Severity } from '../rules/severity.ts';
import { isBlank } from './kindsOfFinding.ts';
import { type Statistics, statisticsOf } from './statistics.ts';

/** 体检报告 — what a reviewer would say about a speech, as data. */
export interface SpeechReport {
  readonly title: string;
  readonly kind: string;
  readonly year: number | undefined;
  readonly theme: string | undefined;
  readonly verdict: VerdictName;
  readonly statistics: Statistics;
  /** In reading order. */
  readonly problems: readonly ProblemReport[];
  /** Titles of required parts that are not there. */
  readonly missing: readonly string[];
  /** Categories with findings, in a fixed order; findings in reading order. */
  readonly groups: ReadonlyArray<{ readonly category: Category; readonly findings: readonly FindingReport[] }>;
  readonly counts: Readonly<Record<Severity, number>>;
}

/** The three classes into which reviewers sort what is handed in. */
export type VerdictName = '不达标' | '需修改' | '基本达标';

/** A problem and what answers it. */
export interface ProblemReport extends Place {
  readonly name: string;
  readonly standing: Standing;
  /** The measures that answer it. */
  readonly measures: ReadonlyArray<Place & { readonly name: string }>;
}

/** A finding of a rule. */
export interface FindingReport extends Place {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  /** The words in question, cut where they are long; those around them, where they are too few to be found by. */
  readonly words: string;
}

/** A place in the speech; lines count from 1. */
export interface Place {
  readonly line: number;
  readonly span: Span;
}

/** `reports` are the findings of `lint` for the same speech and context. */
export function reportOf(speech: Speech, context: Context, reports: readonly Report[]): SpeechReport {
  const choice = profileOf(speech, context);
  const statistics = statisticsOf(speech, context);
  const missing = expectedParts(choice)
    .filter(({ need, role }) => need === 'required' && !hasPart(speech, role))
    .map(({ title }) => title);
  const counts = { error: 0, warning: 0, information: 0, hint: 0 };
  for (const { severity } of reports) counts[severity] += 1;
  const unfilled = reports.some(({ rule }) => isBlank({ rule: rule.id }));
  return {
    title: titleIn(layout(speech)) || plainWords(titleOrFirstLine(speech)),
    kind: choice.profile.name,
    year: choice.year,
    theme: choice.aspects?.theme,
    verdict: verdictOf(missing.length > 0 || unfilled, counts, statistics),
    statistics,
    problems: problemReports(speech, context),
    missing,
    groups: groupsOf(speech, reports),
    counts,
  };
}

/**
 * 不达标: a required part or the filling of blanks is missing, something is an error, or a third of the
 * problems has no measure. 需修改: a warning is left, or a problem without a measure. Lengths and shares are
 * conventions and decide nothing.
 */
function verdictOf(unfinished: boolean, counts: SpeechReport['counts'], { coverage }: Statistics): VerdictName {
  if (unfinished || counts.error > 0 || (coverage.unmet > 0 && coverage.unmet * 3 >= coverage.problems))
    return '不达标';
  return counts.warning > 0 || coverage.unmet > 0 ? '需修改' : '基本达标';
}

function problemReports(speech: Speech, context: Context): ProblemReport[] {
  const found = trace(speech, context);
  return speech.problems.map((unit) => ({
    name: nameOf(unit),
    standing: standingOf(unit, speech, found),
    measures: measuresFor(unit, found).map(({ to }) => ({ name: nameOf(to), ...placeOf(speech, to.headSpan) })),
    ...placeOf(speech, unit.headSpan),
  }));
}

const order: readonly Category[] = [
  'structure',
  'trace',
  'likeness',
  'numbering',
  'wording',
  'punctuation',
  'delivery',
];

function groupsOf(speech: Speech, reports: readonly Report[]): SpeechReport['groups'] {
  return order.flatMap((category) => {
    const own = reports.filter(({ rule }) => rule.category === category);
    const findings = own.map(({ rule, severity, message, span }) => ({
      rule: rule.id,
      severity,
      message,
      words: wordsAt(speech.text, span),
      ...placeOf(speech, span),
    }));
    return findings.length > 0 ? [{ category, findings }] : [];
  });
}

function wordsAt(text: string, { start, end }: Span): string {
  const words = text.slice(start, end);
  const own = shortened(plain(words).replace(/\s+/g, ' '), 24);
  if (own === '' || own.length >= enough || words.includes('\n')) return own;
  const before = [...plain(text.slice(text.lastIndexOf('\n', start - 1) + 1, start))];
  const after = [...plain(/^.*/.exec(text.slice(end))?.[0] ?? '')];
  return [
    before.length > around ? '…' : '',
    before
      .slice(-around)
      .join('')
      .replace(/^[，。；：、）”》]+/, ''),
    own,
    ...after.slice(0, around),
    after.length > around ? '…' : '',
  ].join('');
}

/** As Word shows it. */
function plain(words: string): string {
  return words.replace(/^[#>\s]+|\*\*/g, '').trimEnd();
}

/** Characters by which a place is found, and how many of those on either side help to find it. */
const enough = 10;
const around = 8;

function placeOf(speech: Speech, span: Span): Place {
  return { line: lineOf(speech, span.start), span };
}

function nameOf({ numbering, title }: Unit): string {
  return `${numbering?.text ?? ''}${shortened(plainWords(title), 30)}`;
}
