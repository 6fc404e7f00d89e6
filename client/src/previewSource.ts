import { Range, type TextDocument, TextEditorRevealType, ViewColumn, type WebviewPanel, window } from 'vscode';
import type { ActiveSpeech } from './activeSpeech.ts';

/** The text behind a page, which the reader of the page goes to; `offset` counts UTF-16 units of the text. */
export interface PreviewSource {
  /** The editor has just been moved from here, so that its scrolling is not the writer's. */
  isMoving(): boolean;
  /** Scrolls the editor to a place, if there is one; opens none. */
  scrollTo(offset: number): void;
  /** Shows the source of a place, with the cursor there; the keyboard stays in the page. */
  reveal(offset: number): Promise<void>;
  /** Goes to the source of words that stand at about this place. */
  select(offset: number, words: string): Promise<void>;
}

/** The source of the page in `panel`, whose document `shown` tells. */
export function previewSource(
  { editorOf }: ActiveSpeech,
  panel: WebviewPanel,
  shown: () => TextDocument,
): PreviewSource {
  let movingUntil = 0;
  return {
    isMoving: () => Date.now() < movingUntil,
    scrollTo(offset) {
      movingUntil = Date.now() + scrolling;
      const at = shown().positionAt(offset);
      editorOf(shown())?.revealRange(new Range(at, at), TextEditorRevealType.AtTop);
    },
    reveal(offset) {
      const at = shown().positionAt(offset);
      return bringUp(new Range(at, at), true);
    },
    select(offset, words) {
      const document = shown();
      const { start, end } = nearest(document.getText(), words.trim(), offset);
      return bringUp(new Range(document.positionAt(start), document.positionAt(end)), false);
    },
  };

  async function bringUp(selection: Range, preserveFocus: boolean): Promise<void> {
    movingUntil = Date.now() + scrolling;
    // Never over the page itself.
    const free = panel.viewColumn === ViewColumn.One ? ViewColumn.Beside : ViewColumn.One;
    const viewColumn = editorOf(shown())?.viewColumn ?? free;
    const editor = await window.showTextDocument(shown(), { viewColumn, preserveFocus, selection });
    editor.revealRange(selection, TextEditorRevealType.InCenterIfOutsideViewport);
  }
}

/** Milliseconds after which an editor that has been told to scroll no longer reports it. */
const scrolling = 200;

/** Words of the page in the source: marks of Markdown may have moved them on by a few characters. */
function nearest(text: string, words: string, offset: number): { readonly start: number; readonly end: number } {
  const after = text.indexOf(words, offset);
  const before = text.lastIndexOf(words, offset);
  const start = before < 0 || (after >= 0 && after - offset <= offset - before) ? after : before;
  return start < 0 ? { start: offset, end: offset } : { start, end: start + words.length };
}
