import { type Column, claimsOf } from './claims.ts';
import type { Context, Theme } from './context.ts';
import { isSame, kept } from './latest.ts';
import { memoised } from './memoised.ts';
import { type CommonPairs, distinctPairs, rarity } from './pairs.ts';
import { ofUnit, perUnit } from './perUnit.ts';
import { remembered } from './remembered.ts';
import { outlineOf } from './retouch.ts';
import type { Speech, Unit } from './speech.ts';
import { type Topic, type TopicReader, topicReader, topicsOf } from './topics.ts';
import { bare, pointPairs, unitHeads, unitText } from './unitText.ts';
import { wordFinder } from './wordFinder.ts';

/** What speaks for a problem and an answer belonging together; see docs/trace.md for what each is worth. */
export interface Likeness {
  /** Weight of the shared words, clause by clause, in so far as no other problem has a better claim to the clause. */
  readonly claim: number;
  /** Number of the answer's clauses that speak of this problem, each shared out among the problems that claim it. */
  readonly clauses: number;
  /** The same as a share of all its clauses, 0–1. */
  readonly share: number;
  /** How many clauses the answer has, whatever they speak of. */
  readonly length: number;
  /** 0–1: closeness of their themes. */
  readonly theme: number;
  /** Shared words, weightiest first. */
  readonly words: readonly string[];
  /** Names of the themes, or where none is shared of the topics, that both speak of most. */
  readonly themes: readonly string[];
  /** 0–1: closeness of their topics, rare ones counting more, those of headings most. */
  readonly topic: number;
  /** The same for the headings of the problem alone. */
  readonly headTopic: number;
}

/** Every problem with every answer. */
export interface Likenesses {
  /** Rows are problems, columns answers. The same list, or the same row, as long as nothing in it has changed. */
  readonly rows: ReadonlyArray<readonly Likeness[]>;
  /**
   * 0–1: of how many points of a problem the answer takes up words; ½ for a problem without points. An answer in passing takes
   * up those of one point. To be asked at once, before the next edit.
   */
  covered(row: number, column: number): number;
  /** Weight of the words that a problem shares with the answer, but for those of its heading; to be asked at once as well. */
  beyondHeading(row: number, column: number): number;
}

/** `answers` are measures or causes; they and the problems are units of what tells the outline. */
export function likenesses(
  speech: Speech,
  problems: readonly Unit[],
  answers: readonly Unit[],
  context: Context,
): Likenesses {
  const textsOf = (units: readonly Unit[]) => units.map((unit) => unitText(speech, unit));
  const texts = { answers: textsOf(answers), problems: textsOf(problems) };
  const claims = claimsOf(texts, context.commonPairs, topicReader(topicsOf(context)));
  const { matters: mattersOf, closeness } = lore(context);
  const { outline } = outlineOf(speech);
  const all = mattersOf(speech);
  const points = pointPairs(speech);
  const matterOf = (unit: Unit) => ofUnit(all, outline, unit) ?? noMatter;
  const { columns } = claims;
  const matters = { rows: problems.map(matterOf), columns: answers.map(matterOf) };
  const latest = latestRows(problems)(answers);
  const now = matters.rows.map((matter, row) => {
    const known = latest.matters.rows[row] === matter ? latest.rows[row] : undefined;
    const closenessTo = closeness(matter);
    const own = columns.map((column, at): Likeness => {
      const other = matters.columns[at] ?? noMatter;
      if (known?.[at] && latest.columns[at] === column && latest.matters.columns[at] === other) return known[at];
      const { claim, clauses: count, words } = column.claims[row] ?? { claim: 0, clauses: 0, words: [] };
      const share = column.clauses > 0 ? count / column.clauses : 0;
      // Without a spread, which costs more than all the rest here.
      const { theme, themes, topic, headTopic } = closenessTo(other);
      return { claim, clauses: count, share, length: column.clauses, theme, words, themes, topic, headTopic };
    });
    return kept(known, own);
  });
  const rows = kept(latest.rows, now);
  Object.assign(latest, { columns, matters, rows });
  return {
    rows,
    covered(row, column) {
      const problem = problems[row];
      const own = (problem && ofUnit(points, outline, problem)) ?? [];
      const taken = own.filter((pairs) => claims.sharedWeight(pairs, column) >= pointWeight);
      return own.length > 0 ? taken.length / own.length : 0.5;
    },
    beyondHeading(row, column) {
      return claims.sharedWeight(claims.pairsOf(row), column, distinctPairs(bare(problems[row]?.title ?? '')));
    },
  };
}

