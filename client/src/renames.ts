import { Disposable, type TextDocument, type Uri, workspace } from 'vscode';
import { opened } from './fileNames.ts';
import { movedTo } from './movedTo.ts';

/**
 * Follows a document whose file is renamed or moved in VS Code, or one that is saved as a file for the first time: VS
 * Code closes it and opens another one.
 */
export interface Follower extends Disposable {
  /** The document is closed, or about to be, and may be there again under its new name. */
  isMoving(): boolean;
}

/**
 * Calls `moved` with what is open instead of the document, or with nothing if that cannot be opened. Nobody says that a
 * renaming has failed or been given up, or that a new speech is closed for good: where the document is closed, and no
 * news of its new name comes soon, `moved` is called with nothing too.
 */
export function followRenames(document: () => TextDocument, moved: (next: TextDocument | undefined) => void): Follower {
  let isMoving = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** What the document may have been saved as. */
  let file: TextDocument | undefined;
  const listeners = Disposable.from(
    workspace.onWillRenameFiles(({ files }) => {
      if (targetOf(document(), files) !== undefined) setMoving(true);
    }),
    workspace.onDidOpenTextDocument((opened) => {
      const old = document();
      if (!isSavedAs(old, opened)) return;
      file = opened;
      if (old.isClosed && isMoving) arrive(opened);
    }),
    workspace.onDidCloseTextDocument((closed) => {
      if (closed !== document()) return;
      const isNew = closed.uri.scheme === 'untitled';
      if (isNew && file && !file.isClosed && isSavedAs(closed, file)) return arrive(file);
      if (isNew) setMoving(true);
      if (isMoving) timer = setTimeout(giveUp, isNew ? shortly : longest);
    }),
    workspace.onDidRenameFiles(async ({ files }) => {
      const old = document();
      const target = targetOf(old, files);
      if (!target) return;
      setMoving(true);
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

  function arrive(next: TextDocument): void {
    setMoving(false);
    moved(next);
  }

  function giveUp(): void {
    isMoving = false;
    if (document().isClosed) moved(undefined);
  }
}

/** Whether a file is what a new speech has been saved as: it stands where that was to stand, or has its words. */
function isSavedAs(speech: TextDocument, { uri, languageId, getText }: TextDocument): boolean {
  if (speech.uri.scheme !== 'untitled' || uri.scheme === 'untitled' || languageId !== speech.languageId) return false;
  return uri.path === speech.uri.path || (getText() !== '' && getText() === speech.getText());
}

/** Milliseconds. VS Code opens the file of a new speech before it closes that, and says so at about the same time. */
const shortly = 1000;

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
