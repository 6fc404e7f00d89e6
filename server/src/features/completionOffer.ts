import type { CompletionItemKind } from 'vscode-languageserver';

/** Something that completion may offer at a place. */
export interface Offer {
  readonly label: string;
  readonly text: string;
  readonly snippet?: boolean;
  /** The words before the cursor that it takes the place of, where they are not the beginning of it. */
  readonly instead?: string;
  readonly help: string;
  readonly kind: CompletionItemKind;
  readonly initials?: string;
  /** Whether to offer it before any of it is typed. */
  readonly unasked: boolean;
}
