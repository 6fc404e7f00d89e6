/** 规范表述 — an expression whose wording is fixed, with the ways in which drafts get it wrong. */
export interface Phrase {
  /** As it must be written, with its quotation marks. */
  readonly phrase: string;
  /** What it is, for the hover. */
  readonly about?: string;
  /** The first year of the documents concerned, and the last. */
  readonly since?: number;
  readonly until?: number;
  /** Further correct wordings; nothing inside them is reported. */
  readonly right?: readonly string[];
  readonly wrong?: readonly Misprint[];
  /** For a wording with quotation marks: contexts in which their absence is certainly a mistake. */
  readonly unquoted?: readonly string[];
  readonly order?: Order;
  /** `false`: do not look for near misses. */
  readonly near?: boolean;
  /** D documented, I inferred, K common knowledge, M met in a real speech. */
  readonly evidence?: string;
  /** Removes the built-in entry with the same `phrase`. */
  readonly off?: boolean;
}

/** How serious a wrong wording is; the severity of its finding. */
export type PhraseLevel = 'error' | 'warning' | 'hint';

/** A wrong wording of an expression. */
export interface Misprint {
  readonly text: string;
  /** The replacement; none where the writer must decide. */
  readonly to?: string;
  /** `error`: practically never right, so that “fix all” may correct it. */
  readonly level: PhraseLevel;
  readonly since?: number;
  readonly until?: number;
}

/** Members that must be in this order whenever they, or at least `least` of them, are listed. */
export interface Order {
  readonly members: readonly string[];
  readonly least?: number;
  /** The verbs that each member may have, in a list of verbs and objects. */
  readonly verbs?: ReadonlyArray<readonly string[]>;
  readonly level?: PhraseLevel;
}
