import type { AspectSet } from './profileData.ts';

/** Where a speech may say which year it is about, and which theme. */
export interface AspectSigns {
  readonly year: string | undefined;
  readonly theme: string | undefined;
  readonly title: string;
  readonly date: string | undefined;
  readonly preamble: string;
}

/** What it says by them. */
export interface AspectChoice {
  readonly year: number | undefined;
  /** The aspects of that year and theme, where they are known. */
  readonly aspects: AspectSet | undefined;
}

/**
 * The year that a speech is about, and the aspects of that year: by its theme, its title, its preamble, or
 * because there is only one set.
 */
export function aspectsOf(sets: readonly AspectSet[], signs: AspectSigns): AspectChoice {
  const { year, theme, title, preamble } = signs;
  const said = yearIn(year) ?? yearIn(title) ?? yearOfMeeting(signs);
  const aspects =
    (theme === undefined ? undefined : bestSet(sets, theme, said)) ??
    bestSet(sets, title, said) ??
    (said === undefined
      ? bestSet(sets, preamble, undefined)
      : (bestSet(sets.filter(covers(said)), preamble, said) ?? only(sets.filter(covers(said)))));
  return { year: said ?? aspects?.year, aspects };
}

/** The year of a meeting: one held in the first quarter is that of the year before. */
function yearOfMeeting({ date: words }: Pick<AspectSigns, 'date'>): number | undefined {
  const year = yearIn(words);
  const month = Number(/20[0-9]{2}[^0-9]{1,3}([0-9]{1,2})/.exec(words ?? '')?.[1] ?? 12);
  return year === undefined ? undefined : month <= 3 ? year - 1 : year;
}

function yearIn(text: string | undefined): number | undefined {
  const found = text === undefined ? null : /20[0-9]{2}/.exec(text);
  return found ? Number(found[0]) : undefined;
}

/** Whether a set holds in a year. */
export function covers(year: number): (set: AspectSet) => boolean {
  return (set) => set.year !== undefined && set.year <= year && year <= (set.yearTo ?? set.year);
}

/** The title of one of its aspects, with the word that stands before each of them. */
export function aspectTitle({ lead }: Pick<AspectSet, 'lead'>, title: string): string {
  return title.startsWith(lead) ? title : lead + title;
}

/** The set whose theme the words name: by its name, or by most of its `words`. */
function bestSet(sets: readonly AspectSet[], words: string, year: number | undefined): AspectSet | undefined {
  const scored = sets
    .filter((set) => year === undefined || covers(year)(set))
    .map((set) => ({ set, score: themeScore(set, words) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score);
  return scored[0]?.set;
}

function themeScore({ theme, words }: AspectSet, text: string): number {
  if (text === theme) return 1000;
  if (text.length >= 4 && theme.includes(text)) return 500;
  return words.filter((word) => text.includes(word)).reduce((sum, word) => sum + word.length, 0);
}

function only(sets: readonly AspectSet[]): AspectSet | undefined {
  return sets.length === 1 ? sets[0] : undefined;
}
