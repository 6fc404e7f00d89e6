import { t } from '@vscode/l10n';
import { type Disposable, type ExtensionContext, RelativePattern, Uri, window, workspace } from 'vscode';
import { type BaseLanguageClient, State } from 'vscode-languageclient';
import {
  type SimilarSyncParams,
  type SimilarSyncResult,
  similarReadyNotification,
  similarSyncRequest,
} from '../../server/src/protocol.ts';
import { afterPause } from './afterPause.ts';
import { exists, nameOf } from './fileNames.ts';
import { filesNow, foldersNow, isLeftOut, lastYearFolders, patterns } from './similarFiles.ts';
import { loadChunks, saveChunks } from './similarStorage.ts';
import { sendChanged, sendShown } from './similarTexts.ts';

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
    await sendShown(
      client,
      wanted.flatMap((uri) => byUri.get(uri) ?? []),
    );
    await client.sendNotification(similarReadyNotification);
    if (storage && wanted.length + gone > 0) await saveChunks(client, storage);
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
    const folders = foldersNow();
    const uris = [...changed].filter((uri) => !isLeftOut(uri, folders));
    changed.clear();
    await sendChanged(client, uris);
    // Not stored: the next start sees by the stamps what has changed.
    await client.sendNotification(similarReadyNotification);
  }

  function stopWatching(): void {
    pause.dispose();
    for (const watcher of watchers) watcher.dispose();
    watchers = [];
  }
}

/** Says where nothing can come from: a folder that is not there, its name being mistyped, or one of Word files. */
export async function tellEmptyFolders(): Promise<void> {
  for (const folder of lastYearFolders()) {
    const [first] = await workspace.findFiles(new RelativePattern(folder, '**/*.{md,markdown}'), undefined, 1);
    if (first) continue;
    const message = (await exists(folder))
      ? t('“{0}”里没有 Markdown 材料；上年的是 Word，请先导入', nameOf(folder))
      : t('没有“{0}”这个文件夹，没有同上年的材料比较；请核对设置 fayan.lastYearFolder', nameOf(folder));
    void window.setStatusBarMessage(message, 10_000);
  }
}

/** The first findings come first. */
const firstWait = 1500;
