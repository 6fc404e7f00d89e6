import type { TextDocument } from 'vscode';
import type { DiagnosticProviderMiddleware } from 'vscode-languageclient';

const rounds = new WeakMap<TextDocument, Promise<void>>();

/**
 * Milliseconds. A page that is put away at the wrong moment gets its message when it is taken out
 * again, and says so only then.
 */
const longest = 250;

/** Does `work`, which brings a preview of the document up to date. */
export function whileShowing(document: TextDocument, work: () => Promise<void>): Promise<void> {
  const round = work().finally(() => forget(document, round));
  rounds.set(document, round);
  return round;
}

function forget(document: TextDocument, round: Promise<void>): void {
  if (rounds.get(document) === round) rounds.delete(document);
}

/**
 * Resolves when a preview shows what has just been typed, at once where there is none. Outline and findings are asked
 * for after that: what works them out would keep a processor that the window needs to show the page.
 */
export async function shown(document: TextDocument): Promise<void> {
  const round = rounds.get(document);
  if (!round) return;
  await new Promise<void>((resolve) => {
    const done = () => {
      clearTimeout(timer);
      // Nobody else waits for it in vain.
      forget(document, round);
      resolve();
    };
    const timer = setTimeout(done, longest);
    // Whoever waits has nothing to do with why it failed.
    round.then(done, done);
  });
}

/** Asks for findings once it is. */
export function onceShown(ask: ProvideDiagnostics): ProvideDiagnostics {
  return async (document, previousResultId, token, next) => {
    if ('uri' in document) await shown(document);
    return ask(document, previousResultId, token, next);
  };
}

type ProvideDiagnostics = NonNullable<DiagnosticProviderMiddleware['provideDiagnostics']>;
