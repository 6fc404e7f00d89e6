import { Uri, workspace } from 'vscode';
import type { Middleware } from 'vscode-languageclient';

/** The part of the middleware that tells of findings. */
type Told = Required<Pick<Middleware, 'provideDiagnostics' | 'provideCodeActions' | 'provideCodeLenses'>>;

/**
 * Tells of findings only where they can be mended: an old version of a speech in a diff editor is read, and looks like
 * a draft otherwise.
 */
export function exceptHistory(provideDiagnostics: Told['provideDiagnostics']): Told {
  return {
    provideDiagnostics: (document, previousResultId, token, next) =>
      isWritable(document instanceof Uri ? document : document.uri)
        ? provideDiagnostics(document, previousResultId, token, next)
        : undefined,
    provideCodeActions: (document, range, context, token, next) =>
      isWritable(document.uri) ? next(document, range, context, token) : [],
    provideCodeLenses: (document, token, next) => (isWritable(document.uri) ? next(document, token) : []),
  };
}

/** VS Code knows no file system of what an extension only shows. */
function isWritable({ scheme }: Uri): boolean {
  return scheme === 'untitled' || scheme === 'file' || workspace.fs.isWritableFileSystem(scheme) === true;
}
