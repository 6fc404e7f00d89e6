import { CodeActionKind, type Connection, DocumentDiagnosticReportKind } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Desk, Reading } from '../desk.ts';
import { codeActions, fixAllKind, isWanted } from '../features/codeActions.ts';
import { compareActions } from '../features/compareActions.ts';
import { diagnostics } from '../features/diagnostics.ts';
import { disableActions } from '../features/disableActions.ts';
import { fixAllActions } from '../features/fixAllActions.ts';
import { linkActions } from '../features/linkActions.ts';
import type { Speech } from '../model/speech.ts';
import { noSpeech, type OpenSpeeches } from '../openSpeeches.ts';
import { isTooLong, lint, lintOutline, type Report } from '../rules/lint.ts';
import { settled } from '../settled.ts';
import { unlessRefused } from '../unlessRefused.ts';

/** What other routes need of the findings. */
export interface Findings {
  /** See `Desk`. */
  reports(uri: string, reading: Pick<Reading, 'speech'>): Promise<readonly Report[]>;
  /**
   * Delivers all findings anew: makes a client that asks for them ask again, if it can, and pushes them to any other.
   */
  refresh(): void;
}

/**
 * Diagnostics, asked for or told, and the actions that mend them. `found` is called whenever the
 * findings of a speech are ready.
 */
export function addFindingRoutes(
  connection: Connection,
  { documents, versionOf, readInstead }: OpenSpeeches,
  desk: Omit<Desk, 'reports'>,
  found?: () => void,
): Findings {
  const toldEarly = new Set<string>();

  connection.languages.diagnostics.on(async ({ textDocument: { uri } }, token) => {
    const { speech } = await desk.read(uri, token, true);
    const early = desk.can().asksAgain ? await earlyReports(uri, speech) : undefined;
    if (early) void tellTheRest(uri);
    const items = diagnostics(uri, speech, early ?? (await reportsOn(uri, speech)));
    return { kind: DocumentDiagnosticReportKind.Full, items };
  });

  connection.onCodeAction(async ({ textDocument: { uri }, range, context }, token) => {
    const { speech } = await desk.read(uri, token);
    const { versionedEdits, snippetEdits, commands, asksSourceActions } = desk.can();
    const version = versionedEdits ? (versionOf(uri) ?? null) : undefined;
    const target = { uri, speech, version, canCommand: commands, canStop: snippetEdits };
    const { rules } = await desk.settings(uri);
    const lintAgain = (text: string) => lint(readInstead(uri, text), rules, desk.context(uri));
    const reports = await reportsOn(uri, speech);
    const only = context.only ?? (asksSourceActions ? [CodeActionKind.QuickFix] : undefined);
    const fixes = codeActions(target, range, { reports, lintAgain }, only);
    if (!isWanted(CodeActionKind.QuickFix, only)) return fixes;
    return [
      ...fixes,
      ...(commands ? compareActions(target, range, reports) : []),
      ...(commands ? fixAllActions(target, range, reports) : []),
      ...linkActions(target, range, desk.context(uri), context.diagnostics),
      ...disableActions(target, range, reports),
    ];
  });

  documents.onDidChangeContent(({ document }) => {
    if (!desk.can().asksFindings) void push(document);
  });
  documents.onDidClose(({ document: { uri } }) => {
    toldEarly.delete(uri);
    if (!desk.can().asksFindings) void connection.sendDiagnostics({ uri, diagnostics: [] });
  });

  return { reports: (uri, { speech }) => reportsOn(uri, speech), refresh };

  function refresh(): void {
    const { asksFindings, asksAgain } = desk.can();
    if (!asksFindings) for (const document of documents.all()) void push(document);
    else if (asksAgain) void unlessRefused(connection, connection.languages.diagnostics.refresh());
  }

  /** Tells the client what is found in a document, unless it has been edited meanwhile: then the next call will. */
  async function push({ uri, version }: TextDocument): Promise<void> {
    const isCurrent = () => versionOf(uri) === version;
    const { speech } = await desk.read(uri);
    if (!isCurrent()) return;
    const early = await earlyReports(uri, speech);
    if (early) {
      send(early);
      await settled(() => versionOf(uri), true);
      if (!isCurrent()) return;
    }
    const reports = await reportsOn(uri, speech);
    if (isCurrent()) send(reports);

    function send(reports: readonly Report[]): void {
      void connection.sendDiagnostics({ uri, version, diagnostics: diagnostics(uri, speech, reports) });
    }
  }

  /**
   * What a long document shows in its outline, once after it was opened: everything else takes several times as long.
   */
  async function earlyReports(uri: string, speech: Speech): Promise<Report[] | undefined> {
    if (speech.text.length < longText || isTooLong(speech) || toldEarly.has(uri)) return undefined;
    toldEarly.add(uri);
    return lintOutline(speech, (await desk.settings(uri)).rules, desk.context(uri));
  }

  /**
   * Works out the rest, after everything that was asked meanwhile, and makes the client ask once more. Not earlier: a
   * client that is told to ask again drops the answer it is still reading.
   */
  async function tellTheRest(uri: string): Promise<void> {
    const { speech } = await desk.read(uri, undefined, true);
    await reportsOn(uri, speech);
    refresh();
  }

  async function reportsOn(uri: string, speech: Speech): Promise<Report[]> {
    const reports = lint(speech, (await desk.settings(uri)).rules, desk.context(uri));
    if (speech !== noSpeech) found?.();
    return reports;
  }
}

/** Characters; ten speeches. */
const longText = 50_000;

/** Quick fixes and “fix all”, and findings that the client asks for document by document. */
export const findingCapabilities = {
  codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, fixAllKind] },
  diagnosticProvider: { identifier: 'fayan', interFileDependencies: false, workspaceDiagnostics: false },
};
