import { memoised } from '../memory/memoised.ts';
import { perUnit } from '../memory/perUnit.ts';
import { bare, unitHeads } from '../reading/unitText.ts';
import type { Speech, Unit } from '../speech.ts';
import { fromNumeral, hanNumeral } from '../text/numeral.ts';
import { addressedRows, matterOf } from './address.ts';
import { type CommonPairs, distinctPairs, pairText, rarity } from './pairs.ts';

/** Where a measure names the problem it answers: its row and words, or undefined. */
export interface Reference {
  readonly row: number;
  readonly words: string;
}

/**
 * What each unit says, in the order of `perUnit`, of the problems it answers. The problems are asked for by identity.
 */
export const referencesTo = memoised((common: CommonPairs) =>
  memoised((problems: readonly Unit[]) =>
    perUnit((unit, speech) => (unit.kind === 'measure' ? referencesOf(speech, unit, problems, common) : none)),
  ),
);

const none: readonly Reference[] = [];

/** “针对第一个问题”, a table cell “第二方面”, “针对联系群众不够的问题”: the measure says itself what it is for. */
function referencesOf(
  speech: Speech,
  measure: Unit,
  problems: readonly Unit[],
  common: CommonPairs,
): readonly Reference[] {
  const text = bare(speech.text.slice(measure.span.start, measure.span.end), speech.retouch !== undefined);
  const { address = '' } = measure;
  const found: Reference[] = addressedRows(address, problems).map((row) => ({ row, words: address }));
  const ordinal = found.length > 0 ? undefined : byOrdinal.exec(text.slice(0, headLength));
  if (ordinal) {
    const row = fromNumeral(ordinal[1] ?? '') - 1;
    if (row >= 0 && row < problems.length) return [{ row, words: ordinal[0] }];
  }
  const title = bare(measure.title);
  for (const [row, problem] of problems.entries()) {
    const matter = matterOf(problem);
    if (matter.length >= 4 && title.includes(matter) && !found.some((known) => known.row === row))
      found.push({ row, words: matter });
  }
  for (const [, named = ''] of text.matchAll(byName)) {
    const scores = problems.map((problem) => overlap(named, unitHeads(problem), common));
    const best = Math.max(...scores);
    const row = scores.indexOf(best);
    const second = Math.max(0, ...scores.filter((_, index) => index !== row));
    // It must name the matter in so many words, and no other problem as well.
    if (best >= 0.6 && second < 0.75 * best) found.push({ row, words: named });
  }
  return found;
}

/** Characters of a measure in which an ordinal counts as its address. */
const headLength = 24;

const byOrdinal = new RegExp(`第(${hanNumeral}|[1-9])(?:个|条|项)?(?:方面|问题|条问题|项问题)`);
const byName = /针对([^，。；：]{2,40}?)(?:的?(?:问题|不足|差距|短板|情况|现象)|方面|，|。|；)/g;

/** Share of the weight of the named words that the title holds. */
function overlap(named: string, title: string, common: CommonPairs): number {
  let [all, shared] = [0, 0];
  for (const pair of distinctPairs(named)) {
    const weight = rarity(pair, common);
    all += weight;
    if (title.includes(pairText(pair))) shared += weight;
  }
  return all > 2 ? shared / all : 0;
}
