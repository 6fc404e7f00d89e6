/** What client and server say to each other beyond LSP. Types and names only, so that both sides may import it. */

/** Client → server: the speech as HTML for the preview. */
export const previewRequest = 'fayan/preview';
export interface PreviewParams {
  readonly uri: string;
}
export interface PreviewResult {
  /** Version of the document that was rendered. */
  readonly version: number;
  /** A fragment for the page's `<main>`; everything of the speech in it is escaped. */
  readonly html: string;
}

/** Client → server, at start: what the server cannot ask for. */
export interface InitializationOptions {
  /** Display language of the editor, such as `zh-cn`; Chinese where none is given. */
  readonly locale?: string;
}
