import type { Theme } from './context.ts';
import { memoised } from './memoised.ts';
import { type Reader, remembered } from './remembered.ts';
import { wordFinder } from './wordFinder.ts';

/** 话题 — a concrete matter and the words of it: 住村, 蹲点 and 第一手 all speak of 调研, though they share no character. */
export interface Topic {
  readonly id: string;
  readonly name: string;
  readonly words: readonly string[];
}

/** A topic that a text speaks of. */
export interface Mention {
  /** `#` and the id, so that it is never taken for a pair of characters. */
  readonly topic: string;
  /** The first word by which the text speaks of it. */
  readonly word: string;
  readonly count: number;
}

export type TopicReader = Reader<readonly Mention[]>;

/** Finds the topics of a text, each once. */
export const topicReader: (topics: readonly Topic[]) => TopicReader = memoised((topics: readonly Topic[]) => {
  const words = topics.flatMap(({ id, words }) => words.map((word) => [word, { topic: `#${id}`, word }] as const));
  const finder = wordFinder(words);
  return remembered((text): readonly Mention[] => {
    const found = new Map<string, Mention>();
    finder.find(text, (value) => {
      const known = found.get(value.topic);
      found.set(value.topic, { topic: value.topic, word: (known ?? value).word, count: (known?.count ?? 0) + 1 });
    });
    return [...found.values()];
  });
});

/**
 * The topics of `server/data/topics.json` and every theme as one more, so that a user's own themes count as well. 制度 is a means
 * to every end and counts for none; words of two characters are in everybody's mouth unless a topic names them.
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
