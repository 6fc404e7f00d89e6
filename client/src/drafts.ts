import { t } from '@vscode/l10n';
import { Uri, workspace } from 'vscode';
import type { BaseLanguageClient, Middleware } from 'vscode-languageclient';
import {
  type DraftsAddParams,
  type DraftsSyncParams,
  type DraftsSyncResult,
  draftsAddRequest,
  draftsSyncRequest,
} from '../../server/src/protocol.ts';
import { filesNow, textOf } from './similarFiles.ts';

/**
 * 找标题 (Ctrl+T) — before a heading is looked for, the server is told of the drafts in the workspace and gets the text of
 * those that have changed. Nothing is read until somebody looks for one.
 */
export function tellDrafts(client: () => BaseLanguageClient): NonNullable<Middleware['provideWorkspaceSymbols']> {
  let running: Promise<void> | undefined;
  return async (query, token, next) => {
    // A letter more within the next seconds asks about the same files.
    running ??= tell(client())
      .catch((error) => client().error(t('读取失败'), error, false))
      .finally(() => setTimeout(() => (running = undefined), freshFor));
    // To be told of nothing would be worse than to wait, but whoever looks for something else waits as well.
    await atMost(longestWait, running);
    return next(query, token);
  };
}

/** Resolves with the work, or when so many milliseconds are over. */
async function atMost(milliseconds: number, work: Promise<void>): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const over = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, milliseconds);
  });
  await Promise.race([work, over]);
  clearTimeout(timer);
}

async function tell(client: BaseLanguageClient): Promise<void> {
  const isOff = workspace.getConfiguration('fayan').get('detect') === 'never';
  const files = isOff ? [] : newest(await filesNow(mostFiles));
  const { wanted } = await client.sendRequest<DraftsSyncResult>(draftsSyncRequest, {
    files,
  } satisfies DraftsSyncParams);
  const stamps = new Map(files.map(({ uri, stamp }) => [uri, stamp]));
  for (let at = 0; at < wanted.length; at += batchSize) {
    const batch = wanted.slice(at, at + batchSize);
    const read = await Promise.all(
      // What cannot be read has no headings.
      batch.map(async (uri) => ({ uri, stamp: stamps.get(uri) ?? '', text: (await textOf(Uri.parse(uri))) ?? '' })),
    );
    await client.sendRequest(draftsAddRequest, { files: read } satisfies DraftsAddParams);
  }
}

/** Those changed last; a stamp begins with the time. */
function newest<File extends { readonly stamp: string }>(files: readonly File[]): File[] {
  return files.toSorted((a, b) => Number.parseInt(b.stamp, 10) - Number.parseInt(a.stamp, 10)).slice(0, mostDrafts);
}

/** Reading more would keep the writer waiting. */
const mostDrafts = 500;
/** So many are looked at to find these. */
const mostFiles = 2000;
/** The server answers keystrokes between two batches. */
const batchSize = 5;
/** Milliseconds. */
const freshFor = 3000;
const longestWait = 10_000;
