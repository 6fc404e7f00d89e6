import { t } from '@vscode/l10n';
import { type CodeAction, CodeActionKind, type Range } from 'vscode-languageserver';
import { fixAllCommand } from '../protocol.ts';
import { safeFix } from '../rules/fixAll.ts';
import type { Report } from '../rules/lint.ts';
import { ruleName } from '../rules/ruleNames.ts';
import { fixAllKind, type Target } from './codeActions.ts';
import { toDiagnostic } from './diagnostics.ts';
import { toSpan } from './range.ts';
import { touchedBy } from './touched.ts';

/**
 * The part of `textDocument/codeAction` that mends what is like the findings under the cursor, or everything that is
 * sure. VS Code lists no source action among the quick fixes, so these name a command of the client, which asks for the
 * source action in turn: nothing is worked out before it is wanted.
 */
export function fixAllActions({ uri, speech }: Target, range: Range, reports: readonly Report[]): CodeAction[] {
  const cursor = toSpan(speech, range);
  const sure = reports.filter((report) => safeFix(report).length > 0);
  const touched = touchedBy(cursor, sure);
  const firsts = touched.filter(({ rule }, index) => touched.findIndex((other) => other.rule === rule) === index);
  const counted = firsts.map((report) => ({ report, count: sure.filter(({ rule }) => rule === report.rule).length }));
  const alike = counted
    .filter(({ count }) => count > 1)
    .map(({ report, count }) => {
      const title = t('同类的 {0} 处一并改正：{1}', count, ruleName(report.rule));
      return action(report, title, `${fixAllKind}.${report.rule.id}`);
    });
  const [first] = counted;
  if (!first || sure.length === first.count) return alike;
  return [...alike, action(first.report, t('各类有把握的 {0} 处一并改正', sure.length), fixAllKind)];

  function action(report: Report, title: string, kind: string): CodeAction {
    const command = { title, command: fixAllCommand, arguments: [uri, kind] };
    return { title, kind: CodeActionKind.QuickFix, diagnostics: [toDiagnostic(uri, speech, report)], command };
  }
}
