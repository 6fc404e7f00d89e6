import type { Config } from '../config.ts';
import type { PageStyle } from '../page/style.ts';
import type { Similar } from '../similar/similar.ts';
import type { ProfileData } from './profile/profile.ts';
import type { AffinityTable } from './trace/affinity.ts';
import type { CommonPairs } from './trace/pairs.ts';
import type { SidelineCharacters } from './trace/sideline.ts';
import type { Topic } from './trace/topics.ts';
import type { Phrase } from './wording/phrases.ts';

/** 主题 — a matter that speeches of this genre discuss, with the words by which problems, causes and measures name it. */
export interface Theme {
  readonly id: string;
  readonly name: string;
  readonly problem: readonly string[];
  readonly measure: readonly string[];
  readonly cause: readonly string[];
  /** Themes whose measures may answer it, with less confidence. */
  readonly kin: readonly string[];
}

/** The data that rules and trace use besides the speech; users can extend it. Immutable; compared by identity. */
export interface Context extends ProfileData {
  readonly themes: readonly Theme[];
  readonly topics: readonly Topic[];
  /** How common pairs of characters are, which passages are compared by. */
  readonly commonPairs: CommonPairs;
  /** The characters that give away a measure that answers no problem. */
  readonly sidelineCharacters: SidelineCharacters;
  /** How the words of a measure answer those of a problem. */
  readonly affinityTable: AffinityTable;
  /** Fixed expressions; `withPhrases` adds the user's own. */
  readonly phrases: readonly Phrase[];
  /** The team's settings in `.fayan/config.json`. */
  readonly config: Config;
  /** The workspace's own 版式. */
  readonly styles: readonly PageStyle[];
  /** The index of other speeches, where there is one; its answers change over time. */
  readonly similar?: Similar;
}
