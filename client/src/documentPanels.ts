import { Disposable, type TextDocument, Uri, ViewColumn, type WebviewPanel, window, workspace } from 'vscode';
import type { WireRange } from '../../server/src/protocol.ts';
import type { ActiveSpeech } from './activeSpeech.ts';
import { toRange } from './range.ts';
import { followRenames } from './renames.ts';

/**
 * The content of a panel. It hears of every change of the document, and of what is said of it, and is disposed of with
 * the panel.
 */
export interface Content {
  changed(): void;
  dispose(): void;
}

/** The panels of one kind, at most one for each document, or one for all. */
export interface DocumentPanels {
  /**
   * Brings the panel of a document to the front, or the one for all with that document in it; the first time it is
   * opened beside the text.
   */
  show(document: TextDocument): void;
  /** The document whose panel has the focus. */
  active(): TextDocument | undefined;
  dispose(): void;
}

/** What the panels of one kind show. */
export interface PanelKind {
  /** Whether there is only one, which shows whatever speech the writer turns to. */
  readonly follows: boolean;
  /** What the tab says. */
  title(document: TextDocument): string;
  open(title: string): WebviewPanel;
  /** Fills a panel and keeps it up to date. */
  fill(panel: WebviewPanel, document: TextDocument): Content;
}

/** A panel, and what makes it show another document. */
interface Shown {
  readonly panel: WebviewPanel;
  follow(next: TextDocument): void;
}

/** A panel is closed with its document, but follows one that is renamed, or saved for the first time. */
export function documentPanels(speech: ActiveSpeech, kind: PanelKind): DocumentPanels {
  const panels = new Map<TextDocument, Shown>();
  return {
    show(document) {
      const known = panels.get(document) ?? (kind.follows ? [...panels.values()][0] : undefined);
      if (!known) return attach(kind.open(kind.title(document)), document);
      known.follow(document);
      known.panel.reveal();
    },
    active: () => [...panels].find(([, { panel }]) => panel.active)?.[0],
    dispose: () => panels.forEach(({ panel }) => void panel.dispose()),
  };

  function attach(panel: WebviewPanel, first: TextDocument): void {
    let document = first;
    let content = kind.fill(panel, document);
    panels.set(document, { panel, follow });
    speech.watch(panel, () => document);
    const renames = followRenames(
      () => document,
      // Its file may have a panel already.
      (next) => (next && !panels.has(next) ? follow(next) : panel.dispose()),
    );
    const listeners = Disposable.from(
      renames,
      speech.onReadAnew(() => content.changed()),
      window.onDidChangeActiveTextEditor((editor) => {
        if (kind.follows && editor?.document.languageId === 'markdown') follow(editor.document);
      }),
      workspace.onDidChangeTextDocument((event) => {
        if (event.document === document) content.changed();
      }),
      workspace.onDidCloseTextDocument((closed) => {
        if (closed === document && !renames.isMoving()) panel.dispose();
      }),
    );
    panel.onDidDispose(() => {
      panels.delete(document);
      content.dispose();
      listeners.dispose();
    });

    function follow(next: TextDocument): void {
      if (next === document) return;
      panels.delete(document);
      content.dispose();
      document = next;
      panels.set(document, { panel, follow });
      panel.title = kind.title(document);
      content = kind.fill(panel, document);
    }
  }
}

/** Shows a place of a speech in the column where the speech stands, or in the first. */
export async function revealIn(speech: ActiveSpeech, uri: string, range: WireRange): Promise<void> {
  const document = await workspace.openTextDocument(Uri.parse(uri));
  const viewColumn = speech.editorOf(document)?.viewColumn ?? ViewColumn.One;
  await window.showTextDocument(document, { viewColumn, selection: toRange(range) });
}
