import { t } from '@vscode/l10n';
import { type Connection, type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
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
import type { FileFault } from '../userData/dataFile.ts';
import { defaultContext } from '../userData/defaultContext.ts';
import { contextOf } from '../userData/workspaceContext.ts';

/**
 * The requests about kinds of speeches, and the data of the `.fayan` folders. Returns what gives the context of a document; `extra` is
 * what every context has besides the data.
 */
export function addProfileRoutes(
  connection: Connection,
  desk: Pick<Desk, 'open' | 'read'> & { refresh(): void },
  extra: Partial<Context>,
): (uri: string) => Context {
  const plain: Context = { ...defaultContext, ...extra };
  let contexts: ReadonlyArray<{ readonly folder: string; readonly context: Context }> = [];
  let faulty: readonly string[] = [];
  let hasComplained = false;

  connection.onNotification(workspaceDataNotification, ({ folders }: WorkspaceDataParams) => {
    // The usual case at the start, which changes nothing.
    if (folders.length === 0 && contexts.length === 0) return;
    const read = folders.map((folder) => ({ folder, ...contextOf(folder.files) }));
    contexts = read
      .map(({ folder, context }) => ({ folder: withSlash(folder.uri), context: { ...context, ...extra } }))
      .sort((a, b) => b.folder.length - a.folder.length);
    const found = new Map(read.flatMap(({ folder, faults }) => [...diagnosticsOf(folder, faults)]));
    for (const uri of new Set([...faulty, ...found.keys()])) {
      void connection.sendDiagnostics({ uri, diagnostics: found.get(uri) ?? [] });
    }
    faulty = [...found.keys()];
    if (faulty.length > 0 && !hasComplained) {
      hasComplained = true;
      const count = read.reduce((sum, { faults }) => sum + faults.length, 0);
      void connection.window.showWarningMessage(
        t('.fayan 里有 {0} 处看不懂，这些地方按内置的规定办，详见“问题”面板。', count),
      );
    }
    desk.refresh();
  });

  connection.onRequest(profileRequest, async ({ uri }: ProfileParams): Promise<ProfileResult> => {
    const context = contextFor(uri);
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

  return contextFor;

  function contextFor(uri: string): Context {
    return contexts.find(({ folder }) => uri.startsWith(folder))?.context ?? plain;
  }
}

function withSlash(uri: string): string {
  return uri.endsWith('/') ? uri : `${uri}/`;
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
