import { t } from '@vscode/l10n';
import type { Speech, Unit } from '../model/speech.ts';
import { bodyOf } from './genre.ts';
import type { Finding, Rule } from './rule.ts';

export const repeatedOpening: Rule = {
  id: 'repeated-opening',
  category: 'delivery',
  severity: 'hint',
  title: '各条不用同一句话开头',
  why: '连着三条都以“在实际工作中”开头，听上去像一张表格。',
  source: '文稿起草经验 [I]',
  examples: [
    {
      bad: '一、存在的问题\n\n（一）学习不深。在实际工作中，原著读得少。\n\n（二）作风不实。⟦在实际工作中⟧，下去得少。\n\n（三）管理不严。⟦在实际工作中⟧，查得少。\n\n二、整改措施\n\n（一）每周读原著。\n',
      good: '一、存在的问题\n\n（一）学习不深。在实际工作中，原著读得少。\n\n（二）作风不实。一年下来进村不到十次。\n\n（三）管理不严。在实际工作中，查得少。\n\n二、整改措施\n\n（一）每周读原著。\n',
    },
  ],

  *check(speech) {
    for (const units of [speech.problems, speech.causes, speech.measures]) {
      yield* repeated(speech, units);
      for (const { points } of units) yield* repeated(speech, points);
    }
  },
};

function* repeated(speech: Speech, units: readonly Unit[]): Iterable<Finding> {
  let run = 0;
  let last = '';
  for (const unit of units) {
    const { opening, start } = openingOf(speech, unit);
    run = opening !== '' && opening === last ? run + 1 : 0;
    last = opening;
    const isRun = run >= 2 || (run === 1 && openingOf(speech, units[units.indexOf(unit) + 1]).opening === opening);
    if (isRun) yield { span: { start, end: start + opening.length }, message: t('连着几条都以“{0}”开头', opening) };
  }
}

/** The first clause of what a unit says below its heading, where it is no more than a way to begin. */
function openingOf({ text }: Speech, unit: Unit | undefined): { opening: string; start: number } {
  if (!unit) return { opening: '', start: 0 };
  const body = bodyOf(unit);
  const words = text.slice(body.start, body.end);
  const lead = /^[\s*。：；，]*/.exec(words)?.[0].length ?? 0;
  const opening = /^\p{Script=Han}{3,12}(?=，)/u.exec(words.slice(lead))?.[0] ?? '';
  return { opening, start: body.start + lead };
}
