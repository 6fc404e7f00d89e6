import { type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver';
import type { Speech } from '../model/speech.ts';
import type { Report } from '../rules/lint.ts';
import { toRange } from './range.ts';

/** `textDocument/diagnostic`; more than `mostDiagnostics` cost more on the wire than they tell. */
export function diagnostics(uri: string, speech: Speech, reports: readonly Report[]): Diagnostic[] {
  return reports.slice(0, mostDiagnostics).map((report) => toDiagnostic(uri, speech, report));
}

export const mostDiagnostics = 1000;

export function toDiagnostic(
  uri: string,
  speech: Speech,
  { rule, severity, span, message, related }: Report,
): Diagnostic {
  return {
    range: toRange(speech, span),
    severity: severities[severity],
    code: rule.id,
    codeDescription: { href: ruleDocs(rule.id) },
    source: 'fayan',
    message,
    ...(related?.length && {
      relatedInformation: related.map((place) => ({
        location: { uri, range: toRange(speech, place.span) },
        message: place.message,
      })),
    }),
  };
}

/** The page of a rule; on the web because clients open it as a link, and only when the writer asks. */
export function ruleDocs(id: string): string {
  return `https://github.com/fayan-speech/fayan/blob/main/docs/rules.md#${id}`;
}

const severities = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
} as const;
