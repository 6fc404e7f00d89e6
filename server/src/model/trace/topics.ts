import { memoised } from '../memory/memoised.ts';
import { type ByText, memoisedByText } from '../memory/memoisedByText.ts';
import { wordFinder } from '../wording/wordFinder.ts';

/** 话题 — a concrete matter and its words: 住村, 蹲点 and 第一手 are all about 调研, though they share no character. */
export interface Topic {
  readonly id: string;
  readonly name: string;
  readonly words: readonly string[];
}

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

/** A topic that a text mentions. */
export interface Mention {
  /** `#` and the topic's id, so that it never equals a pair of characters. */
  readonly topic: string;
  /** The first word by which the text mentions it. */
  readonly word: string;
  readonly count: number;
}

/** The topics that a text mentions, each once; remembered by the text. */
export type TopicReader = ByText<readonly Mention[]>;

/** Finds the topics of a text, each once. */
export const topicReader: (topics: readonly Topic[]) => TopicReader = memoised((topics: readonly Topic[]) => {
  const words = topics.flatMap(({ id, words }) => words.map((word) => [word, { topic: `#${id}`, word }] as const));
  const finder = wordFinder(words);
  return memoisedByText((text): readonly Mention[] => {
    const found = new Map<string, Mention>();
    finder.find(text, (value) => {
      const known = found.get(value.topic);
      found.set(value.topic, { topic: value.topic, word: (known ?? value).word, count: (known?.count ?? 0) + 1 });
    });
    return [...found.values()];
  });
});

/**
 * The topics of `server/data/topics.json`, and each theme as one more, so that a user's own themes count as
 * well. 制度 is a means to every end, so it counts for none. Words of two characters are too common to count
 * unless a topic names them.
 */
export const topicsOf = memoised(
  ({ topics, themes }: { readonly topics: readonly Topic[]; readonly themes: readonly Theme[] }): readonly Topic[] => [
    ...topics,
    ...themes
      .filter(({ id }) => id !== 'system')
      .map(({ id, name, problem, measure, cause }) => ({
        id: `theme-${id}`,
        name,
        words: [...new Set([...problem, ...measure, ...cause])].filter((word) => word.length >= 3),
      })),
  ],
);
