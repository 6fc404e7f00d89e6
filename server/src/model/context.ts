import type { Config } from '../config.ts';
import type { PageStyle } from '../page/style.ts';
import type { Similar } from '../similar/similar.ts';
import type { ProfileData } from './profile/profileData.ts';
import type { AffinityTable } from './trace/affinity.ts';
import type { CommonPairs } from './trace/pairs.ts';
import type { SidelineCharacters } from './trace/sideline.ts';
import type { Theme, Topic } from './trace/topics.ts';
import type { Phrase } from './wording/phrase.ts';

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
