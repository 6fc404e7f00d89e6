import { Disposable, type TextDocument, type Uri, workspace } from 'vscode';
import { opened } from './fileNames.ts';
import { movedTo } from './movedTo.ts';

/** Follows a document whose file is renamed or moved in VS Code, which closes it and opens another one. */
export interface Follower extends Disposable {
  /** The document is closed, or about to be, and will be there again under its new name. */
  isMoving(): boolean;
}

/** Calls `moved` with what is open instead of the document, or with nothing if that cannot be opened. */
export function followRenames(document: () => TextDocument, moved: (next: TextDocument | undefined) => void): Follower {
  let isMoving = false;
  const listeners = Disposable.from(
    workspace.onWillRenameFiles(({ files }) => {
      isMoving = targetOf(document(), files) !== undefined;
    }),
    workspace.onDidRenameFiles(async ({ files }) => {
      const old = document();
      const target = targetOf(old, files);
      isMoving = target !== undefined;
      if (!target) return;
      const next = await opened(target);
      isMoving = false;
      if (document() === old) moved(next);
    }),
  );
  return { isMoving: () => isMoving, dispose: () => listeners.dispose() };
}

/** The new address of the document, if it is among what is renamed. */
function targetOf(
  { uri }: TextDocument,
  files: ReadonlyArray<{ readonly oldUri: Uri; readonly newUri: Uri }>,
): string | undefined {
  const moves = files.map(({ oldUri, newUri }) => ({ from: oldUri.toString(), to: newUri.toString() }));
  return movedTo(uri.toString(), moves);
}
