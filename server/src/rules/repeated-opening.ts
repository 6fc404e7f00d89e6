import { t } from '@vscode/l10n';
import { perUnit } from '../model/memory/perUnit.ts';
import { outlineOf } from '../model/parse/retouch.ts';
import type { Speech, Unit } from '../model/speech.ts';
import { withinQuotes } from '../model/text/withinQuotes.ts';
import type { Finding, Rule } from './rule.ts';
import { bodyOf, textOf } from './unitBody.ts';

export const repeatedOpening: Rule = {
  id: 'repeated-opening',
  category: 'delivery',
  severity: 'hint',
  title: '各条不用同一句话开头',
  why: '连着三条都以“在实际工作中”开头，听上去像一张表格。',
  source: '文稿起草经验',
  examples: [
    {
      bad: '一、存在的问题\n\n（一）学习不深。在实际工作中，原著读得少。\n\n（二）作风不实。⟦在实际工作中⟧，下去得少。\n\n（三）管理不严。⟦在实际工作中⟧，查得少。\n\n二、整改措施\n\n（一）每周读原著。\n',
      good: '一、存在的问题\n\n（一）学习不深。在实际工作中，原著读得少。\n\n（二）作风不实。一年下来进村不到十次。\n\n（三）管理不严。在实际工作中，查得少。\n\n二、整改措施\n\n（一）每周读原著。\n',
    },
    {
      bad: '一、存在的问题\n\n（一）学习方面\n\n班子层面，原著读得少。\n\n（二）作风方面\n\n⟦班子层面⟧，下去得少。\n\n（三）管理方面\n\n⟦班子层面⟧，查得少。\n\n二、整改措施\n\n（一）每周读原著。\n',
      good: '一、存在的问题\n\n（一）学习方面\n\n原著读得少。\n\n（二）作风方面\n\n班子一年下来进村不到十次。\n\n（三）管理方面\n\n班子层面，查得少。\n\n二、整改措施\n\n（一）每周读原著。\n',
    },
  ],

  *check(speech) {
    const { outline, place } = outlineOf(speech);
    const all = openings(speech);
    let from = 0;
    for (const units of [outline.problems, outline.causes, outline.measures]) {
      const own = all.slice(from, from + units.length);
      const startOf = (at: number) => place(units[at]?.span ?? nowhere).start;
      const openings = own.map((unit) => unit.own);
      for (const [at, opening] of repeated(openings)) yield findingOf(opening, startOf(at));
      for (const [at, { points }] of own.entries()) for (const point of points) yield findingOf(point, startOf(at));
      from += units.length;
    }
  },
};

const nowhere = { start: 0, end: 0 };

interface Opening {
  readonly words: string;
  readonly start: number;
}

/** The opening of each unit, and those of its points that repeat each other; in offsets of the unit. */
const openings = perUnit((unit, speech) => ({
  own: moved(openingOf(speech, unit), -unit.span.start),
  points: repeated(unit.points.map((point) => moved(openingOf(speech, point), -unit.span.start))).map(
    ([, opening]) => opening,
  ),
}));

function moved({ words, start }: Opening, by: number): Opening {
  return { words, start: start + by };
}

function findingOf(opening: Opening, from: number): Finding {
  const { words, start } = moved(opening, from);
  return { span: { start, end: start + words.length }, message: t('连着几条都以“{0}”开头', withinQuotes(words)) };
}

/** The openings that repeat the one before, in runs of at least three, with their indices. */
function repeated(all: readonly Opening[]): Array<readonly [number, Opening]> {
  const found: Array<readonly [number, Opening]> = [];
  let run = 0;
  let last = '';
  for (const [index, opening] of all.entries()) {
    const { words } = opening;
    run = words !== '' && words === last ? run + 1 : 0;
    last = words;
    if (run >= 2 || (run === 1 && all[index + 1]?.words === words)) found.push([index, opening]);
  }
  return found;
}

/** The first clause below the heading of a unit, if it is only a way to begin; else no words. */
function openingOf(speech: Speech, unit: Unit): Opening {
  const body = bodyOf(unit);
  const said = textOf(speech, body);
  const lead = /^[\s*。：；，]*/.exec(said)?.[0].length ?? 0;
  const words = /^\p{Script=Han}{3,12}(?=，)/u.exec(said.slice(lead, lead + 13))?.[0] ?? '';
  return { words, start: body.start + lead };
}
