import { t } from '@vscode/l10n';
import {
  commands,
  type Diagnostic,
  type Disposable,
  type Location,
  languages,
  type Range,
  Uri,
  window,
  workspace,
} from 'vscode';
import { isRecord } from '../../server/src/isRecord.ts';
import { type AlikeData, compareSimilarCommand, type WireRange } from '../../server/src/protocol.ts';
import { nameOf } from './fileNames.ts';
import { toRange } from './range.ts';

/**
 * `fayan.compareSimilar` — two passages that are alike, side by side; from a finding's quick fix, or for the findings
 * in the paragraph at the cursor.
 */
export function registerCompareSimilar(): Disposable[] {
  const texts = new Map<string, string>();
  return [
    workspace.registerTextDocumentContentProvider(scheme, {
      provideTextDocumentContent: (uri) => texts.get(uri.toString()) ?? '',
    }),
    workspace.onDidCloseTextDocument(({ uri }) => texts.delete(uri.toString())),
    commands.registerCommand(compareSimilarCommand, (uri?: string, here?: WireRange, there?: WireLocation) =>
      uri && here && there
        ? compare(texts, Uri.parse(uri), toRange(here), { uri: Uri.parse(there.uri), range: toRange(there.range) })
        : compareAtCursor(texts),
    ),
  ];
}

const scheme = 'fayan-similar';

/** A place in another file as the server names it. */
interface WireLocation {
  readonly uri: string;
  readonly range: WireRange;
}

interface Place {
  readonly message: string;
  readonly here: Range;
  readonly there: Location;
}

/** The pairs of passages that a finding calls alike. The server says which they are; VS Code keeps what it says. */
function placesOf({ source, relatedInformation = [], data }: Diagnostic & { readonly data?: unknown }): Place[] {
  const { alike } = source === 'fayan' && isRecord(data) ? (data as Partial<AlikeData>) : {};
  return (alike ?? []).flatMap(({ here, there }) => {
    const place = relatedInformation[there];
    return place ? [{ message: place.message, here: toRange(here), there: place.location }] : [];
  });
}

async function compareAtCursor(texts: Map<string, string>): Promise<void> {
  const editor = window.activeTextEditor;
  const found = editor
    ? languages
        .getDiagnostics(editor.document.uri)
        .filter(({ range }) => range.intersection(editor.document.lineAt(editor.selection.active).range))
        .flatMap(placesOf)
    : [];
  const items = found.map((place) => ({ label: place.message, place }));
  const picked = items.length > 1 ? await window.showQuickPick(items, { title: t('与哪一处对照') }) : items[0];
  if (editor && picked) await compare(texts, editor.document.uri, picked.place.here, picked.place.there);
  else if (items.length === 0) void window.showInformationMessage(t('光标处没有发现雷同'));
}

async function compare(
  texts: Map<string, string>,
  uri: Uri,
  here: Range,
  there: Pick<Location, 'uri' | 'range'>,
): Promise<void> {
  const left = await passage(texts, uri, here);
  const right = await passage(texts, there.uri, there.range);
  await commands.executeCommand('vscode.diff', right, left, `${label(there.uri, there.range)} ↔ ${label(uri, here)}`);
}

/** What ends a sentence. */
const stops = ['。', '！', '？', '；', '\n'];

/** The whole sentences of a range as a document of their own, one clause per line, so that the two sides line up. */
async function passage(texts: Map<string, string>, uri: Uri, range: Range): Promise<Uri> {
  const document = await workspace.openTextDocument(uri);
  const text = document.getText();
  const [start, end] = [document.offsetAt(range.start), document.offsetAt(range.end)];
  const from = Math.max(...stops.map((stop) => text.lastIndexOf(stop, start - 1))) + 1;
  const ends = stops.map((stop) => text.indexOf(stop, Math.max(start, end - 1)));
  const to = Math.min(...ends.map((at) => (at < 0 ? text.length : at + 1)));
  const clauses = text
    .slice(from, to)
    .trim()
    .replace(/[，。；：！？]/g, '$&\n');
  // As plain text: Markdown would be checked like a speech.
  const virtual = Uri.from({ scheme, path: `${uri.path}.txt`, query: `${start}-${end} ${Date.now()}` });
  texts.set(virtual.toString(), clauses);
  return virtual;
}

function label(uri: Uri, { start }: Range): string {
  return t('{0} 第 {1} 行', nameOf(uri), start.line + 1);
}
