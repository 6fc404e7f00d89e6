import { createHash } from 'node:crypto';
import type { Context } from '../model/context.ts';
import { memoised } from '../model/memory/memoised.ts';
import { parseSpeech } from '../model/parse/parse.ts';
import { isSpeech } from '../model/reading/detect.ts';
import type { Speech } from '../model/speech.ts';
import type { Span } from '../model/text/span.ts';
import { fixedText } from '../rules/fixAll.ts';
import { lint, type Report } from '../rules/lint.ts';
import type { Category, Fix } from '../rules/rule.ts';
import type { RuleSettings, Severity } from '../rules/severity.ts';
import { type LintAgain, soundFixes } from '../rules/soundFixes.ts';
import type { Named } from './files.ts';
import type { Extra } from './folderContext.ts';

/** What to do with every file of a run; plain data, because it is sent to the workers. */
export interface Task {
  readonly extra: Extra;
  readonly fix: boolean;
  /** Whether to check as for handing in: then a blank left to be filled in is an error. */
  readonly handIn?: boolean;
  /** Whether to add related places, fixes and fingerprints, which only some formats show. */
  readonly full: boolean;
}

/** What the command line reports about one file. */
export interface FileReport {
  readonly file: string;
  readonly diagnostics: readonly CheckDiagnostic[];
  /** Why the file could not be checked; then it has no diagnostics. */
  readonly error?: string;
  /** The text after fixing, where fixing changed it. */
  readonly fixed?: string;
  /** The file was found in a folder and is no speech. */
  readonly skipped?: boolean;
}

/** A range in a file: lines and columns from 1, columns in UTF-16 units, the end excluded. */
export interface Place {
  readonly line: number;
  readonly col: number;
  readonly endLine: number;
  readonly endCol: number;
}

/** A finding as the command line writes it out. */
export interface CheckDiagnostic extends Place {
  readonly code: string;
  readonly category: Category;
  readonly severity: Severity;
  readonly message: string;
  /**
   * Made of the rule and the words of the line, so it stays the same when the line moves; the same rule on two
   * equal lines gives the same.
   */
  readonly fingerprint?: string;
  readonly related?: ReadonlyArray<Place & { readonly message: string; readonly file?: string }>;
  readonly fixes?: ReadonlyArray<{
    readonly title: string;
    readonly edits: ReadonlyArray<Place & { readonly newText: string }>;
  }>;
}

/**
 * What `--hand-in` changes: blanks are only warnings while a draft is being written, but errors when it is handed in,
 * whatever a team has agreed on for the time before.
 */
const handInRules: RuleSettings = { 'leftover-placeholder': 'error', 'template-residue': 'error' };

const handedIn = memoised((context: Context): Context => {
  const { config } = context;
  return { ...context, config: { ...config, rules: { ...config.rules, ...handInRules } } };
});

/** Checks one text, after applying safe fixes where the task says so. */
export function checkText(
  { file, found, text }: Named & { readonly text: string },
  { fix, full, handIn }: Task,
  given: Context,
): FileReport {
  let speech = parseSpeech(text);
  if (found && !isSpeech(speech, file)) return { file, diagnostics: [], skipped: true };
  const context = handIn ? handedIn(given) : given;
  const lintAgain: LintAgain = (other) => lint(parseSpeech(other, speech), {}, context);
  let reports = lint(speech, {}, context);
  const fixed = fix ? fixedText(text, reports, lintAgain) : text;
  if (fixed !== text) {
    speech = parseSpeech(fixed, speech);
    reports = lint(speech, {}, context);
  }
  const diagnostics = reports.map((report) => ({
    ...toDiagnostic(speech, report),
    ...(full && more(speech, report, soundFixes(fixed, report, reports, lintAgain))),
  }));
  return { file, diagnostics, ...(fixed !== text && { fixed }) };
}

function toDiagnostic(speech: Speech, { rule, severity, message, span }: Report): CheckDiagnostic {
  return { code: rule.id, category: rule.category, severity, message, ...placeOf(speech, span) };
}

/** What `full` adds: related places, fixes and fingerprint. */
function more(speech: Speech, report: Report, fixes: readonly Fix[]): Partial<CheckDiagnostic> {
  const { related } = report;
  return {
    fingerprint: fingerprintOf(speech, report),
    ...(related && {
      related: related.map(({ elsewhere, ...own }) => ({
        message: own.message,
        ...(elsewhere
          ? {
              file: elsewhere.uri,
              line: elsewhere.start.line + 1,
              col: elsewhere.start.character + 1,
              endLine: elsewhere.end.line + 1,
              endCol: elsewhere.end.character + 1,
            }
          : placeOf(speech, own.span)),
      })),
    }),
    ...(fixes.length > 0 && {
      fixes: fixes.map(({ title, edits }) => ({
        title,
        edits: edits.map(({ span, newText }) => ({ ...placeOf(speech, span), newText })),
      })),
    }),
  };
}

function fingerprintOf({ source, text }: Speech, { rule, span }: Report): string {
  const { line } = source.positionAt(span.start);
  const words = text.slice(source.offsetAt({ line, character: 0 }), source.offsetAt({ line: line + 1, character: 0 }));
  return createHash('sha256')
    .update(`${rule.id}\n${words.replace(/\s+/g, '')}`)
    .digest('hex')
    .slice(0, 16);
}

function placeOf({ source }: Speech, { start, end }: Span): Place {
  const from = source.positionAt(start);
  const to = source.positionAt(end);
  return { line: from.line + 1, col: from.character + 1, endLine: to.line + 1, endCol: to.character + 1 };
}
