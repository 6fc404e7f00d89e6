import { type Disposable, Uri, workspace } from 'vscode';
import type { DiagnosticProviderMiddleware } from 'vscode-languageclient';
import { ruleText } from './ruleText.ts';

const scheme = 'fayan-rule';

/**
 * The code of a finding leads to the page of its rule in the extension itself: many a writer has no network. A document
 * of our own, as hovers open no commands.
 */
export const leadToPages: NonNullable<DiagnosticProviderMiddleware['provideDiagnostics']> = async (
  document,
  previousResultId,
  token,
  next,
) => {
  const report = await next(document, previousResultId, token);
  for (const found of report && 'items' in report ? report.items : []) {
    if (typeof found.code !== 'object') continue;
    const { value } = found.code;
    found.code = { value, target: Uri.from({ scheme, path: `/${value}.md` }) };
  }
  return report;
};

/**
 * `docs/rules.md` is one page for all rules; a document shows what it says of one, and `package.json` has it
 * open as Markdown is read.
 */
export function provideRulePages(extension: Uri): Disposable {
  return workspace.registerTextDocumentContentProvider(scheme, {
    async provideTextDocumentContent({ path }) {
      const bytes = await workspace.fs.readFile(Uri.joinPath(extension, 'docs/rules.md'));
      return ruleText(new TextDecoder().decode(bytes), path.slice(1, -'.md'.length));
    },
  });
}
