import affinityTable from '../../data/affinity.json' with { type: 'json' };
import aspects from '../../data/aspects.json' with { type: 'json' };
import commonPairs from '../../data/common-pairs.json' with { type: 'json' };
import phrases from '../../data/phrases.json' with { type: 'json' };
import profiles from '../../data/profiles.json' with { type: 'json' };
import sidelineCharacters from '../../data/sideline-characters.json' with { type: 'json' };
import themes from '../../data/themes.json' with { type: 'json' };
import topics from '../../data/topics.json' with { type: 'json' };
import { type Config, emptyConfig } from '../config.ts';
import { readerOf } from '../dataReader.ts';
import type { PageStyle } from '../page/style.ts';
import { readProfileFile } from '../profileReader.ts';
import type { Similar } from '../similar/similar.ts';
import type { AffinityTable } from './affinity.ts';
import type { CommonPairs } from './pairs.ts';
import type { Phrase } from './phrases.ts';
import type { ProfileData } from './profile.ts';
import type { SidelineCharacters } from './sideline.ts';
import type { Topic } from './topics.ts';

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

/** What is built in, for a document of which no `.fayan` says otherwise. */
export const defaultContext: Context = {
  themes,
  topics,
  commonPairs,
  sidelineCharacters,
  affinityTable,
  phrases: phrases as readonly Phrase[],
  profiles: readProfileFile(readerOf(profiles)).profiles,
  aspectSets: readProfileFile(readerOf(aspects)).aspectSets,
  defaultProfile: undefined,
  config: emptyConfig,
  styles: [],
};
