import { t } from '@vscode/l10n';
import { isUnwritten } from '../model/reading/unitText.ts';
import type { Speech, Unit } from '../model/speech.ts';
import { shortened } from '../model/text/shortened.ts';
import { standingOf } from '../model/trace/counterparts.ts';
import { pinsOf } from '../model/trace/pins.ts';
import { causesOf, measuresFor, problemsOf, type Trace } from '../model/trace/trace.ts';
import { haveNumbers, marksOf } from './unitMarks.ts';

/** The name of a unit in a list: `（一）注重理论提升`; a longer title is cut to `most` characters. */
export function nameOf({ numbering, title }: Pick<Unit, 'numbering' | 'title'>, most = 40): string {
  return `${numbering?.text ?? ''}${shortened(title, most)}` || t('（无标题）');
}

/**
 * A short name that still tells units apart: the first clause of the title, cut where it is long to leave
 * room for what follows it.
 */
export function briefNameOf({ numbering, title }: Pick<Unit, 'numbering' | 'title'>): string {
  const clause = /^[^，；：、]{4,}/.exec(title)?.[0] ?? title;
  const cut = shortened(clause, 9);
  const words = clause.length < title.length ? `${cut.replace(/…$/, '')}…` : clause.length > 12 ? cut : clause;
  return `${numbering?.text ?? ''}${words}` || t('（无标题）');
}

/**
 * The counterparts of a unit in one line: `整改：（一）（三） · 原因：（二）`; '' where there are none. The words are read from
 * `latest` where `speech` is only the reading of its outline.
 */
export function linksLine(unit: Unit, speech: Speech, found: Trace, latest = speech): string {
  return lineOf(unit, { speech, found, latest, naming: (units) => marksOf(units, unit, speech) });
}

/** The same where there is little room: a problem only counts counterparts that no number tells apart, `整改：1 条`. */
export function shortLinksLine(unit: Unit, speech: Speech, found: Trace): string {
  const naming = (units: readonly Unit[]) =>
    unit.kind !== 'problem' || haveNumbers(units, unit, speech)
      ? marksOf(units, unit, speech)
      : t('{0} 条', units.length);
  return lineOf(unit, { speech, found, latest: speech, naming });
}

/** What a line is told of, and how it names counterparts. */
interface Telling {
  readonly speech: Speech;
  readonly found: Trace;
  readonly latest: Speech;
  readonly naming: (units: readonly Unit[]) => string;
}

function lineOf(unit: Unit, telling: Telling): string {
  const { speech, found, latest, naming } = telling;
  if (unit.kind !== 'problem') {
    const problems = problemsOf(unit, found).map(({ from }) => from);
    if (problems.length > 0) return t('问题：{0}', naming(problems));
    if (unit.kind !== 'measure' || speech.problems.length === 0) return '';
    if (pinsOf(speech).none.has(unit)) return t('注明不对应问题');
    return isUnwritten(latest, unit) ? '' : t('未对应问题');
  }
  const causes = causesOf(unit, found).map(({ to }) => to);
  return [measuresPart(unit, telling), causes.length > 0 ? t('原因：{0}', naming(causes)) : '']
    .filter((part) => part !== '')
    .join(' · ');
}

/** What a problem's line says about measures; '' as long as the speech has no measures at all. */
function measuresPart(problem: Unit, { speech, found, latest, naming }: Telling): string {
  if (speech.measures.length === 0) return '';
  const measures = measuresFor(problem, found).map(({ to }) => to);
  const standing = standingOf(problem, latest, found);
  if (standing === 'waived') return t('注明不需整改');
  if (standing === 'begun') return measures.length > 0 ? t('整改：{0}（待填写）', naming(measures)) : '';
  if (standing === 'unsure') return measures.length > 0 ? t('整改待核对：{0}', naming(measures)) : t('整改待核对');
  return measures.length > 0 ? t('整改：{0}', naming(measures)) : standing === 'unmet' ? t('未见整改') : '';
}
