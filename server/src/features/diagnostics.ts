import { t } from '@vscode/l10n';
import { type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver';
import type { Speech } from '../model/speech.ts';
import type { AlikeData } from '../protocol.ts';
import { ruleDocs } from '../ruleDocs.ts';
import { isTooLong, type Report } from '../rules/lint.ts';
import { toRange } from './range.ts';

/** `textDocument/diagnostic`, at most `mostDiagnostics` of them. */
export function diagnostics(uri: string, speech: Speech, reports: readonly Report[]): Diagnostic[] {
  const found = reports.slice(0, mostDiagnostics).map((report) => toDiagnostic(uri, speech, report));
  return isTooLong(speech) ? [tooLong(), ...found] : found;
}

const tooLong = (): Diagnostic => ({
  range: { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } },
  severity: DiagnosticSeverity.Information,
  source: 'fayan',
  message: t('全文超过两百万字节，只列提纲、检查序号，其余检查已停用'),
});

/** A speech with more is not a speech; each costs some 5 µs to send (docs/performance.md). */
const mostDiagnostics = 1000;

/** A finding as LSP has it; `uri` is that of the speech. */
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
        location: place.elsewhere
          ? { uri: place.elsewhere.uri, range: { start: place.elsewhere.start, end: place.elsewhere.end } }
          : { uri, range: toRange(speech, place.span) },
        message: place.message,
      })),
    }),
    ...alikeIn(speech, related),
  };
}

/** What the passages are that a finding calls alike; nothing where it calls none so. */
function alikeIn(speech: Speech, related: Report['related'] = []): { readonly data?: AlikeData } {
  const alike = related.flatMap((place, there) => (place.alike ? [{ here: toRange(speech, place.alike), there }] : []));
  return alike.length > 0 ? { data: { alike } } : {};
}

const severities = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
} as const;
