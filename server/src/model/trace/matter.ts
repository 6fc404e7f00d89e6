import type { Context } from '../context.ts';
import { isSame } from '../memory/latest.ts';
import { memoised } from '../memory/memoised.ts';
import { memoisedByText } from '../memory/memoisedByText.ts';
import { perUnit } from '../memory/perUnit.ts';
import { unitHeads, unitText } from '../reading/unitText.ts';
import type { Unit } from '../speech.ts';
import { wordFinder } from '../wording/wordFinder.ts';
import { type CommonPairs, rarity } from './pairs.ts';
import type { Theme } from './topics.ts';
import { type Topic, type TopicReader, topicReader, topicsOf } from './topics.ts';

/** What a unit is about, by its words alone. */
export interface Matter {
  readonly topics: TopicWeights;
  readonly headTopics: TopicWeights;
  readonly shares: Shares;
}

/** How near two units come by themes and topics alone, and the names of what they share. */
export interface Closeness {
  /** 0–1: how near their themes are. */
  readonly theme: number;
  /** The names of the themes that both speak of most; of the topics, where they share no theme. */
  readonly themes: readonly string[];
  /** 0–1: how near their topics are. Rare topics count more, and those in headings most. */
  readonly topic: number;
  /** The same for the problem's headings alone. */
  readonly headTopic: number;
}

/**
 * Reads what each unit is about, and tells how near two of them come. Both depend on words alone and
 * are remembered by these.
 */
export const matterReader = memoised((context: Context) => {
  const { themes, commonPairs } = context;
  const topics = topicsOf(context);
  const names = namesOf(topics);
  const weigh = topicWeigher(topicReader(topics), commonPairs);
  const readerFor = (kind: Unit['kind']) => {
    const share = sharer(themes, kind);
    let last = noMatter;
    return memoisedByText((headsAndText, passing): Matter => {
      const end = headsAndText.indexOf('\n');
      const [heads, text] = [headsAndText.slice(0, end), headsAndText.slice(end + 1)];
      const matter = {
        topics: weigh(heads, text, passing),
        headTopics: weigh(heads, '', false),
        shares: share(heads, text, passing),
      };
      // Most keys change neither topics nor themes; then the same object stands for the same matter.
      if (!isSameMatter(matter, last)) last = matter;
      return last;
    });
  };
  const matterOf = {
    problem: readerFor('problem'),
    cause: readerFor('cause'),
    measure: readerFor('measure'),
  };
  return {
    matters: perUnit((unit, speech) =>
      matterOf[unit.kind](`${unitHeads(unit)}\n${unitText(speech, unit)}`, speech.retouch !== undefined),
    ),
    closeness: memoised((a: Matter) =>
      memoised((b: Matter): Closeness => {
        const shared = sharedThemes(a.shares.own, b.shares.kin, themes);
        return {
          theme: cosine(a.shares.own, b.shares.kin),
          themes: shared.length > 0 ? shared : sharedTopics(a.topics, b.topics).map((id) => names.get(id) ?? id),
          topic: closenessOf(a.topics, b.topics),
          headTopic: closenessOf(a.headTopics, b.topics),
        };
      }),
    ),
  };
});

/** How much a passage speaks of each topic, by the id of the topic. */
type TopicWeights = ReadonlyMap<string, number>;

/** Weighs the topics of a text. One that the headings name counts twice more. */
function topicWeigher(
  read: TopicReader,
  common: CommonPairs,
): (heads: string, text: string, passing: boolean) => TopicWeights {
  return (heads, text, passing) => {
    const weights = new Map<string, number>();
    for (const { topic, count } of read(text, passing)) weights.set(topic, rarity(topic, common) * Math.min(count, 3));
    for (const { topic } of read(heads)) weights.set(topic, (weights.get(topic) ?? 0) + 2 * rarity(topic, common));
    return weights;
  };
}

function closenessOf(a: TopicWeights, b: TopicWeights): number {
  let [dot, left, right] = [0, 0, 0];
  a.forEach((weight, topic) => {
    left += weight * weight;
    dot += weight * (b.get(topic) ?? 0);
  });
  if (dot === 0) return 0;
  for (const weight of b.values()) right += weight * weight;
  return dot / Math.sqrt(left * right);
}

/** The ids of the two topics that both speak of most. */
function sharedTopics(a: TopicWeights, b: TopicWeights): string[] {
  const shared: Array<{ readonly topic: string; readonly weight: number }> = [];
  for (const [topic, weight] of a) {
    const other = b.get(topic);
    if (other !== undefined && Math.min(weight, other) > 0) shared.push({ topic, weight: Math.min(weight, other) });
  }
  return topTwo(shared).map(({ topic }) => topic);
}

