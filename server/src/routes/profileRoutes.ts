import { t } from '@vscode/l10n';
import { type Connection, type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Contexts } from '../contexts.ts';
import type { Desk } from '../desk.ts';
import { toTextEdits } from '../features/range.ts';
import type { Context } from '../model/context.ts';
import { profileOf } from '../model/profile/profile.ts';
import {
  type ProfileEditsParams,
  type ProfileEditsResult,
  type ProfileParams,
  type ProfileResult,
  profileEditsRequest,
  profileRequest,
  type WorkspaceData,
  type WorkspaceDataParams,
  workspaceDataNotification,
} from '../protocol.ts';
import { unlessRefused } from '../unlessRefused.ts';
import type { FileFault } from '../userData/dataFile.ts';

/**
 * The requests about kinds of speeches, and the data of the `.fayan` folders; `readAnew` is called
 * when these have changed.
 */
export function addProfileRoutes(
  connection: Connection,
  desk: Pick<Desk, 'open' | 'read' | 'context'>,
  contexts: Contexts,
  readAnew: () => void,
): void {
  let hasFolders = false;
  let faulty: readonly string[] = [];
  let hasComplained = false;

  connection.onNotification(workspaceDataNotification, ({ folders }: WorkspaceDataParams) => {
    // The usual case at the start, which changes nothing.
    if (folders.length === 0 && !hasFolders) return;
    hasFolders = folders.length > 0;
    const read = contexts.read(folders);
    const found = new Map(read.flatMap(({ folder, faults }) => [...diagnosticsOf(folder, faults)]));
    for (const uri of new Set([...faulty, ...found.keys()])) {
      void connection.sendDiagnostics({ uri, diagnostics: found.get(uri) ?? [] });
    }
    faulty = [...found.keys()];
    if (faulty.length > 0 && !hasComplained) {
      hasComplained = true;
      const count = read.reduce((sum, { faults }) => sum + faults.length, 0);
      const message = t('.fayan 里有 {0} 处看不懂，这些地方按内置的规定办，详见“问题”面板。', count);
      void unlessRefused(connection, connection.window.showWarningMessage(message));
    }
    readAnew();
  });

  connection.onRequest(profileRequest, async ({ uri }: ProfileParams): Promise<ProfileResult> => {
    const context = desk.context(uri);
    const { profile, from, year, aspects } = profileOf(desk.open(uri).speech, context);
    return {
      isSpeech: (await desk.read(uri)).isSpeech,
      name: profile.name,
      year,
      theme: aspects?.theme,
      from,
      // The kinds with most parts first.
      profiles: [...context.profiles]
        .sort((a, b) => b.parts.length - a.parts.length)
        .map(({ name, description, meeting }) => ({ name, description, meeting })),
      themes: themesOf(context),
    };
  });

  connection.onRequest(profileEditsRequest, async (params: ProfileEditsParams): Promise<ProfileEditsResult> => {
    const { frontMatterEdits } = await import('../onDemand.ts');
    const { uri, name, year, theme } = params;
    const { speech, version } = desk.open(uri);
    const edits = frontMatterEdits(speech, { 类型: name, 年度: year?.toString(), 主题: theme });
    return { version, edits: toTextEdits(speech, edits) };
  });
}

/** The faults of a folder's files as diagnostics, by the URI of the file. */
function* diagnosticsOf(folder: WorkspaceData, faults: readonly FileFault[]): Iterable<[string, Diagnostic[]]> {
  for (const { path, uri, text, hasSchema = false } of folder.files) {
    const own = faults.filter((fault) => fault.path === path && !(hasSchema && fault.inSchema));
    if (own.length === 0) continue;
    const source = TextDocument.create(uri, 'json', 0, text);
    const items = own.map(({ span, message }) => ({
      range: { start: source.positionAt(span.start), end: source.positionAt(span.end) },
      severity: DiagnosticSeverity.Warning,
      source: 'fayan',
      message,
    }));
    yield [uri, items];
  }
}

function themesOf({ aspectSets }: Context): ProfileResult['themes'] {
  return aspectSets
    .flatMap(({ meeting, year, theme, items, note }) =>
      year === undefined ? [] : [{ meeting, year, theme, detail: note || items.map(({ title }) => title).join('；') }],
    )
    .sort((a, b) => b.year - a.year);
}