/** The last outcome for the same units, of which most holds after a keystroke: what comes of the same column and matters. */
const latestRows = memoised((_: readonly Unit[]) => memoised((_: readonly Unit[]): Latest => nothingYet()));

interface Latest {
  readonly columns: readonly Column[];
  readonly matters: { readonly rows: readonly Matter[]; readonly columns: readonly Matter[] };
  readonly rows: ReadonlyArray<readonly Likeness[]>;
}

function nothingYet(): Latest {
  return { columns: [], matters: { rows: [], columns: [] }, rows: [] };
}

/** Less than a telling word of its own shares with an answer only what is in every mouth. */
const pointWeight = 3.5;

/** What a unit is about, as far as its words alone tell. */
interface Matter {
  readonly topics: TopicWeights;
  readonly headTopics: TopicWeights;
  readonly shares: Shares;
}

type Closeness = Pick<Likeness, 'theme' | 'themes' | 'topic' | 'headTopic'>;

/** What depends on nothing but the words of one unit or two; remembered from one keystroke to the next. */
const lore = memoised((context: Context) => {
  const { themes, commonPairs } = context;
  const topics = topicsOf(context);
  const names = namesOf(topics);
  const weigh = topicWeigher(topicReader(topics), commonPairs);
  const matterReader = (kind: Unit['kind']) => {
    const share = sharer(themes, kind);
    let last = noMatter;
    return remembered((headsAndText, passing): Matter => {
      const end = headsAndText.indexOf('\n');
      const [heads, text] = [headsAndText.slice(0, end), headsAndText.slice(end + 1)];
      const matter = {
        topics: weigh(heads, text, passing),
        headTopics: weigh(heads, '', false),
        shares: share(heads, text, passing),
      };
      // Most of what is typed names no other topic.
      if (!isSameMatter(matter, last)) last = matter;
      return last;
    });
  };
  const matterOf = {
    problem: matterReader('problem'),
    cause: matterReader('cause'),
    measure: matterReader('measure'),
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

/** How much a passage speaks of each topic, by its id. */
type TopicWeights = ReadonlyMap<string, number>;

/** A topic of the headings counts twice more. */
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

/** The two that both speak of most. */
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

/** How much a unit speaks of each theme, and the same with its kin. */
interface Shares {
  readonly own: readonly number[];
  readonly kin: readonly number[];
}

const noMatter: Matter = { topics: new Map(), headTopics: new Map(), shares: { own: [], kin: [] } };

/** In the same order as well, for sums hang on it. */
function isSameMatter(a: Matter, b: Matter): boolean {
  const isSameWeights = (x: TopicWeights, y: TopicWeights) =>
    isSame([...x.keys()], [...y.keys()]) && isSame([...x.values()], [...y.values()]);
  return (
    isSameWeights(a.topics, b.topics) && isSameWeights(a.headTopics, b.headTopics) && isSame(a.shares.own, b.shares.own)
  );
}

/** Headings count threefold. */
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

/** The cue words that stand in a text: 1 for once, 2 for more. */
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
  return remembered((text): ReadonlyMap<ThemeWord, number> => {
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

/** A measure of a kin theme answers at less confidence. */
function withKin(shares: readonly number[], themes: readonly Theme[]): number[] {
  const kin = kinOf(themes);
  return shares.map((share, index) => {
    let most = 0;
    for (const other of kin[index] ?? []) most = Math.max(most, shares[other] ?? 0);
    return share + 0.4 * most;
  });
}

/** Where the kin of each theme stand. */
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