const namesOf = memoised(
  (topics: readonly Topic[]): ReadonlyMap<string, string> => new Map(topics.map(({ id, name }) => [`#${id}`, name])),
);

/** How much a unit speaks of each theme (`own`), and the same with a part of what it says of kindred themes (`kin`). */
interface Shares {
  readonly own: readonly number[];
  readonly kin: readonly number[];
}

/** That of a unit which speaks of nothing known; its shares are empty, not zeros. */
export const noMatter: Matter = { topics: new Map(), headTopics: new Map(), shares: { own: [], kin: [] } };

/** Also in the same order, because sums of floating-point numbers depend on it. */
function isSameMatter(a: Matter, b: Matter): boolean {
  const isSameWeights = (x: TopicWeights, y: TopicWeights) =>
    isSame([...x.keys()], [...y.keys()]) && isSame([...x.values()], [...y.values()]);
  return (
    isSameWeights(a.topics, b.topics) && isSameWeights(a.headTopics, b.headTopics) && isSame(a.shares.own, b.shares.own)
  );
}

/** Reads the themes of a text, by the cue words of its kind of unit. Those in headings count three times more. */
function sharer(
  themes: readonly Theme[],
  kind: Unit['kind'],
): (heads: string, text: string, passing: boolean) => Shares {
  return (heads, text, passing) => {
    const own = new Array<number>(themes.length).fill(0);
    const inHeads = wordsIn(heads, themes);
    for (const [word, count] of wordsIn(text, themes, passing))
      for (const theme of word[kind]) own[theme] = (own[theme] ?? 0) + count + (inHeads.has(word) ? 3 : 0);
    return { own, kin: withKin(own, themes) };
  };
}

/** The themes that a cue word speaks for in each kind of unit. */
type ThemeWord = Readonly<Record<Unit['kind'], number[]>>;

/** How often cue words occur in a text: 1 for once, 2 for more. */
function wordsIn(text: string, themes: readonly Theme[], passing = false): ReadonlyMap<ThemeWord, number> {
  return reader(themes)(text, passing);
}

const reader = memoised((themes: readonly Theme[]) => {
  const words = new Map<string, ThemeWord>();
  for (const [at, theme] of themes.entries()) {
    for (const kind of ['problem', 'cause', 'measure'] as const) {
      for (const word of theme[kind]) {
        const known = words.get(word) ?? { problem: [], cause: [], measure: [] };
        words.set(word, known);
        // 制度 is a means to every end and counts for none.
        if (theme.id !== 'system') known[kind].push(at);
      }
    }
  }
  const finder = wordFinder(words);
  return memoisedByText((text): ReadonlyMap<ThemeWord, number> => {
    const found = new Map<ThemeWord, number>();
    const ends = new Map<ThemeWord, number>();
    finder.find(text, (word, start, end) => {
      if (start < (ends.get(word) ?? 0)) return;
      found.set(word, Math.min(2, (found.get(word) ?? 0) + 1));
      ends.set(word, end);
    });
    return found;
  });
});

/** A measure of a kindred theme answers, too, but with less confidence. */
function withKin(shares: readonly number[], themes: readonly Theme[]): number[] {
  const kin = kinOf(themes);
  return shares.map((share, index) => {
    let most = 0;
    for (const other of kin[index] ?? []) most = Math.max(most, shares[other] ?? 0);
    return share + 0.4 * most;
  });
}

/** The indices of the kindred themes of each theme. */
const kinOf = memoised((themes: readonly Theme[]) => {
  const at = new Map(themes.map(({ id }, index) => [id, index]));
  return themes.map(({ kin }) => kin.flatMap((id) => at.get(id) ?? []));
});

function cosine(a: readonly number[], b: readonly number[]): number {
  let dot = 0;
  let left = 0;
  let right = 0;
  for (let at = 0; at < a.length; at += 1) {
    const x = a[at] ?? 0;
    const y = b[at] ?? 0;
    dot += x * y;
    left += x * x;
    right += y * y;
  }
  return left > 0 && right > 0 ? dot / Math.sqrt(left * right) : 0;
}

function sharedThemes(a: readonly number[], b: readonly number[], themes: readonly Theme[]): string[] {
  const shared: Array<{ readonly name: string; readonly weight: number }> = [];
  for (let at = 0; at < themes.length; at += 1) {
    const weight = Math.min(a[at] ?? 0, b[at] ?? 0);
    if (weight > 0) shared.push({ name: themes[at]?.name ?? '', weight });
  }
  return topTwo(shared).map(({ name }) => name);
}

function topTwo<Item extends { readonly weight: number }>(items: Item[]): Item[] {
  return items.length < 2 ? items : items.sort((x, y) => y.weight - x.weight).slice(0, 2);
}
