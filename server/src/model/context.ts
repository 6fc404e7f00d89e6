import themes from '../../data/themes.json' with { type: 'json' };

/** 主题 — a matter that speeches of this genre speak of, with the words by which problems, causes and measures name it. */
export interface Theme {
  readonly id: string;
  readonly name: string;
  readonly problem: readonly string[];
  readonly measure: readonly string[];
  readonly cause: readonly string[];
  /** Themes whose measures may answer it, at less confidence. */
  readonly kin: readonly string[];
}

/** What rules and trace know besides the speech: data that users can extend. Immutable; compared by identity. */
export interface Context {
  readonly themes: readonly Theme[];
}

export const defaultContext: Context = { themes };
