import { Disposable, type TextDocument, type Uri, workspace } from 'vscode';
import { opened } from './fileNames.ts';
import { movedTo } from './movedTo.ts';

/** Follows a document whose file is renamed or moved in VS Code, which closes it and opens another one. */
export interface Follower extends Disposable {
  /** The document is closed, or about to be, and will be there again under its new name. */
  isMoving(): boolean;
}

/**
 * Calls `moved` with what is open instead of the document, or with nothing if that cannot be opened. Nobody says that a
 * renaming has failed or been given up: where the document is closed, and no news of its new name comes soon, `moved`
 * is called with nothing too.
 */
export function followRenames(document: () => TextDocument, moved: (next: TextDocument | undefined) => void): Follower {
  let isMoving = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const listeners = Disposable.from(
    workspace.onWillRenameFiles(({ files }) => {
      setMoving(targetOf(document(), files) !== undefined);
    }),
    workspace.onDidCloseTextDocument((closed) => {
      if (closed === document() && isMoving) timer = setTimeout(giveUp, longest);
    }),
    workspace.onDidRenameFiles(async ({ files }) => {
      const old = document();
      const target = targetOf(old, files);
      setMoving(target !== undefined);
      if (!target) return;
      const next = await opened(target);
      setMoving(false);
      if (document() === old) moved(next);
    }),
    new Disposable(() => clearTimeout(timer)),
  );
  return { isMoving: () => isMoving, dispose: () => listeners.dispose() };

  function setMoving(value: boolean): void {
    clearTimeout(timer);
    isMoving = value;
  }

  function giveUp(): void {
    isMoving = false;
    if (document().isClosed) moved(undefined);
  }
}

/** Milliseconds. VS Code closes a renamed file at about the time when it says so. */
const longest = 5000;

/** The new address of the document, if it is among what is renamed. */
function targetOf(
  { uri }: TextDocument,
  files: ReadonlyArray<{ readonly oldUri: Uri; readonly newUri: Uri }>,
): string | undefined {
  const moves = files.map(({ oldUri, newUri }) => ({ from: oldUri.toString(), to: newUri.toString() }));
  return movedTo(uri.toString(), moves);
}
