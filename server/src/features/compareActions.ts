import { t } from '@vscode/l10n';
import { type CodeAction, CodeActionKind, type Range } from 'vscode-languageserver';
import { compareSimilarCommand } from '../protocol.ts';
import type { Report } from '../rules/lint.ts';
import type { Target } from './codeActions.ts';
import { toDiagnostic } from './diagnostics.ts';
import { toRange, toSpan } from './range.ts';
import { touchedBy } from './touched.ts';

/**
 * The part of `textDocument/codeAction` that shows the passages side by side which the findings under the cursor call
 * alike, by a command of the client.
 */
export function compareActions({ uri, speech }: Target, range: Range, reports: readonly Report[]): CodeAction[] {
  return touchedBy(toSpan(speech, range), reports).flatMap((report) =>
    (report.related ?? []).flatMap(({ span, message, elsewhere, alike }) => {
      if (!alike) return [];
      const title = t('并排对照：{0}', message);
      const there = elsewhere
        ? { uri: elsewhere.uri, range: { start: elsewhere.start, end: elsewhere.end } }
        : { uri, range: toRange(speech, span) };
      const command = { title, command: compareSimilarCommand, arguments: [uri, toRange(speech, alike), there] };
      return [{ title, kind: CodeActionKind.QuickFix, diagnostics: [toDiagnostic(uri, speech, report)], command }];
    }),
  );
}
