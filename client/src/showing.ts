import type { TextDocument } from 'vscode';
import type { DiagnosticProviderMiddleware } from 'vscode-languageclient';

const rounds = new WeakMap<TextDocument, Promise<void>>();

/** Does `work`, which brings a preview of the document up to date. */
export function whileShowing(document: TextDocument, work: () => Promise<void>): Promise<void> {
  const round = work();
  rounds.set(document, round);
  return round;
}

/**
 * Resolves when a preview shows what has just been typed, at once where there is none. Outline and findings are asked for after that:
 * what works them out would keep a processor that the window needs to show the page.
 */
export async function shown(document: TextDocument): Promise<void> {
  // Whoever waits has nothing to do with why it failed.
  await rounds.get(document)?.catch(() => {});
}

/** Asks for findings once it is. */
export function onceShown(ask: ProvideDiagnostics): ProvideDiagnostics {
  return async (document, previousResultId, token, next) => {
    if ('uri' in document) await shown(document);
    return ask(document, previousResultId, token, next);
  };
}

type ProvideDiagnostics = NonNullable<DiagnosticProviderMiddleware['provideDiagnostics']>;
