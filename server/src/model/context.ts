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
import type { CommonPairs } from './pairs.ts';
import type { Phrase } from './phrases.ts';
import type { ProfileData } from './profile.ts';
import type { SidelineCharacters } from './sideline.ts';
import type { Topic } from './topics.ts';

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
export interface Context extends ProfileData {
  readonly themes: readonly Theme[];
  readonly topics: readonly Topic[];
  /** How common the pairs of characters are by which passages are compared. */
  readonly commonPairs: CommonPairs;
  /** By what characters a measure that answers no problem is told. */
  readonly sidelineCharacters: SidelineCharacters;
  /** Fixed expressions; `withPhrases` adds the user's own. */
  readonly phrases: readonly Phrase[];
  /** What the team has agreed on in `.fayan/config.json`. */
  readonly config: Config;
  /** 版式 of the workspace's own. */
  readonly styles: readonly PageStyle[];
  /** The other speeches, where they are indexed; its answers change, see there. */
  readonly similar?: Similar;
}

export const defaultContext: Context = {
  themes,
  topics,
  commonPairs,
  sidelineCharacters,
  phrases: phrases as readonly Phrase[],
  profiles: readProfileFile(readerOf(profiles)).profiles,
  aspectSets: readProfileFile(readerOf(aspects)).aspectSets,
  defaultProfile: undefined,
  config: emptyConfig,
  styles: [],
};
