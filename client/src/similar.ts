import { t } from '@vscode/l10n';
import {
  type CancellationToken,
  type Disposable,
  type ExtensionContext,
  type Progress,
  ProgressLocation,
  RelativePattern,
  Uri,
  window,
  workspace,
} from 'vscode';
import { type BaseLanguageClient, State } from 'vscode-languageclient';
import {
  type SimilarAddParams,
  type SimilarFile,
  type SimilarForgetParams,
  type SimilarSyncParams,
  type SimilarSyncResult,
  similarAddRequest,
  similarForgetRequest,
  similarReadyNotification,
  similarSyncRequest,
} from '../../server/src/protocol.ts';
import { afterPause } from './afterPause.ts';
import { nameOf } from './fileNames.ts';
import { fileAt, filesNow, isUnder, lastYearFolders, patterns, textOf } from './similarFiles.ts';
import { loadChunks, saveChunks } from './similarStorage.ts';

/**
 * 雷同 — keeps the server's index in step with the files of the workspace and of last year's folder, in the background.
 * The server sees texts; the storage gets hashes and offsets.
 */
export function keepSimilar(context: ExtensionContext, client: BaseLanguageClient): void {
  if (!workspace.workspaceFolders?.length) return;
  const storage = context.storageUri && Uri.joinPath(context.storageUri, 'similar');
  let watchers: Disposable[] = [];
  let loaded = false;
  let running: Promise<void> = Promise.resolve();
  const changed = new Set<string>();
  // A save often comes as several events.
  const pause = afterPause(1000, () => queue(indexChanged));

  const first = setTimeout(() => queue(indexAll), firstWait);
  context.subscriptions.push(
    { dispose: () => clearTimeout(first) },
    workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration('fayan.similar') || event.affectsConfiguration('fayan.lastYearFolder'))
        queue(indexAll);
      if (event.affectsConfiguration('fayan.lastYearFolder')) queue(tellEmptyFolders);
    }),
    workspace.onDidChangeWorkspaceFolders(() => queue(indexAll)),
    workspace.onDidGrantWorkspaceTrust(() => queue(indexAll)),
    client.onDidChangeState(({ newState }) => {
      if (newState !== State.Running) return;
      // A server that came back knows nothing.
      loaded = false;
      queue(indexAll);
    }),
    { dispose: () => stopWatching() },
  );

  /** One at a time: a change during a run waits for its end. */
  function queue(work: () => Promise<void>): void {
    running = running.then(work).catch((error) => client.error(t('雷同索引没有建成'), error, false));
  }

  async function indexAll(): Promise<void> {
    stopWatching();
    if (!workspace.getConfiguration('fayan').get<boolean>('similar')) {
      await client.sendRequest(similarSyncRequest, { files: [] } satisfies SimilarSyncParams);
      await client.sendNotification(similarReadyNotification);
      return;
    }
    if (storage && !loaded) await loadChunks(client, storage);
    loaded = true;
    watchers = watch();
    const files = await filesNow();
    const { wanted, gone } = await client.sendRequest<SimilarSyncResult>(similarSyncRequest, { files });
    const byUri = new Map(files.map((file) => [file.uri, file]));
    await addShown(wanted.flatMap((uri) => byUri.get(uri) ?? []));
    await client.sendNotification(similarReadyNotification);
    if (storage && wanted.length + gone > 0) await saveChunks(client, storage);
  }

  /** A long run shows that it goes on and can be stopped; what was read by then stays. */
  async function addShown(files: readonly SimilarFile[]): Promise<void> {
    if (files.length === 0) return;
    const title = t('发言：正在建立雷同索引');
    const location = files.length > manyFiles ? ProgressLocation.Notification : ProgressLocation.Window;
    await window.withProgress({ location, title, cancellable: files.length > manyFiles }, (progress, token) =>
      add(files, progress, token),
    );
  }

  async function add(
    files: readonly SimilarFile[],
    progress: Progress<{ message?: string; increment?: number }>,
    token: CancellationToken,
  ): Promise<void> {
    for (let at = 0; at < files.length && !token.isCancellationRequested; at += batchSize) {
      const batch = files.slice(at, at + batchSize);
      await sendTexts(batch);
      const message = `${Math.min(at + batchSize, files.length)}/${files.length}`;
      progress.report({ message, increment: (100 * batch.length) / files.length });
    }
  }

  async function sendTexts(batch: readonly SimilarFile[]): Promise<void> {
    const read = await Promise.all(batch.map(async (file) => ({ ...file, text: await textOf(Uri.parse(file.uri)) })));
    const files = read.flatMap(({ text, ...file }) => (text === undefined ? [] : [{ ...file, text }]));
    await client.sendRequest(similarAddRequest, { files } satisfies SimilarAddParams);
  }

  function watch(): Disposable[] {
    return patterns().map((pattern) => {
      const watcher = workspace.createFileSystemWatcher(pattern);
      for (const event of [watcher.onDidChange, watcher.onDidCreate, watcher.onDidDelete]) event(later);
      return watcher;
    });
  }

  function later(uri: Uri): void {
    changed.add(uri.toString());
    pause.call();
  }

  async function indexChanged(): Promise<void> {
    const uris = [...changed].filter((uri) => !/\/(?:node_modules|\.[^/]+)\//.test(uri));
    changed.clear();
    const folders = lastYearFolders();
    const files = await Promise.all(uris.map((uri) => fileAt(Uri.parse(uri), isUnder(uri, folders))));
    const there = files.flatMap((file) => file ?? []);
    const known = new Set(there.map(({ uri }) => uri));
    const gone = uris.filter((uri) => !known.has(uri));
    if (gone.length > 0) await client.sendRequest(similarForgetRequest, { uris: gone } satisfies SimilarForgetParams);
    for (let at = 0; at < there.length; at += batchSize) await sendTexts(there.slice(at, at + batchSize));
    // Not stored: the next start sees by the stamps what has changed.
    await client.sendNotification(similarReadyNotification);
  }

  function stopWatching(): void {
    pause.dispose();
    for (const watcher of watchers) watcher.dispose();
    watchers = [];
  }
}

/** Says where nothing can come from: a name that is mistyped, or a folder of Word files. */
async function tellEmptyFolders(): Promise<void> {
  for (const folder of lastYearFolders()) {
    const [first] = await workspace.findFiles(new RelativePattern(folder, '**/*.{md,markdown}'), undefined, 1);
    if (!first)
      void window.setStatusBarMessage(t('“{0}”里没有 Markdown 材料；上年的是 Word，请先导入', nameOf(folder)), 10_000);
  }
}

/** The server answers keystrokes between two batches. */
const batchSize = 20;
/** The first findings come first. */
const firstWait = 1500;
const manyFiles = 200;
