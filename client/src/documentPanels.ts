import { Disposable, type TextDocument, Uri, ViewColumn, type WebviewPanel, window, workspace } from 'vscode';
import type { WireRange } from '../../server/src/protocol.ts';
import type { ActiveSpeech } from './activeSpeech.ts';
import { toRange } from './range.ts';

/** The content of a panel. It hears of every change of the document and is disposed of with the panel. */
export interface Content {
  changed(): void;
  dispose(): void;
}

/** The panels of one kind, at most one for each document. */
export interface DocumentPanels {
  /** Brings the panel of a document to the front; the first time it is opened beside the text. */
  show(document: TextDocument): void;
  /** The document whose panel has the focus. */
  active(): TextDocument | undefined;
  dispose(): void;
}

/** `open` makes the panel of a document, `fill` keeps it up to date; it is closed with the document. */
export function documentPanels(
  speech: ActiveSpeech,
  open: (document: TextDocument) => WebviewPanel,
  fill: (panel: WebviewPanel, document: TextDocument) => Content,
): DocumentPanels {
  const panels = new Map<TextDocument, WebviewPanel>();
  return {
    show(document) {
      const known = panels.get(document);
      if (known) return known.reveal();
      const panel = open(document);
      panels.set(document, panel);
      speech.watch(panel, () => document);
      const content = fill(panel, document);
      const listeners = Disposable.from(
        content,
        workspace.onDidChangeTextDocument((event) => {
          if (event.document === document) content.changed();
        }),
        workspace.onDidCloseTextDocument((closed) => {
          if (closed === document) panel.dispose();
        }),
      );
      panel.onDidDispose(() => {
        panels.delete(document);
        listeners.dispose();
      });
    },
    active: () => [...panels].find(([, panel]) => panel.active)?.[0],
    dispose: () => panels.forEach((panel) => void panel.dispose()),
  };
}

/** Shows a place of a speech in the column where the speech stands, or in the first. */
export async function revealIn(uri: string, range: WireRange): Promise<void> {
  const shown = window.visibleTextEditors.find(({ document }) => document.uri.toString() === uri);
  const viewColumn = shown?.viewColumn ?? ViewColumn.One;
  await window.showTextDocument(Uri.parse(uri), { viewColumn, selection: toRange(range) });
}
