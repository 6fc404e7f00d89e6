import affinityTable from '../../data/affinity.json' with { type: 'json' };
import aspects from '../../data/aspects.json' with { type: 'json' };
import commonPairs from '../../data/common-pairs.json' with { type: 'json' };
import phrases from '../../data/phrases.json' with { type: 'json' };
import profiles from '../../data/profiles.json' with { type: 'json' };
import sidelineCharacters from '../../data/sideline-characters.json' with { type: 'json' };
import themes from '../../data/themes.json' with { type: 'json' };
import topics from '../../data/topics.json' with { type: 'json' };
import { emptyConfig } from '../config.ts';
import type { Context } from '../model/context.ts';
import type { Phrase } from '../model/wording/phrase.ts';
import { readerOf } from './dataReader.ts';
import { readProfileFile } from './profileReader.ts';

/** The built-in data alone: no `.fayan` folder, no other speeches. */
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
